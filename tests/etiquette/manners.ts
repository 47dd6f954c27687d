/** The rules that every publisher expects every request to keep. */
import type { Finding } from './scenario.ts';
import { ACCEPTED_PATHS } from './scenarios.ts';
import type { Visit } from './site.ts';

export interface Manner {
  readonly rule: string;
  readonly expected: string;
  readonly judge: (visits: readonly Visit[]) => Finding;
}

/** Headers that reveal more than a publisher needs. */
const INTRUSIVE = ['cookie', 'referer', 'authorization', 'from', 'origin', 'x-forwarded-for'];

export const manners: readonly Manner[] = [
  {
    rule: 'User-Agent',
    expected: 'one, with version and contact',
    judge(visits) {
      const agents = [...new Set(visits.map(({ headers }) => headers['user-agent'] ?? ''))];
      const isKept = agents.length === 1 && agents.every((agent) => /^\S+\/\d\S* \(\+https?:\/\/\S+\)$/.test(agent));
      return { seen: agents.length === 1 ? (agents[0] ?? '') : `${agents.length} User-Agents`, isKept };
    },
  },
  {
    rule: 'no cookies, referrer or credentials',
    expected: 'none',
    judge(visits) {
      const bad = visits.filter(({ headers }) => INTRUSIVE.some((name) => headers[name] !== undefined));
      return { seen: `${bad.length} of ${visits.length}`, isKept: bad.length === 0 };
    },
  },
  {
    rule: 'addresses as they were given',
    expected: 'nothing added, only GET',
    judge(visits) {
      const bad = visits.filter(({ path, method }) => !ACCEPTED_PATHS.has(path) || method !== 'GET');
      return { seen: `${bad.length} of ${visits.length} otherwise`, isKept: bad.length === 0 };
    },
  },
];
