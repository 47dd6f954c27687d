import { describe, expect, it } from 'vitest';
import type { IngestOutcome } from '../../../lambdas/ingest-item/outcome.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedB, item, longText, message, pageOf } from '../../fakes/messages.ts';
import type { Answer } from '../../fakes/web.ts';

const PAGE = 'https://harbour.example/news/1';
const there: Answer = { body: pageOf('Ferry returns', longText('the ferry')) };
const elsewhere: Answer = { body: pageOf('Sign in', longText('your account')) };
const edit = (n: number) =>
  message({
    item: item({ summary: `Edited ${n} times.` }),
    foundAt: `2026-11-23T${String(9 + n).padStart(2, '0')}:00:00.000Z`,
  });

/** An article that was ingested with the first answer and edited with each of the others. */
async function seen(first: Answer, ...answers: readonly Answer[]) {
  const pages: Record<string, Answer> = { [PAGE]: first };
  const { articles, ingest, web } = world(pages);
  await ingest(message());
  const outcomes: IngestOutcome['outcome'][] = [];
  for (const [index, answer] of answers.entries()) {
    pages[PAGE] = answer;
    outcomes.push((await ingest(edit(index + 1))).outcome);
  }
  return { articles, ingest, web, pages, outcomes };
}

describe('an edited item whose page', () => {
  const gone = { status: 404 };
  const goneForGood = { status: 410 };

  it.each<[string, readonly Answer[], readonly string[]]>([
    ['is not found any more retracts its article', [gone], ['retracted']],
    ['is gone for good retracts it', [goneForGood], ['retracted']],
    ['is still gone changes nothing more', [gone, goneForGood], ['retracted', 'unchanged']],
    ['is there again restores it', [gone, there], ['retracted', 'restored']],
    ['comes and goes retracts it once more', [gone, there, gone], ['retracted', 'restored', 'retracted']],
    [
      'is there again with other words revises it',
      [gone, { body: pageOf('Ferry returns', longText('the ferry and its crew')) }],
      ['retracted', 'revised'],
    ],
    ['has become a login is not taken for it', [gone, elsewhere], ['retracted', 'unchanged']],
    ['asks for money is not gone', [{ status: 402 }], ['unchanged']],
    ['is forbidden is not gone', [{ status: 403 }], ['unchanged']],
    ['fails is not gone', [{ status: 500 }], ['unchanged']],
  ])('%s', async (_, answers, expected) => {
    const { articles, outcomes } = await seen(there, ...answers);
    expect(outcomes).toEqual(expected);
    const isRetracted = expected.findLast((outcome) => outcome !== 'unchanged') === 'retracted';
    expect(only(articles)?.retractedAt).toBe(isRetracted ? '2026-11-23T08:00:05.000Z' : undefined);
    const writes = expected.filter((outcome) => outcome !== 'unchanged').length;
    expect(articles.streamRecords, 'nothing is written for what is unchanged').toBe(1 + writes);
  });

  it('was never there is no retraction: its article has the words of the feed, and gets the new ones', async () => {
    const { articles, outcomes } = await seen(gone, gone);
    expect(outcomes).toEqual(['revised']);
    expect(only(articles)).not.toHaveProperty('retractedAt');
  });

  it('is gone leaves what the article says as it was', async () => {
    const { articles } = await seen(there, gone);
    expect(only(articles)).toMatchObject({ revision: 1, title: 'Ferry returns', textSource: 'page' });
  });

  it('is gone is known to be ingested: the same edit once more asks for nothing', async () => {
    const { ingest, web } = await seen(there, gone);
    const asked = web.requests.length;
    expect(await ingest(edit(1))).toMatchObject({ outcome: 'unchanged' });
    expect(web.requests).toHaveLength(asked);
  });
});

it('a copy on another site that is taken down retracts nothing', async () => {
  const WIRE = 'https://valley.example/wire/9';
  const pages: Record<string, Answer> = { [PAGE]: there, [WIRE]: there };
  const { articles, ingest } = world(pages);
  await ingest(message());
  const copy = item({ guid: '9', url: WIRE });
  expect(await ingest(message({ feed: feedB, item: copy }))).toMatchObject({ outcome: 'appeared' });
  pages[WIRE] = { status: 410 };
  const edited = message({ feed: feedB, item: { ...copy, summary: 'Edited.' }, foundAt: LATER });
  expect(await ingest(edited)).toMatchObject({ outcome: 'unchanged' });
  expect(only(articles)).not.toHaveProperty('retractedAt');
});

it('an article whose page gives it another address is retracted by the one that its feed knows', async () => {
  const address = '<link rel="canonical" href="https://www.harbour.example/ferry-returns">';
  const { articles, outcomes } = await seen(
    { body: there.body?.replace('<title>', `${address}<title>`) ?? '' },
    { status: 410 },
  );
  expect(only(articles)?.url).toBe('https://www.harbour.example/ferry-returns');
  expect(outcomes).toEqual(['retracted']);
});

it('of two functions that find it gone at once one retracts it', async () => {
  const { articles, ingest, pages } = await seen(there);
  pages[PAGE] = { status: 404 };
  const outcomes = await Promise.all([edit(1), edit(2), edit(1)].map((each) => ingest(each)));
  expect(outcomes.filter(({ outcome }) => outcome === 'retracted')).toHaveLength(1);
  expect(articles.streamRecords).toBe(2);
});
