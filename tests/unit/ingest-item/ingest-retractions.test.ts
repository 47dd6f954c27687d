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
async function ingestEdits(first: Answer, ...answers: readonly Answer[]) {
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

describe('an edited item whose page is gone or fails', () => {
  const gone = { status: 404 };
  const goneForGood = { status: 410 };

  it.each<[string, readonly Answer[], readonly string[]]>([
    ['a page that is not found any more retracts its article', [gone], ['retracted']],
    ['a page that is gone for good retracts its article', [goneForGood], ['retracted']],
    ['a page that is still gone changes nothing more', [gone, goneForGood], ['retracted', 'unchanged']],
    ['a page that is there again restores its article', [gone, there], ['retracted', 'restored']],
    [
      'a page that comes and goes retracts its article once more',
      [gone, there, gone],
      ['retracted', 'restored', 'retracted'],
    ],
    [
      'a page that is there again with other words revises its article',
      [gone, { body: pageOf('Ferry returns', longText('the ferry and its crew')) }],
      ['retracted', 'revised'],
    ],
    [
      'a retracted article stays retracted if its page has become a login',
      [gone, elsewhere],
      ['retracted', 'unchanged'],
    ],
    ['a page that asks for payment (402) changes nothing', [{ status: 402 }], ['unchanged']],
    ['a page that is forbidden changes nothing', [{ status: 403 }], ['unchanged']],
    ['a page that fails changes nothing', [{ status: 500 }], ['unchanged']],
  ])('%s', async (_, answers, expected) => {
    const { articles, outcomes } = await ingestEdits(there, ...answers);
    expect(outcomes).toEqual(expected);
    const isRetracted = expected.findLast((outcome) => outcome !== 'unchanged') === 'retracted';
    expect(only(articles)?.retractedAt).toBe(isRetracted ? '2026-11-23T08:00:05.000Z' : undefined);
    const writes = expected.filter((outcome) => outcome !== 'unchanged').length;
    expect(articles.streamRecords, 'nothing is written for what is unchanged').toBe(1 + writes);
  });

  it('an article with the feed’s text is revised, not retracted, if its page is still not found', async () => {
    const { articles, outcomes } = await ingestEdits(gone, gone);
    expect(outcomes).toEqual(['revised']);
    expect(only(articles)).not.toHaveProperty('retractedAt');
  });

  it('a retraction leaves the content of the article as it was', async () => {
    const { articles } = await ingestEdits(there, gone);
    expect(only(articles)).toMatchObject({ revision: 1, title: 'Ferry returns', textSource: 'page' });
  });

  it('an edit that retracted its article is not fetched again when it comes again', async () => {
    const { ingest, web } = await ingestEdits(there, gone);
    const asked = web.requests.length;
    expect(await ingest(edit(1))).toMatchObject({ outcome: 'unchanged' });
    expect(web.requests).toHaveLength(asked);
  });
});

it('a copy on another site that is gone does not retract the article', async () => {
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

it('an article is retracted when the feed’s address is gone, although the page gave another address as its own', async () => {
  const address = '<link rel="canonical" href="https://www.harbour.example/ferry-returns">';
  const { articles, outcomes } = await ingestEdits(
    { body: there.body?.replace('<title>', `${address}<title>`) ?? '' },
    { status: 410 },
  );
  expect(only(articles)?.url).toBe('https://www.harbour.example/ferry-returns');
  expect(outcomes).toEqual(['retracted']);
});

it('an article is retracted once when several functions find its page gone at the same moment', async () => {
  const { articles, ingest, pages } = await ingestEdits(there);
  pages[PAGE] = { status: 404 };
  const outcomes = await Promise.all([edit(1), edit(2), edit(1)].map((each) => ingest(each)));
  expect(outcomes.filter(({ outcome }) => outcome === 'retracted')).toHaveLength(1);
  expect(articles.streamRecords).toBe(2);
});
