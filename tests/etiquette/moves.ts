import { conditional, DAY, editionAt, START } from './documents.ts';
import { at, type Scenario } from './scenario.ts';
import type { Question, Reply } from './site.ts';

const feed = (question: Question): Reply => conditional(question, editionAt(question.at, 6));
const redirected = (question: Question, status: number): Reply => ({
  status,
  headers: { location: `${question.origins.there}/feed` },
});

export const moves: readonly Scenario[] = [
  {
    rule: 'a temporary redirect',
    expected: 'the first address each time',
    answer: (question) => (question.host === 'here' ? redirected(question, 302) : feed(question)),
    judge(visits) {
      const [here, there] = [at(visits, 'here').length, at(visits, 'there').length];
      return { seen: `${here} and ${there} visits`, isKept: here > 1 && here === there };
    },
  },
  {
    rule: 'a permanent redirect',
    expected: 'taken after 7 days',
    answer: (question) => (question.host === 'here' ? redirected(question, 301) : feed(question)),
    judge(visits) {
      const last = ((at(visits, 'here').at(-1)?.at ?? 0) - START) / DAY;
      const after = at(visits, 'there').filter((visit) => visit.at > START + last * DAY + 60_000).length;
      return { seen: `after ${last.toFixed(1)} days`, isKept: last >= 7 && last < 8 && after > 0 };
    },
  },
  {
    rule: 'https for http',
    expected: 'taken at once',
    answer: (question) =>
      question.isSecure
        ? feed(question)
        : { status: 301, headers: { location: `${question.origins.here.replace('http:', 'https:')}${question.path}` } },
    judge(visits) {
      const plain = visits.filter(({ isSecure }) => !isSecure).length;
      return { seen: `${plain} of ${visits.length} in http`, isKept: plain === 1 && visits.length > 2 };
    },
  },
  {
    rule: 'a captive portal for two days',
    expected: 'its redirect is forgotten',
    answer(question) {
      if (question.host === 'there')
        return { headers: { 'content-type': 'text/html' }, body: '<!doctype html><html></html>' };
      const isCaught = question.at >= START + DAY && question.at < START + 3 * DAY;
      return isCaught ? redirected(question, 301) : feed(question);
    },
    judge(visits) {
      const after = visits.filter((visit) => visit.at >= START + 3 * DAY);
      const strays = at(after, 'there').length;
      return {
        seen: `${after.length - strays} visits, ${strays} at the portal`,
        isKept: after.length > strays && strays === 0,
      };
    },
  },
];
