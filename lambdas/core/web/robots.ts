/** robots.txt: which pages of a host may be fetched, and at what pace (RFC 9309; `crawl-delay` by custom). */
import { compact } from '../compact.ts';
import { isStatement, StatementList } from './host-statements.ts';
import { matchesPath, normalisePath, pathIn } from './robots-path.ts';

/** Max size that is read, in bytes: RFC 9309 §2.5 asks for 500 KiB at least. All rules in it are kept, however many they are. */
export const MAX_ROBOTS_BYTES = 500 * 1024;
const LINE_FEED = 0x0a;

/** Max characters of a path that all rules with a `*` together may search: 0.1 s, or 50,000 such rules on a path of 200. */
const MAX_SEARCHED = 10_000_000;

/** Returns the part of a robots.txt that is read: whole lines, because half a rule is another rule. */
export function readablePart(body: Uint8Array): Uint8Array {
  if (body.length <= MAX_ROBOTS_BYTES) return body;
  return body.subarray(0, body.lastIndexOf(LINE_FEED, MAX_ROBOTS_BYTES - 1) + 1 || MAX_ROBOTS_BYTES);
}

/** The rules of a host's robots.txt for one robot. */
export interface RobotsRules {
  /** `+/path` allows, `-/path` disallows; `*` stands for anything, `$` at the end for the end. */
  readonly rules: readonly string[];
  readonly crawlDelaySeconds?: number;
  /** What the host says of the use of its pages (host-statements.ts); absent if it says nothing. */
  readonly statements?: readonly string[];
}

/** The rules of a host without a robots.txt, or with an empty one: everything is allowed (RFC 9309 §2.3.1.3). */
export const NO_RULES: RobotsRules = { rules: [] };

/**
 * Returns the rules of a robots.txt for one robot: of the groups that name the robot, else of those for all robots (RFC
 * 9309 §2.2.1). Other lines are ignored.
 * @param productToken the robot's name, for instance `Wireroom`, in any letter case
 */
export function parseRobots(text: string, productToken: string): RobotsRules {
  const groups = new Map<Addressee, Group>();
  /** The groups that the user-agent lines before a rule have opened. */
  const open = new Set<Group>();
  /** The statements before the first group. */
  const ofHost = new StatementList();
  let isInRules = true;
  let hasGroup = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const { name, value } = fieldOf(line);
    if (name === 'user-agent') {
      if (isInRules) open.clear();
      const addressee = addresseeOf(value.toLowerCase(), productToken.toLowerCase());
      if (addressee !== undefined) open.add(groupOf(groups, addressee));
      isInRules = false;
      hasGroup = true;
    } else if (isStatement(name)) {
      if (!hasGroup && name !== 'content-usage') ofHost.add(name, value);
      for (const { statements } of open) statements.add(name, value);
      // It ends no group: other records than RFC 9309's don't interfere with these (§2.2.4).
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      for (const group of open) addRule(group, name, value);
      isInRules = true;
    }
  }
  const { rules, crawlDelaySeconds, statements } = groups.get('robot') ?? groups.get('all') ?? emptyGroup();
  const kept = detached(statements.over(ofHost));
  return compact({ rules: detached(rules), crawlDelaySeconds, statements: kept.length === 0 ? undefined : kept });
}

/** Copies lines out of the text of the robots.txt, which they would keep in memory as a whole. They consist of ASCII. */
const detached = (rules: readonly string[]): readonly string[] =>
  rules.length === 0 ? [] : Buffer.from(rules.join('\n'), 'latin1').toString('latin1').split('\n');

/** The robots that a user-agent line speaks to: ours, or all. */
type Addressee = 'robot' | 'all';

interface Group {
  readonly rules: string[];
  readonly statements: StatementList;
  crawlDelaySeconds?: number;
}

const emptyGroup = (): Group => ({ rules: [], statements: new StatementList() });

/** `Name: value # comment`, the name in lower case; an empty name if the line is no field. */
function fieldOf(line: string): { readonly name: string; readonly value: string } {
  const field = line.split('#', 1)[0] ?? '';
  const colon = field.indexOf(':');
  if (colon < 0) return { name: '', value: '' };
  return { name: field.slice(0, colon).trim().toLowerCase(), value: field.slice(colon + 1).trim() };
}

/** Publishers write `Wireroom/1.0`, where RFC 9309 §2.2.1 has letters, `_` and `-` only. */
function addresseeOf(userAgent: string, productToken: string): Addressee | undefined {
  if (userAgent === '*') return 'all';
  return /^[a-z_-]*/.exec(userAgent)?.[0] === productToken ? 'robot' : undefined;
}

/** Groups for the same robots count as one group (RFC 9309 §2.2.1). */
function groupOf(groups: Map<Addressee, Group>, addressee: Addressee): Group {
  const group = groups.get(addressee) ?? emptyGroup();
  groups.set(addressee, group);
  return group;
}

function addRule(group: Group, name: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (name === 'crawl-delay') {
    if (/^\d{1,6}(?:\.\d{1,6})?$/.test(value)) group.crawlDelaySeconds = Number(value);
  } else if (value !== '') {
    group.rules.push((name === 'allow' ? '+' : '-') + normalisePath(value));
  }
}

/**
 * Whether a page may be fetched: by the longest rule that matches, or by `allow` if two are as long (RFC 9309 §2.2.2). A page
 * whose rules take too long to match may not.
 */
export function isAllowed({ rules }: RobotsRules, url: string): boolean {
  const path = pathIn(url);
  let longest = -1;
  let allowed = true;
  let searched = 0;
  for (const rule of rules) {
    const pattern = rule.slice(1);
    if (pattern.length < longest) continue;
    const wildcard = pattern.indexOf('*');
    if (wildcard >= 0 && path.startsWith(pattern.slice(0, wildcard))) searched += path.length;
    if (searched > MAX_SEARCHED) return false;
    if (!matchesPath(pattern, path)) continue;
    allowed = rule.startsWith('+') || (pattern.length === longest && allowed);
    longest = pattern.length;
  }
  return allowed;
}
