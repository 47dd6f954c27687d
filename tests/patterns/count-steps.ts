import { type PatternNode, parsePattern } from './parse-pattern.ts';

/**
 * Counts the steps of a backtracking matcher. V8's own matcher goes the same ways, but tells only a time, which depends on
 * the machine. The number of steps is the same everywhere and every time.
 */
export type Matcher = {
  /**
   * Matches a text from its start to its end, as `matchAll` does. A sticky pattern stops where it fails, another pattern
   * goes on at the next character.
   * @returns the matches, or undefined after more than `limit` steps
   */
  readonly scan: (text: string, limit: number) => { steps: number; matches: string[] } | undefined;
};

type Step =
  | { do: 'char'; matches: (char: string) => boolean; back: boolean }
  | { do: 'try'; first: number; second: number }
  | { do: 'goto'; to: number }
  | { do: 'save'; register: number }
  | { do: 'progress'; register: number }
  | { do: 'assertion'; name: string; multiline: boolean }
  | { do: 'reference'; register: number; back: boolean }
  | { do: 'look'; negative: boolean; to: number }
  | { do: 'end' };

export function matcherOf(pattern: RegExp): Matcher {
  const steps: Step[] = [];
  let registers = 2 * (new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.length ?? 1);

  const add = (step: Step): number => steps.push(step) - 1;
  const compile = (node: PatternNode, back: boolean): void => {
    switch (node.kind) {
      case 'char':
        add({ do: 'char', matches: node.matches, back });
        return;
      case 'sequence':
        for (const part of back ? node.parts.toReversed() : node.parts) compile(part, back);
        return;
      case 'choice': {
        const exits: number[] = [];
        for (const option of node.options.slice(0, -1)) {
          const fork = add({ do: 'try', first: steps.length + 1, second: 0 });
          compile(option, back);
          exits.push(add({ do: 'goto', to: 0 }));
          steps[fork] = { do: 'try', first: fork + 1, second: steps.length };
        }
        compile(node.options.at(-1) as PatternNode, back);
        for (const exit of exits) steps[exit] = { do: 'goto', to: steps.length };
        return;
      }
      case 'capture':
        add({ do: 'save', register: 2 * node.index + (back ? 1 : 0) });
        compile(node.body, back);
        add({ do: 'save', register: 2 * node.index + (back ? 0 : 1) });
        return;
      case 'look': {
        const look = add({ do: 'look', negative: node.negative, to: 0 });
        compile(node.body, node.behind);
        add({ do: 'end' });
        steps[look] = { do: 'look', negative: node.negative, to: steps.length };
        return;
      }
      case 'repeat':
        repeat(node, back);
        return;
      case 'assertion':
        add({ do: 'assertion', name: node.name, multiline: node.multiline });
        return;
      case 'reference':
        add({ do: 'reference', register: 2 * node.index, back });
        return;
    }
  };
  const repeat = ({ min, max, lazy, body }: PatternNode & { kind: 'repeat' }, back: boolean): void => {
    for (let count = 0; count < min; count++) compile(body, back);
    const fork = (): ((exit: number) => void) => {
      const at = add({ do: 'goto', to: 0 });
      return (exit) => {
        steps[at] = { do: 'try', first: lazy ? exit : at + 1, second: lazy ? at + 1 : exit };
      };
    };
    const once = (): void => {
      if (body.kind === 'char') {
        compile(body, back);
        return;
      }
      const register = registers++;
      add({ do: 'save', register });
      compile(body, back);
      add({ do: 'progress', register });
    };
    if (max === Infinity) {
      const start = steps.length;
      const close = fork();
      once();
      add({ do: 'goto', to: start });
      close(steps.length);
      return;
    }
    const closers: ((exit: number) => void)[] = [];
    for (let count = min; count < max; count++) {
      closers.push(fork());
      once();
    }
    for (const close of closers) close(steps.length);
  };

  compile(parsePattern(pattern), false);
  add({ do: 'end' });
  return { scan: (text, limit) => scan(steps, registers, pattern, text, limit) };
}

function scan(
  steps: Step[],
  registers: number,
  pattern: RegExp,
  text: string,
  limit: number,
): ReturnType<Matcher['scan']> {
  const chars = /[uv]/.test(pattern.flags) ? [...text] : text.split('');
  const saved = new Int32Array(registers);
  let count = 0;

  const holds = (name: string, multiline: boolean, at: number): boolean => {
    if (name === '^') return at === 0 || (multiline && isLineEnd(chars[at - 1]));
    if (name === '$') return at === chars.length || (multiline && isLineEnd(chars[at]));
    return (isWord(chars[at - 1]) !== isWord(chars[at])) === (name === '\\b');
  };

  /** Where the match ends, -1 if nothing matches, -2 if the limit is reached. */
  const run = (from: number, position: number): number => {
    // Where to go on after a failure, in pairs: a step and a position, or a register (below 0) and its value.
    const later: number[] = [];
    const save = (register: number, value: number): void => {
      later.push(-1 - register, saved[register] ?? 0);
      saved[register] = value;
    };
    let at = position;
    let next = from;
    for (;;) {
      if (++count > limit) return -2;
      const step = steps[next] as Step;
      let goesOn = true;
      next++;
      switch (step.do) {
        case 'char': {
          const char = chars[step.back ? at - 1 : at];
          goesOn = char !== undefined && step.matches(char);
          at += step.back ? -1 : 1;
          break;
        }
        case 'try':
          later.push(step.second, at);
          next = step.first;
          break;
        case 'goto':
          next = step.to;
          break;
        case 'save':
          save(step.register, at);
          break;
        case 'progress':
          goesOn = saved[step.register] !== at;
          break;
        case 'assertion':
          goesOn = holds(step.name, step.multiline, at);
          break;
        case 'reference': {
          const [start = -1, end = -1] = saved.subarray(step.register, step.register + 2);
          const word = start >= 0 && end >= 0 ? chars.slice(start, end) : [];
          const place = step.back ? at - word.length : at;
          goesOn = word.every((char, index) => chars[place + index] === char);
          count += word.length;
          at += step.back ? -word.length : word.length;
          break;
        }
        case 'look': {
          const before = saved.slice();
          const end = run(next, at);
          if (end === -2) return -2;
          goesOn = end >= 0 !== step.negative;
          before.forEach((value, register) => {
            const found = saved[register] ?? 0;
            if (found === value) return;
            saved[register] = value;
            if (goesOn && !step.negative) save(register, found);
          });
          next = step.to;
          break;
        }
        case 'end':
          return at;
      }
      while (!goesOn) {
        const value = later.pop();
        const back = later.pop();
        if (value === undefined || back === undefined) return -1;
        if (back < 0) saved[-1 - back] = value;
        else {
          next = back;
          at = value;
          goesOn = true;
        }
      }
    }
  };

  const matches: string[] = [];
  for (let start = 0; start <= chars.length; ) {
    saved.fill(-1);
    const end = run(0, start);
    if (end === -2) return;
    if (end >= 0) matches.push(chars.slice(start, end).join(''));
    else if (pattern.sticky) break;
    start = Math.max(start + 1, end);
  }
  return { steps: count, matches };
}

const isLineEnd = (char: string | undefined): boolean => char !== undefined && '\n\r\u2028\u2029'.includes(char);
const WORD = new Set('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_');
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.has(char);
