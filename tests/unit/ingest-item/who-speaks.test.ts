import { describe, expect, it } from 'vitest';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { item, message, pageOf, sportFeed } from '../../fakes/messages.ts';
import {
  BRIEF,
  forbidden,
  from,
  LIE,
  lie,
  otherFeed,
  own,
  PAPER,
  pageWith,
  readable,
  TRUTH,
  thirdFeed,
} from '../../fakes/speakers.ts';
import type { Answer } from '../../fakes/web.ts';

const FEEDBURNER = 'https://feeds.feedburner.com/harbour';
const burner = { feedId: 'feed-f', url: FEEDBURNER, title: 'Harbour Post' };

describe('the words of a feed about another site', () => {
  it('a feed’s words about another site stand in while the page can’t be read, are marked, and don’t borrow the name of a site', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    await ingest(lie);
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site', text: LIE, url: PAPER, pageFailure: 'http-403' });
    expect(only(articles)).not.toHaveProperty('siteName');
  });

  it('a feed’s words about another site yield to a page that says less', async () => {
    const { articles, ingest } = world({ [PAPER]: { body: pageOf('Ferry returns', BRIEF) } });
    await ingest(lie);
    expect(only(articles)).toMatchObject({
      wordsOf: 'site',
      text: BRIEF,
      textSource: 'page',
    });
  });

  it('a feed’s words about another site give no author and no picture to a page that has none', async () => {
    const { articles, ingest } = world({ [PAPER]: readable });
    await ingest(lie);
    expect(only(articles)).toMatchObject({ wordsOf: 'site', text: TRUTH, authors: [] });
    expect(only(articles)).not.toHaveProperty('image');
    expect(only(articles)).not.toHaveProperty('siteName');
  });

  it('a feed’s words about another site yield to an article that contradicts their headline', async () => {
    const page = readable.body?.replace('<title>', '<meta property="og:type" content="article"><title>') ?? '';
    const { articles, ingest } = world({ [PAPER]: { body: page } });
    await ingest(from(otherFeed, { title: 'Mayor admits everything', content: LIE }));
    expect(only(articles)).toMatchObject({ wordsOf: 'site', title: 'Ferry returns', text: TRUTH });
  });

  it('a feed’s words about another site stand in beside a login page, which is no article', async () => {
    const { articles, ingest } = world({
      [PAPER]: { body: pageOf('Log in', 'Please enter your name and your password.') },
    });
    await ingest(lie);
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site', title: 'Ferry returns', pageFailure: 'other-page' });
  });

  it('a feed’s words about another site stand in for a paid article of which the page shows the beginning, under the page’s own headline and author', async () => {
    const teaser = pageOf('Ferry returns at last', 'The ferry is …').replace(
      '<title>',
      '<meta name="author" content="Ada Quay"><meta property="article:content_tier" content="locked"><title>',
    );
    const { articles, ingest } = world({ [PAPER]: { body: teaser } });
    await ingest(lie);
    expect(only(articles)).toMatchObject({
      wordsOf: 'other-site',
      title: 'Ferry returns at last',
      authors: ['Ada Quay'],
    });
  });

  it('a feed’s words about another site stand in if the feed’s pages are not to be read', async () => {
    const { articles, ingest } = world({ [PAPER]: readable });
    await ingest({ ...lie, feed: { ...otherFeed, pages: 'off' } });
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site' });
  });

  it('a feed’s words about another site become an appearance at an address at which the site’s own feed carried another site’s copy', async () => {
    const wire = 'https://mirror.example/wire/9';
    const { articles, ingest, pass } = world({ [PAPER]: forbidden, [wire]: pageWith(TRUTH) });
    await ingest(from(thirdFeed, { url: wire }));
    expect(await ingest(own)).toMatchObject({ outcome: 'appeared' });
    pass(1_000);
    const other = from(otherFeed, { title: 'Mayor admits everything', content: LIE });
    expect(await ingest(other)).toMatchObject({ outcome: 'appeared' });
    expect(only(articles)).toMatchObject({ url: wire, text: TRUTH });
  });

  it('a feed’s words about another site become an appearance if the site has spoken before, whatever their headline and however late they come', async () => {
    const { articles, ingest, pass } = world({ [PAPER]: forbidden });
    await ingest(own);
    pass(1_000);
    expect(await ingest(lie)).toMatchObject({ outcome: 'appeared' });
    const other = from(thirdFeed, { title: 'Mayor admits everything', content: LIE });
    expect(await ingest(other)).toMatchObject({ outcome: 'appeared' });
    expect(only(articles)).toMatchObject({ revision: 1, text: TRUTH, wordsOf: 'site' });
  });
});

describe('a feed on a host of feeds', () => {
  const naming = (feed: string) => `<link rel="alternate" type="application/rss+xml" href="${feed}"><title>`;

  it('a feed on a host of feeds speaks for the site whose page names the feed, even where the page says less', async () => {
    const body = pageOf('Ferry returns', BRIEF).replace('<title>', naming('//feeds.feedburner.com/harbour'));
    const { articles, ingest } = world({ [PAPER]: { body } });
    await ingest(from(burner, { content: TRUTH, authors: [{ name: 'Ada Quay' }] }));
    expect(only(articles)).toMatchObject({
      wordsOf: 'site',
      text: TRUTH,
      authors: ['Ada Quay'],
      siteName: 'Harbour Post',
    });
  });

  it('a feed on a host of feeds takes a stand-in over if the page names the feed', async () => {
    const pages: Record<string, Answer> = { [PAPER]: forbidden };
    const { articles, ingest } = world(pages);
    await ingest(lie);
    pages[PAPER] = { body: pageOf('Ferry returns', BRIEF).replace('<title>', naming(`${FEEDBURNER}/`)) };
    await ingest(from(burner, { content: TRUTH }));
    expect(only(articles)).toMatchObject({ feedId: 'feed-f', text: TRUTH, wordsOf: 'site' });
  });

  it('a feed on a host of feeds revises its own words later, although the page can’t be read any more', async () => {
    const body = pageOf('Ferry returns', BRIEF).replace('<title>', naming(FEEDBURNER));
    const pages: Record<string, Answer> = { [PAPER]: { body } };
    const { articles, ingest } = world(pages);
    await ingest(from(burner, { content: TRUTH }));
    pages[PAPER] = forbidden;
    expect(await ingest(from(burner, { content: `${TRUTH} More.` }, LATER))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({ text: `${TRUTH} More.`, wordsOf: 'site' });
  });

  it('a feed on a host of feeds does not speak for a site whose page names it outside of the head', async () => {
    const body = readable.body?.replace('</article>', `</article>${naming(otherFeed.url)}`) ?? '';
    const { articles, ingest } = world({ [PAPER]: { body } });
    await ingest(lie);
    expect(only(articles)).toMatchObject({ text: TRUTH });
  });

  it('a feed on a host of feeds gives its words marked if it is all that is known, and revises them', async () => {
    const { articles, ingest } = world({ [PAPER]: forbidden });
    await ingest(from(burner, { content: TRUTH, authors: [{ name: 'Ada Quay' }] }));
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site', text: TRUTH, authors: ['Ada Quay'] });
    expect(await ingest(from(burner, { content: LIE }, LATER))).toMatchObject({ outcome: 'revised' });
  });

  it('a feed on a host of feeds has the page’s words, with its own date and language where the page says neither', async () => {
    const body = (readable.body ?? '').replace(' lang="en"', '');
    const { articles, ingest } = world({ [PAPER]: { body } });
    await ingest(from({ ...burner, language: 'en-GB' }, { publishedAt: '2026-11-23T07:00:00.000Z' }));
    expect(only(articles)).toMatchObject({
      wordsOf: 'site',
      publishedAt: '2026-11-23T07:00:00.000Z',
      language: 'en-GB',
    });
    expect(only(articles)?.provenance).toMatchObject({ publishedAt: 'feed', language: 'feed' });
  });

  it('a feed on a host of feeds speaks for its items without an address, as for an episode of a podcast', async () => {
    const { url: _, ...episode } = item({ guid: 'episode-1', content: TRUTH });
    const { articles, ingest } = world();
    await ingest(
      message({ feed: { feedId: 'p', url: 'https://feeds.megaphone.fm/ships', title: 'Ships' }, item: episode }),
    );
    expect(only(articles)).toMatchObject({ wordsOf: 'site', siteName: 'Ships', text: TRUTH });
  });

  it('a feed on a host of feeds does not speak for its neighbours on the same host', async () => {
    const neighbour = 'https://feeds.feedburner.com/~r/harbour/~3/1';
    const { articles, ingest } = world({ [neighbour]: forbidden });
    await ingest(from({ ...burner, url: 'https://feeds.feedburner.com/evil' }, { url: neighbour, content: LIE }));
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site' });
  });
});

describe('two feeds of one site', () => {
  it('an item of the second feed is an appearance, and no page is read for it', async () => {
    const { articles, ingest, web } = world({ [PAPER]: readable });
    await ingest(own);
    web.requests.length = 0;
    expect(await ingest(from(sportFeed, { content: LIE }))).toMatchObject({ outcome: 'appeared' });
    expect(web.requests).toEqual([]);
    expect(only(articles)).toMatchObject({ revision: 1, text: TRUTH });
  });
});
