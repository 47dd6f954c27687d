import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import type { FakeArticleStore } from '../../fakes/article-store.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { message } from '../../fakes/messages.ts';
import {
  forbidden,
  from,
  LIE,
  leadingTo,
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

type Pages = Record<string, Answer | FetchOutcome>;
const EVIL = 'https://evil.example/1';
/** An address of the paper that leads wherever its query says. */
const OPEN_REDIRECT = 'https://harbour.example/go?to=evil.example';
const claiming = (url: string) => `<link rel="canonical" href="${url}"><meta property="og:url" content="${url}">`;
const LATEST = '2026-11-23T10:00:00.000Z';

const at = (store: FakeArticleStore, url: string): Article[] =>
  [...store.articles.values()].filter((article) => article.url === url);

/** The paper's article is there, in the paper's words, and the paper can revise it. */
async function expectOwnArticle({ articles, ingest }: ReturnType<typeof world>): Promise<void> {
  expect(at(articles, PAPER)).toMatchObject([{ text: TRUTH, wordsOf: 'site' }]);
  const edited = from(ownFeed, { content: `${TRUTH} Edited.` }, LATEST);
  expect(await ingest(edited)).toMatchObject({ outcome: expect.stringMatching(/revised|unchanged/) });
  expect(at(articles, PAPER)).toMatchObject([{ wordsOf: 'site', text: expect.not.stringContaining(LIE) }]);
}

describe('the paper’s item comes to its own article although another site', () => {
  it.each<[string, Pages, Parameters<ReturnType<typeof world>['ingest']>[0][]]>([
    ['has announced the address first', {}, [lie]],
    [
      'has announced the paper’s guid first',
      {},
      [from(otherFeed, { guid: 'https://harbour.example/?p=1', url: EVIL, content: LIE })],
    ],
    [
      'has an article of its own and then moves it to the address',
      { [EVIL]: pageWith(LIE) },
      [from(otherFeed, { url: EVIL, content: LIE }), from(otherFeed, { content: LIE }, LATER)],
    ],
    [
      'has announced the address with the text of an article of its own',
      { [EVIL]: pageWith(LIE) },
      [from(otherFeed, { url: EVIL, content: LIE }), from({ ...otherFeed, feedId: 'x2' }, { content: LIE })],
    ],
    [
      'has announced the address with the guid of an article of its own',
      { [EVIL]: pageWith(LIE) },
      [
        from(otherFeed, { guid: 'https://evil.example/g', url: EVIL, content: LIE }),
        from({ ...otherFeed, feedId: 'x2' }, { guid: 'https://evil.example/g', content: LIE }),
      ],
    ],
    [
      'has a page that gives the address as its own',
      { [EVIL]: pageWith(LIE, claiming(PAPER)) },
      [from(otherFeed, { url: EVIL, content: LIE })],
    ],
    [
      'has a page that gives the address as its own, and announces it by an open redirect of the paper',
      { [OPEN_REDIRECT]: leadingTo(EVIL, pageWith(LIE, claiming(PAPER))) },
      [from(otherFeed, { url: OPEN_REDIRECT, content: LIE })],
    ],
    [
      'has announced the address with a user, a fragment and a port of the scheme',
      {},
      [from(otherFeed, { url: 'http://evil@harbour.example:80/news/1#evil', content: LIE })],
    ],
  ])('the paper’s item comes to its own article although another site %s', async (_, pages, items) => {
    const subject = world({ [PAPER]: forbidden, 'http://harbour.example/news/1': forbidden, ...pages });
    for (const each of items) await subject.ingest(each);
    expect(await subject.ingest({ ...own, item: { ...own.item, guid: 'https://harbour.example/?p=1' } })).toMatchObject(
      {
        outcome: expect.stringMatching(/published|revised/),
      },
    );
    await expectOwnArticle(subject);
  });

  it('the paper’s item comes to its own article although another site has announced the address with the text of an article that was deleted', async () => {
    const subject = world({ [PAPER]: forbidden, [EVIL]: pageWith(LIE) });
    await subject.ingest(from(otherFeed, { url: EVIL, content: LIE }));
    subject.articles.articles.clear();
    await subject.ingest(from({ ...otherFeed, feedId: 'x2' }, { content: LIE }));
    expect(await subject.ingest(own)).toMatchObject({ outcome: 'published' });
    await expectOwnArticle(subject);
  });
});

it('the paper takes over another site’s words at an http address although its page declares an https address', async () => {
  const [insecure, pages] = ['http://harbour.example/news/1', {} as Pages];
  const subject = world(pages);
  await subject.ingest(from(otherFeed, { url: insecure, content: LIE }));
  pages[insecure] = leadingTo(PAPER, pageWith(TRUTH, claiming(PAPER)));
  expect(await subject.ingest(from(ownFeed, { url: insecure, content: TRUTH }))).toMatchObject({ outcome: 'revised' });
  await expectOwnArticle(subject);
});

describe('the address of an article', () => {
  it('the address of an article is the page’s if the paper’s open redirect leads to the page of another site', async () => {
    const { articles, ingest } = world({ [OPEN_REDIRECT]: leadingTo(EVIL, pageWith(LIE)) });
    await ingest(from(otherFeed, { url: OPEN_REDIRECT, content: LIE }));
    expect(only(articles)).toMatchObject({ url: EVIL, text: LIE });
  });

  it('the address of an article is the page’s even if another article of the other site has contested it', async () => {
    const { articles, ingest } = world({
      'https://evil.example/2': pageWith(TRUTH, claiming(EVIL)),
      [EVIL]: { body: pageWith(LIE).body?.replaceAll('Ferry returns', 'Mayor admits') ?? '' },
      [OPEN_REDIRECT]: leadingTo(EVIL, pageWith(LIE)),
    });
    await ingest(from(otherFeed, { guid: '1', url: EVIL, title: 'Mayor admits', content: LIE }));
    await ingest(from(otherFeed, { guid: '2', url: OPEN_REDIRECT, content: LIE }));
    expect([...articles.articles.values()].map(({ url }) => url)).not.toContain(OPEN_REDIRECT);
  });

  it('the address of an article is the feed’s if it leads to a page of another site and the words are the feed’s', async () => {
    const link = 'https://evil.example/r';
    const page = pageWith('The ferry is …', '<meta property="article:content_tier" content="locked">');
    const { articles, ingest } = world({ [link]: leadingTo(PAPER, page) });
    await ingest(from(otherFeed, { url: link, content: LIE }));
    expect(only(articles)).toMatchObject({ url: link, text: LIE, siteName: 'Evil Post' });
  });

  it('the address of an article is not that of a neighbour at a host of sites that no list knows', async () => {
    const [eve, ada] = ['https://eve.hosting.example/ferry-returns', 'https://ada.hosting.example/ferry-returns'];
    const { articles, ingest } = world({ [eve]: pageWith(LIE, claiming(ada)) });
    await ingest(from({ ...otherFeed, url: 'https://eve.hosting.example/rss' }, { url: eve, content: LIE }));
    expect(only(articles)).toMatchObject({ url: eve });
  });
});

describe('an article in the paper’s words stays as it is when another site', () => {
  /** The other site's link leads to the paper's page. */
  const LINK = 'https://evil.example/r';
  const announcing = (url: string, text = LIE, foundAt?: string) => from(otherFeed, { url, content: text }, foundAt);

  it.each<[string, string, Answer | FetchOutcome]>([
    ['lets its link lead to a page of its own', LINK, leadingTo(EVIL, pageWith(LIE))],
    [
      'lets its link lead to a page of its own that gives the paper’s address',
      LINK,
      leadingTo(EVIL, pageWith(LIE, claiming(PAPER))),
    ],
    ['lets its link lead nowhere', LINK, { status: 410 }],
    [
      'lets the paper’s redirect lead to a page of its own',
      OPEN_REDIRECT,
      leadingTo(EVIL, pageWith(LIE, claiming(PAPER))),
    ],
    ['lets the paper’s redirect lead nowhere', OPEN_REDIRECT, leadingTo(EVIL, { status: 410 })],
  ])('an article in the paper’s words stays as it is when another site %s', async (_, link, answer) => {
    const pages: Pages = { [link]: leadingTo(PAPER, readable), [PAPER]: readable };
    const { articles, ingest, recheck } = world(pages);
    await ingest(announcing(link));
    const article = only(articles);
    expect(article).toMatchObject({ url: PAPER, text: TRUTH, wordsOf: 'site' });
    await ingest(own);
    pages[link] = answer;
    expect(await ingest(announcing(link, `${LIE} More.`, LATER))).toMatchObject({ outcome: 'unchanged' });
    expect(await recheck(article?.articleId ?? '')).toMatchObject({ outcome: 'unchanged' });
    expect(only(articles)).toMatchObject({ revision: 1, text: TRUTH, url: PAPER });
    expect(only(articles)).not.toHaveProperty('retractedAt');
  });

  it.each<[string, Answer]>([
    ['lead to a page that the paper lacks', { status: 404 }],
    ['lead to another article of the paper', pageWith(LIE)],
  ])(
    'an article in the paper’s words stays as it is when another site lets its way through the paper’s redirect %s',
    async (_, answer) => {
      const pages: Pages = { [OPEN_REDIRECT]: leadingTo(PAPER, readable), [PAPER]: readable };
      const { articles, ingest, recheck } = world(pages);
      await ingest(announcing(OPEN_REDIRECT));
      const article = only(articles);
      expect(article).toMatchObject({ url: PAPER, text: TRUTH, wordsOf: 'site' });
      pages[OPEN_REDIRECT] = leadingTo('https://harbour.example/news/2', answer);
      expect(await recheck(article?.articleId ?? '')).toMatchObject({ outcome: 'unchanged' });
      expect(await ingest(announcing(OPEN_REDIRECT, `${LIE} More.`, LATER))).toMatchObject({ outcome: 'unchanged' });
      expect(only(articles)).toEqual(article);
    },
  );

  it('an article in the paper’s words stays as it is when another site changes the date, the headline or the text of its item', async () => {
    const { articles, ingest } = world({ [PAPER]: readable });
    await ingest(from(otherFeed, { publishedAt: '2026-11-23T07:00:00.000Z' }));
    const edited = { title: 'Ferry returns: a scandal', content: LIE, publishedAt: '2020-01-01T00:00:00.000Z' };
    expect(await ingest(from(otherFeed, edited, LATER))).toMatchObject({ outcome: 'unchanged' });
    expect(only(articles)).toMatchObject({ revision: 1, publishedAt: '2026-11-23T07:00:00.000Z' });
  });

  it('an article in the paper’s words stays as it is when another site’s item changes, unless the paper has changed its page', async () => {
    const pages: Pages = { [PAPER]: readable };
    const { articles, ingest } = world(pages);
    await ingest(own);
    await ingest(lie);
    pages[PAPER] = pageWith(`${TRUTH} The crew is well.`);
    expect(await ingest(from(otherFeed, { content: `${LIE} More.` }, LATER))).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({
      text: `${TRUTH} The crew is well.`,
      authors: ['Ada Quay'],
      feedId: ownFeed.feedId,
    });
  });

  it('an article in the paper’s words stays as it is when another site copies it and then edits its copy', async () => {
    const pages: Pages = { [PAPER]: readable, [EVIL]: pageWith(TRUTH) };
    const { articles, ingest } = world(pages);
    await ingest(own);
    expect(await ingest(from(otherFeed, { url: EVIL }))).toMatchObject({ outcome: 'appeared' });
    pages[EVIL] = pageWith(LIE, claiming(PAPER));
    expect(await ingest(from(otherFeed, { url: EVIL, content: LIE }, LATER))).toMatchObject({ outcome: 'unchanged' });
    expect(only(articles)).toMatchObject({ revision: 1, text: TRUTH });
  });
});

it('an aggregator’s items whose links lead to the papers have the papers’ words and addresses', async () => {
  const link = 'https://news.aggregator.example/articles/CBMi';
  const { articles, ingest } = world({ [link]: leadingTo(PAPER, readable) });
  const aggregator = { feedId: 'g', url: 'https://news.aggregator.example/rss', title: 'Aggregator' };
  await ingest(message({ feed: aggregator, item: { ...own.item, url: link, content: LIE, authors: [] } }));
  expect(only(articles)).toMatchObject({ url: PAPER, text: TRUTH, wordsOf: 'site' });
  expect(only(articles)).not.toHaveProperty('siteName');
});
