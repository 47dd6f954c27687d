/** Statements in a robots.txt on the use of pages: kept with the host's rules, and read in `rights/robots-rights.ts`. */
import { matchesPath, normalisePath, pathIn } from './robots-path.ts';

const NAMES = ['content-usage', 'content-signal', 'license'] as const;
export type StatementName = (typeof NAMES)[number];
export const isStatement = (name: string): name is StatementName => (NAMES as readonly string[]).includes(name);

/** What a host says of the use of one page. */
export interface HostStatements {
  /** `content-usage:/open/ train-ai=y`, `content-signal:ai-train=no`, `license:https://news.example/license.xml`. */
  readonly statements: readonly string[];
  /** The address of the page. */
  readonly url: string;
  /** The robots.txt keeps us from the page. */
  readonly isRefused?: true;
}

/** Max characters of a host's statements. They are stored with the host's record; a host has one or two, of 30 characters each. */
const MAX_LENGTH = 16_384;

/** A list of statements of bounded length: what doesn't fit any more is not kept. */
export class StatementList {
  readonly lines: string[] = [];
  #length = 0;

  add(name: StatementName, value: string): void {
    const line = `${name}:${name === 'license' ? value : withNormalPath(value)}`;
    // Values are ASCII (RFC 9651 §3, RFC 3986 §2); another text says nothing.
    if (!/^[ -~]*$/.test(line) || this.#length + line.length > MAX_LENGTH) return;
    this.#length += line.length;
    this.lines.push(line);
  }

  /** The own lines, and the lines of a wider list whose names have no line here. */
  over(wider: StatementList): readonly string[] {
    const own = new Set(this.lines.map(nameOf));
    return [...this.lines, ...wider.lines.filter((line) => !own.has(nameOf(line)))];
  }
}

const nameOf = (line: string): string => line.slice(0, line.indexOf(':'));

/** `/path preference`: the path ends at the first blank (draft-ietf-aipref-attach-05). */
function withNormalPath(value: string): string {
  const { path, text } = pathAndText(value.replaceAll('\t', ' '));
  return path === undefined ? text : `${normalisePath(path)} ${text}`;
}

function pathAndText(value: string): { readonly path?: string; readonly text: string } {
  if (!value.startsWith('/')) return { text: value };
  const [path = ''] = value.split(' ', 1);
  return { path, text: value.slice(path.length + 1) };
}

const textsOf = (statements: readonly string[], name: StatementName): string[] =>
  statements.filter((line) => nameOf(line) === name).map((line) => line.slice(name.length + 1));

/** Returns the texts of a name whose path is the longest that covers the page; a text without a path covers all pages. */
export function statementsOn({ statements, url }: HostStatements, name: StatementName): string[] {
  const page = pathIn(url);
  const covering = textsOf(statements, name)
    .map((line) => ({ path: '/', ...pathAndText(line) }))
    .filter(({ path }) => matchesPath(path, page));
  const longest = Math.max(0, ...covering.map(({ path }) => path.length));
  return covering.filter(({ path }) => path.length === longest).map(({ text }) => text);
}

/** Returns the addresses of the host's licences, as written. */
export const licensesIn = ({ statements }: HostStatements): string[] => textsOf(statements, 'license');
