import { type Attack, attacksOn, grown } from './attacks.ts';
import { type Matcher, matcherOf } from './count-steps.ts';

/** A text of which a pattern takes more than its share of steps when it grows. */
export type Growth = Attack & { readonly stepsPerCharacter: number };

/** Length of the text on which a pattern is tried first, in characters. */
const FIRST = 200;
/** Length of the text that must confirm it. A repeat of `{0,500}` has ended its growth by then. */
const LATER = 1_500;
/** Twice the text takes twice the steps if the work is linear, four times the steps if it is quadratic. */
const MAX_RATIO = 2.6;
/** Max steps for a text of twice `LATER`: each of its characters is read 1,000 times by then. */
const MAX_STEPS = 3_000_000;
/** Max steps for all texts of one pattern that show no growth. Only lists of hundreds of words need more. */
const MAX_STEPS_OF_PATTERN = 30_000_000;

/** Finds a text over which a pattern's work grows more than the text does. */
export function growthOf(pattern: RegExp): Growth | undefined {
  const matcher = matcherOf(pattern);
  let steps = 0;
  for (const attack of attacksOn(pattern)) {
    const first = grow(matcher, attack, FIRST);
    steps += first.steps;
    if (first.ratio >= MAX_RATIO) {
      const later = grow(matcher, attack, LATER);
      if (later.ratio >= MAX_RATIO) return { ...attack, stepsPerCharacter: Math.round(later.stepsPerCharacter) };
    }
    if (steps > MAX_STEPS_OF_PATTERN) break;
  }
  return undefined;
}

/** Lets a text grow to twice a length. @returns `ratio`: the steps for the text to the steps for its half. */
function grow(matcher: Matcher, attack: Attack, length: number) {
  const times = Math.max(30, Math.ceil(length / attack.pump.length));
  const [half, whole] = [grown(attack, times), grown(attack, 2 * times)];
  const before = matcher.scan(half, MAX_STEPS)?.steps;
  const after = before === undefined ? undefined : matcher.scan(whole, MAX_STEPS)?.steps;
  if (before === undefined || after === undefined) {
    return { ratio: Number.POSITIVE_INFINITY, steps: MAX_STEPS, stepsPerCharacter: MAX_STEPS / whole.length };
  }
  return { ratio: after / before, steps: before + after, stepsPerCharacter: after / whole.length };
}
