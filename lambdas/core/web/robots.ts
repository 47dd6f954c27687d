/** robots.txt: which pages of a host may be fetched, and at what pace (RFC 9309; `crawl-delay` by custom). */
import { compact } from '../compact.ts';

/** RFC 9309 §2.5: at least this much of a robots.txt must be read; what lies behind it is not. */
const MAX_LENGTH = 500 * 1024;
/** Far more rules than any publisher has for one robot; a bound for what is matched against each page. */
const MAX_RULES = 5_000;

/** What a host's robots.txt says to one robot. */
export interface RobotsRules {
  /** `+/path` allows, `-/path` disallows; `*` stands for anything, `$` at the end for the end. */
  readonly rules: readonly string[];
  readonly crawlDelaySeconds?: number;
}

/** No robots.txt, or an empty one: everything is allowed (RFC 9309 §2.3.1.3). */
export const NO_RULES: RobotsRules = { rules: [] };

/**
 * What a robots.txt says to the robot of this product token: the groups that name it, or else those for all (RFC 9309
 * §2.2.1). Lines that mean nothing are passed over.
 * @param productToken for instance `Wireroom`, in any letter case
 */
export function parseRobots(text: string, productToken: string): RobotsRules {
  const named: Group = { rules: [] };
  const others: Group = { rules: [] };
  let isNamed = false;
  let current: ReadonlySet<Group> = new Set();
  let opens = true;
  for (const line of text.slice(0, MAX_LENGTH).split(/\r\n?|\n/)) {
    const [name = '', value = ''] = fieldOf(line);
    if (name === 'user-agent') {
      const token = value.toLowerCase();
      const group = token === '*' ? others : tokenOf(token) === productToken.toLowerCase() ? named : undefined;
      current = new Set([...(opens ? [] : current), ...(group === undefined ? [] : [group])]);
      isNamed ||= group === named;
      opens = false;
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      for (const group of current) enter(group, name, value);
      opens = true;
    }
  }
  const { rules, crawlDelaySeconds } = isNamed ? named : others;
  return compact({ rules, crawlDelaySeconds });
}

/**
 * Whether a page may be fetched: the longest rule that matches decides, and allows where two are as long (RFC 9309 §2.2.2).
 */
export function isAllowed({ rules }: RobotsRules, url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = normalise(pathname + search);
  let longest = -1;
  let allowed = true;
  for (const rule of rules) {
    const pattern = rule.slice(1);
    if (pattern.length < longest || !matches(pattern, path)) continue;
    allowed = rule.startsWith('+') || (pattern.length === longest && allowed);
    longest = pattern.length;
  }
  return allowed;
}

interface Group {
  readonly rules: string[];
  crawlDelaySeconds?: number;
}

function enter(group: Group, name: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (name === 'crawl-delay') {
    if (/^\d{1,6}(?:\.\d{1,6})?$/.test(value)) group.crawlDelaySeconds = Number(value);
  } else if (value !== '' && group.rules.length < MAX_RULES) {
    group.rules.push((name === 'allow' ? '+' : '-') + normalise(value));
  }
}

/** `Name: value # comment`, the name in lower case. */
function fieldOf(line: string): [string, string] | [] {
  const bare = line.split('#', 1)[0] ?? '';
  const colon = bare.indexOf(':');
  return colon < 0 ? [] : [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()];
}

/** Some write `Wireroom/1.0` where RFC 9309 §2.2.1 has letters, `_` and `-` only. */
const tokenOf = (value: string): string => /^[a-z_-]*/.exec(value)?.[0] ?? '';

/** Each part between two `*` is looked for behind the one before it, so that no pattern costs more than its length times the path's. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const last = parts.length - 1;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (index === last && isAnchored)
      return path.length - part.length >= at && path.endsWith(part) && (index > 0 || path === part);
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** One spelling for each path: letters beyond ASCII percent-encoded, unreserved characters not (RFC 9309 §2.2.2, RFC 3986 §6.2.2). */
function normalise(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
    });
}
