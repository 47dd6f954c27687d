import { expect, it } from 'vitest';
import { nearFingerprints } from '../../../lambdas/core/article/identity/fingerprints.ts';
import { article } from '../../fakes/article.ts';
import { ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedB, item, message, pageOf } from '../../fakes/messages.ts';
import { FERRY, MARKET } from '../../fakes/stories.ts';

const WIRE = 'https://valley.example/wire/9';
const copy = message({ feed: feedB, item: item({ guid: WIRE, url: WIRE }) });

interface Stored {
  readonly articleId: string;
  readonly story: readonly string[];
  readonly publishedAt?: string;
}

/** A world with the page of the copy, and with articles of which each holds one key to the page's text. */
function worldWith(...stored: readonly Stored[]) {
  const subject = world({ [WIRE]: { body: pageOf('Ferry returns', FERRY.join('</p><p>')) } });
  const keys = nearFingerprints(FERRY.join('\n')).map(({ fingerprint }) => fingerprint);
  for (const [index, { articleId, story, publishedAt = '2026-11-23T07:00:00.000Z' }] of stored.entries()) {
    const text = story.join('\n');
    const [near] = nearFingerprints(text);
    const fingerprint = keys[index] ?? '';
    if (near === undefined) throw new Error('The text is too short.');
    subject.articles.articles.set(articleId, article({ articleId, text, publishedAt }));
    subject.articles.claims.set(fingerprint, { fingerprint, articleId, sketch: near.sketch });
  }
  return subject;
}

const half: Stored = { articleId: 'half', story: [...FERRY.slice(0, 7), ...MARKET.slice(0, 2)] };
const most: Stored = { articleId: 'most', story: [...FERRY.slice(0, 9), MARKET[5]] };
const old = (number: number): Stored => ({
  ...most,
  articleId: `old-${number}`,
  publishedAt: '2026-11-12T07:00:00.000Z',
});

it('a copy becomes an appearance of the article with the nearest text, whichever article is found first', async () => {
  const { articles, ingest } = worldWith(half, most);
  expect(await ingest(copy)).toEqual({ outcome: 'appeared', articleId: 'most' });
  const { similarity = 0 } = articles.articles.get('most')?.appearances[1] ?? {};
  expect(similarity).toBeGreaterThan(0.8);
  expect(similarity, 'in hundredths').toBe(Math.round(similarity * 100) / 100);
});

it('a copy becomes an appearance if the two nearest articles are too old', async () => {
  const { ingest } = worldWith(half, old(1), old(2));
  expect(await ingest(copy)).toEqual({ outcome: 'appeared', articleId: 'half' });
});

it('a copy becomes an article if the three nearest articles are too old, because no fourth article is read', async () => {
  const { ingest } = worldWith(half, old(1), old(2), old(3));
  expect(await ingest(copy)).toMatchObject({ outcome: 'published' });
});

it('a copy becomes an appearance of an article that an earlier version stored, and gives it today’s keys', async () => {
  const subject = world({ [WIRE]: { body: pageOf('Ferry returns', FERRY.join('</p><p>')) } });
  const text = most.story.join('\n');
  const keys = nearFingerprints(text);
  subject.articles.articles.set('old', article({ articleId: 'old', text, publishedAt: '2026-11-23T07:00:00.000Z' }));
  for (const { fingerprint, sketch, isRetired } of keys)
    if (isRetired) subject.articles.claims.set(fingerprint, { fingerprint, articleId: 'old', sketch });
  expect(await subject.ingest(copy)).toEqual({ outcome: 'appeared', articleId: 'old' });
  const names = nearFingerprints(FERRY.join('\n')).filter(({ isRetired }) => !isRetired);
  expect(names.filter(({ fingerprint }) => subject.articles.claims.get(fingerprint)?.articleId === 'old')).toHaveLength(
    6,
  );
});
