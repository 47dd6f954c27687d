import { conditional, DAY, editionAt, HOUR, rss } from './documents.ts';
import { apart, type Scenario } from './scenario.ts';

const hours = (from: number, to: number): string =>
  `<skipHours>${Array.from({ length: to - from }, (_, n) => `<hour>${from + n}</hour>`).join('')}</skipHours>`;

/** A publisher whose channel has more elements. Its 304s have no document, so no channel. */
const saying = (channel: string) => (question: Parameters<Scenario['answer']>[0]) =>
  conditional(question, editionAt(question.at, 2), channel);

export const rhythm: readonly Scenario[] = [
  {
    rule: 'a busy feed',
    expected: '5 minutes apart',
    answer: ({ at }) => ({ body: rss(at < Date.parse('2026-11-23T06:00:00Z') ? editionAt(at, 0.02) : 0) }),
    judge: apart(5),
  },
  {
    rule: 'a quiet feed',
    expected: '30 visits at most',
    answer: (question) => conditional(question, 1),
    judge: (visits) => ({ seen: `${visits.length} visits`, isKept: visits.length > 5 && visits.length <= 30 }),
  },
  {
    rule: 'max-age',
    expected: '90 minutes apart',
    answer(question) {
      const reply = conditional(question, editionAt(question.at, 1));
      return reply.status === 304
        ? reply
        : { ...reply, headers: { ...reply.headers, 'cache-control': 'max-age=5400' } };
    },
    judge: apart(90),
  },
  {
    rule: 'Expires',
    expected: '2 hours apart',
    answer: ({ at }) => ({
      headers: { date: new Date(at).toUTCString(), expires: new Date(at + 2 * HOUR).toUTCString() },
      body: rss(editionAt(at, 1)),
    }),
    judge: apart(119.9),
  },
  { rule: 'ttl', expected: '90 minutes apart', answer: saying('<ttl>90</ttl>'), judge: apart(90) },
  {
    rule: 'sy:updatePeriod, sy:updateFrequency',
    expected: '4 hours apart',
    answer: saying('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>6</sy:updateFrequency>'),
    judge: apart(240),
  },
  {
    rule: 'skipHours',
    expected: 'no visit from 0 to 6 GMT',
    answer: saying(hours(0, 6)),
    judge(visits) {
      const bad = visits.slice(1).filter(({ at }) => new Date(at).getUTCHours() < 6);
      return { seen: `${bad.length} of ${visits.length - 1}`, isKept: visits.length > 1 && bad.length === 0 };
    },
  },
  {
    rule: 'skipDays',
    expected: 'one visit on Sunday at most',
    answer: saying('<skipDays><day>Sunday</day></skipDays>'),
    judge(visits) {
      const sunday = visits.filter(({ at }) => new Date(at).getUTCDay() === 0);
      return { seen: `${sunday.length} of ${visits.length}`, isKept: visits.length > 1 && sunday.length <= 1 };
    },
  },
  {
    rule: 'no bursts',
    expected: 'at most 6 of 20 feeds per minute',
    feeds: Array.from({ length: 20 }, (_, n) => `/feed-${n}`),
    answer: ({ at }) => ({ headers: { 'cache-control': 'max-age=21600' }, body: rss(editionAt(at, 6)) }),
    judge(visits) {
      const last = visits.at(-1)?.at ?? 0;
      const lastDay = visits.filter(({ at }) => at > last - DAY);
      const busiest = Math.max(
        ...[...Map.groupBy(lastDay, ({ at }) => Math.floor(at / 60_000)).values()].map((v) => v.length),
      );
      return { seen: `${busiest} in the busiest minute`, isKept: lastDay.length >= 20 && busiest <= 6 };
    },
  },
  {
    rule: 'one at a time, a second apart',
    expected: 'at a host of 10 feeds',
    feeds: Array.from({ length: 10 }, (_, n) => `/feed-${n}`),
    answer: ({ at }) => ({ headers: { 'cache-control': 'max-age=43200' }, body: rss(editionAt(at, 3)) }),
    judge(visits, mostAtOnce) {
      const times = visits.map(({ at }) => at).sort((a, b) => a - b);
      const least = Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
      return { seen: `${mostAtOnce} at once, ${least} ms apart`, isKept: mostAtOnce === 1 && least >= 1_000 };
    },
  },
];
