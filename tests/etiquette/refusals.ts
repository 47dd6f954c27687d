import { conditional, DAY, editionAt, HOUR, MINUTE, rss } from './documents.ts';
import { apart, pairs, type Scenario } from './scenario.ts';
import type { Visit } from './site.ts';

const refused = ({ reply }: Visit): boolean => (reply.status ?? 200) >= 400;

/** Counts the visits to a host within `lengthMs` after a 429. */
function duringCoolDown(visits: readonly Visit[], lengthMs: number) {
  const refusals = visits.filter(({ reply }) => reply.status === 429);
  const bad = visits.filter((visit) => refusals.some(({ at }) => visit.at > at && visit.at < at + lengthMs));
  return { seen: `${bad.length} after ${refusals.length} refusals`, isKept: refusals.length > 0 && bad.length === 0 };
}

const five = ['/a', '/b', '/c', '/d', '/e'];

export const refusals: readonly Scenario[] = [
  {
    rule: 'Retry-After in seconds',
    expected: '3 hours after a 503',
    answer: ({ at, count }) =>
      count % 10 === 4 ? { status: 503, headers: { 'retry-after': '10800' } } : { body: rss(editionAt(at, 2)) },
    judge: apart(180, refused),
  },
  {
    rule: 'Retry-After as a date',
    expected: '3 hours after a 503',
    answer: ({ at, count }) =>
      count % 10 === 4
        ? { status: 503, headers: { 'retry-after': new Date(at + 3 * HOUR + 1_000).toUTCString() } }
        : { body: rss(editionAt(at, 2)) },
    judge: apart(180, refused),
  },
  {
    rule: '429 for one feed of five',
    expected: 'all five wait for 4 hours',
    feeds: five,
    answer: ({ at, path, count }) =>
      path === '/c' && count % 10 === 4
        ? { status: 429, headers: { 'retry-after': '14400' } }
        : { body: rss(editionAt(at, 8)) },
    judge: (visits) => duringCoolDown(visits, 4 * HOUR),
  },
  {
    rule: '429 that names no time',
    expected: 'all five wait for 30 minutes',
    feeds: five,
    answer: ({ at, path, count }) =>
      path === '/c' && count % 10 === 4 ? { status: 429 } : { body: rss(editionAt(at, 8)) },
    judge: (visits) => duringCoolDown(visits, 30 * MINUTE),
  },
  {
    rule: 'a feed that fails',
    expected: 'waits grow, and polls go on',
    answer: () => ({ status: 500 }),
    judge(visits) {
      const waits = pairs(visits).map(([one, next]) => next.at - one.at);
      // A wait may be up to two minutes shorter, because the schedule runs at full minutes.
      const grows = waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0) - 2 * MINUTE);
      return {
        seen: `${visits.length} visits, waits ${grows ? 'grow' : "don't grow"}, last wait ${((waits.at(-1) ?? 0) / HOUR).toFixed(1)} h`,
        isKept: grows && visits.length >= 5 && visits.length <= 30 && Math.max(...waits) <= 7 * DAY,
      };
    },
  },
  {
    rule: 'a feed that is gone (410)',
    expected: 'no further visit',
    answer: ({ at, count }) => (count < 3 ? { body: rss(editionAt(at, 2)) } : { status: 410 }),
    judge: (visits) => ({ seen: `${visits.length - 4} more`, isKept: visits.length === 4 }),
  },
  {
    rule: 'one 404',
    expected: 'asked again within a day',
    answer: (question) => (question.count === 3 ? { status: 404 } : conditional(question, editionAt(question.at, 2))),
    judge(visits) {
      const wait = ((visits[4]?.at ?? Number.NaN) - (visits[3]?.at ?? 0)) / MINUTE;
      return { seen: `after ${wait.toFixed(0)} min`, isKept: wait >= 15 && wait <= 24 * 60 };
    },
  },
];
