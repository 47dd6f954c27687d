import { describe, expect, it } from 'vitest';
import { ingestWorld, LATER, only } from '../../fakes/ingest-world.ts';
import { feedA, item, message, sportFeed } from '../../fakes/messages.ts';
import {
  BRIEF,
  forbidden,
  LIE,
  lie,
  otherFeed,
  own,
  ownFeed,
  PAPER,
  pageWith,
  readable,
  TRUTH,
} from '../../fakes/speakers.ts';
import type { Answer } from '../../fakes/web.ts';

describe('the language that an operator sets', () => {
  const german = { ...feedA, language: 'fr', languageSetting: 'de-CH' };

  it('it goes before the page’s and the feed’s, and before what the words say', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: readable });
    await ingest(message({ feed: german }));
    expect(only(articles)).toMatchObject({ language: 'de-CH', provenance: { language: 'setting' } });
  });

  it('a recheck keeps it', async () => {
    const pages = { [PAPER]: readable };
    const { ingest, articles, recheck } = ingestWorld(pages);
    await ingest(message({ feed: german }));
    pages[PAPER] = pageWith(`${BRIEF} ${LIE}`);
    expect(await recheck(only(articles)?.articleId ?? '')).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ language: 'de-CH', provenance: { language: 'setting' } });
  });

  it('it ends with the next revision after the setting is reset', async () => {
    const { ingest, articles } = ingestWorld();
    await ingest(message({ feed: german }));
    const edited = item({ title: 'Ferry returns late' });
    await ingest(message({ feed: { ...feedA, language: 'en' }, item: edited, foundAt: LATER }));
    expect(only(articles)).toMatchObject({ revision: 2, language: 'en', provenance: { language: 'feed' } });
  });

  it('a revision that another feed of the site brings keeps it', async () => {
    const pages: Record<string, Answer> = { [PAPER]: forbidden };
    const { ingest, articles } = ingestWorld(pages);
    await ingest(message({ feed: german, item: item({ content: TRUTH }) }));
    await ingest(message({ feed: sportFeed }));
    pages[PAPER] = readable;
    const edited = item({ title: 'Ferry returns late' });
    expect(await ingest(message({ feed: sportFeed, item: edited, foundAt: LATER }))).toMatchObject({
      outcome: 'revised',
    });
    expect(only(articles)).toMatchObject({ language: 'de-CH', provenance: { language: 'setting' } });
  });

  it('without it, the page’s language counts', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: readable });
    await ingest(message({ feed: { ...feedA, language: 'fr' } }));
    expect(only(articles)?.language).toBe('en');
  });
});

describe('whether a feed is its site’s own', () => {
  it('the words of a feed elsewhere are the site’s if the operator says so', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
    await ingest({ ...lie, feed: { ...otherFeed, site: 'own' } });
    expect(only(articles)).toMatchObject({ wordsOf: 'site', feedId: otherFeed.feedId });
  });

  it('the words of a feed at the site’s address are another’s if the operator says so', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
    await ingest({ ...own, feed: { ...ownFeed, site: 'other' } });
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site' });
  });

  it('a feed elsewhere that is the site’s own takes a stand-in over, and the article is its', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
    await ingest({ ...own, feed: { ...ownFeed, site: 'other' } });
    await ingest({ ...lie, item: { ...lie.item, title: own.item.title ?? '' }, feed: { ...otherFeed, site: 'own' } });
    expect(only(articles)).toMatchObject({ wordsOf: 'site', feedId: otherFeed.feedId, revision: 2 });
  });
});
