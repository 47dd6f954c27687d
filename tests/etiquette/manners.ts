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
const INTRUSIVE = ['referer', 'authorization', 'from', 'origin', 'x-forwarded-for'];

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
    rule: 'no referrer or credentials, cookies only in a chain of redirects',
    expected: 'none',
    judge(visits) {
      const bad = visits.filter(
        (visit) => INTRUSIVE.some((name) => visit.headers[name] !== undefined) || hasStoredCookie(visit, visits),
      );
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

/** Whether a request has a cookie although the answer of its host before it was no redirect. */
function hasStoredCookie(visit: Visit, visits: readonly Visit[]): boolean {
  if (visit.headers.cookie === undefined) return false;
  const before = visits.slice(0, visits.indexOf(visit)).findLast(({ host }) => host === visit.host);
  return before?.reply.headers?.['location'] === undefined;
}
