import { describe, expect, it } from 'vitest';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { pageOf, sportFeed } from '../../fakes/messages.ts';
import {
  BRIEF,
  forbidden,
  from,
  LIE,
  lie,
  otherFeed,
  own,
  ownFeed,
  PAPER,
  pageWith,
  readable,
  TRUTH,
  thirdFeed,
} from '../../fakes/speakers.ts';
import type { Answer } from '../../fakes/web.ts';

describe('a stand-in', () => {
  it.each<[string, ItemMessage]>([
    ['under the headline that the site gives', lie],
    ['under another headline', from(otherFeed, { title: 'Mayor admits everything', content: LIE })],
    ['with the same words', { ...own, feed: otherFeed }],
    ['at the same address in http', from(otherFeed, { url: PAPER.replace('https:', 'http:'), content: LIE })],
  ])('a stand-in %s is taken over by the site’s own feed, once, under its id', async (_, first) => {
    const { articles, ingest } = world({ [PAPER]: forbidden, [PAPER.replace('https:', 'http:')]: forbidden });
    const published = await ingest(first);
    const { articleId } = only(articles) ?? {};
    expect(published).toEqual({ outcome: 'published', articleId });
    expect(await ingest(own)).toEqual({ outcome: 'revised', articleId });
    expect(only(articles)).toMatchObject({
      ...{ articleId, revision: 2, title: 'Ferry returns', text: TRUTH, url: PAPER, authors: ['Ada Quay'] },
      ...{ siteName: 'Harbour Post', feedId: ownFeed.feedId, textSource: 'feed', wordsOf: 'site' },
    });
    expect(only(articles)?.appearances.map(({ feedId }) => feedId)).toEqual(['feed-x', ownFeed.feedId]);
    expect(await ingest(own)).toEqual({ outcome: 'unchanged', articleId });
    expect(only(articles)?.revision).toBe(2);
  });

  it('a stand-in is revised by its own feed, and no longer once its site has spoken', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    await ingest(lie);
    const edited = (word: string, foundAt: string) => from(otherFeed, { content: `${LIE} ${word}` }, foundAt);
    expect(await ingest(edited('More.', LATER))).toMatchObject({ outcome: 'revised' });
    await ingest(own);
    expect(await ingest(edited('Most.', '2026-11-23T10:00:00.000Z'))).toMatchObject({ outcome: 'unchanged' });
    expect(only(articles)).toMatchObject({ revision: 3, text: TRUTH });
  });

  it('a stand-in is not revised by a third site’s feed', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    await ingest(lie);
    await ingest(from(thirdFeed, { content: TRUTH }));
    expect(await ingest(from(thirdFeed, { content: `${TRUTH} More.` }, LATER))).toMatchObject({ outcome: 'unchanged' });
    expect(only(articles)).toMatchObject({ revision: 1, text: LIE, feedId: 'feed-x' });
  });

  it.each<[string, ItemMessage]>([
    ['a third site’s feed', from(thirdFeed)],
    ['the feed that gave the words', from(otherFeed, { content: `${LIE} More.` }, LATER)],
  ])('is taken over by its page when %s announces it and the page can be read', async (_, second) => {
    const pages: Record<string, Answer> = { [PAPER]: forbidden };
    const { articles, ingest } = world(pages);
    await ingest(lie);
    pages[PAPER] = readable;
    expect(await ingest(second)).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ revision: 2, text: TRUTH, wordsOf: 'site', textSource: 'page' });
  });

  it('a stand-in is taken over by its page at a recheck, even if the page says less', async () => {
    const pages: Record<string, Answer> = { [PAPER]: forbidden };
    const { articles, ingest, recheck } = world(pages);
    await ingest(lie);
    const { articleId = '' } = only(articles) ?? {};
    expect(await recheck(articleId)).toMatchObject({ outcome: 'unchanged' });
    pages[PAPER] = { body: pageOf('Ferry returns', BRIEF) };
    expect(await recheck(articleId)).toMatchObject({ outcome: 'revised' });
    expect(await recheck(articleId)).toMatchObject({ outcome: 'unchanged' });
    expect(only(articles)).toMatchObject({ revision: 2, text: BRIEF, wordsOf: 'site' });
  });

  it('a stand-in is taken over when the site’s page gives the address as its own', async () => {
    const pages: Record<string, Answer> = { [PAPER]: forbidden };
    const { articles, ingest } = world(pages);
    await ingest(from(otherFeed, { title: 'Mayor admits everything', content: LIE }));
    const view = `${PAPER}/amp`;
    pages[view] = { body: readable.body?.replace('<title>', `<link rel="canonical" href="${PAPER}"><title>`) ?? '' };
    expect(await ingest(from(ownFeed, { url: view }))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ url: PAPER, text: TRUTH, feedId: ownFeed.feedId });
  });

  it('a stand-in is taken over at the announced address although the page has given another address of its site', async () => {
    const link = `${PAPER}?id=1`;
    const head = `<link rel="canonical" href="${PAPER}"><meta property="article:content_tier" content="locked">`;
    const pages: Record<string, Answer> = { [link]: pageWith('The ferry is …', head) };
    const { articles, ingest } = world(pages);
    await ingest(from(otherFeed, { url: link, content: LIE }));
    expect(only(articles)).toMatchObject({ url: PAPER, wordsOf: 'other-site' });
    pages[link] = forbidden;
    expect(await ingest(from(ownFeed, { url: link, content: TRUTH }))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ text: TRUTH, wordsOf: 'site' });
  });

  it('a stand-in keeps no text from the site that wrote it', async () => {
    const { articles, ingest } = world({ 'https://harbour.example/nothing': { status: 404 }, [PAPER]: forbidden });
    await ingest(from(otherFeed, { url: 'https://harbour.example/nothing', content: TRUTH }));
    expect(await ingest(own)).toMatchObject({ outcome: 'published' });
    expect([...articles.articles.values()].map(({ wordsOf }) => wordsOf)).toEqual(['other-site', 'site']);
  });

  it('a stand-in does not move to an address of its feed’s own site, and so keeps no address from the site', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    await ingest(lie);
    await ingest(from(otherFeed, { url: 'https://evil.example/1', content: LIE }, LATER));
    expect(await ingest(own)).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ url: PAPER, text: TRUTH });
  });

  it('a stand-in is one article and one revision when two functions bring the site’s word at once', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    await ingest(lie);
    const outcomes = await Promise.all([ingest(own), ingest(own), ingest(from(sportFeed, { content: TRUTH }))]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appeared', 'revised', 'unchanged']);
    expect(only(articles)).toMatchObject({ revision: 2, wordsOf: 'site' });
    expect(only(articles)?.appearances).toHaveLength(3);
  });

  it('a stand-in is taken over when both functions published at once and the other site was quicker', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    const outcomes = await Promise.all([ingest(lie), ingest(own)]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['published', 'revised']);
    expect(only(articles)).toMatchObject({ text: TRUTH, feedId: ownFeed.feedId });
  });
});
