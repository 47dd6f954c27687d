import { describe, expect, it } from 'vitest';
import type { ArticleRights } from '../../../lambdas/core/rights/rights.ts';
import { ingestWorld, LATER, only } from '../../fakes/ingest-world.ts';
import { feedA, item, message } from '../../fakes/messages.ts';
import { fakeHostStore, pagesOf } from '../../fakes/pages.ts';
import { forbidden, from, LIE, leadingTo, otherFeed, PAPER, pageWith, readable, TRUTH } from '../../fakes/speakers.ts';
import { type Answer, fakeWeb } from '../../fakes/web.ts';

const ROBOTS = 'https://harbour.example/robots.txt';
const BY = 'https://creativecommons.org/licenses/by/4.0/';
const rights: ArticleRights = { license: BY, train: 'allowed', source: { license: 'feed:license', train: 'feed:rsl' } };
const noTraining: Answer = { body: 'User-agent: *\nContent-Signal: ai-train=no, search=yes' };
const byHost = {
  train: 'disallowed',
  search: 'allowed',
  source: { train: 'robots-txt:content-signal', search: 'robots-txt:content-signal' },
};
const own = message({ item: item({ content: TRUTH, rights }) });
const foreign = from(otherFeed, { content: LIE, rights: { search: 'disallowed', ...rights } });

describe('the rights of an article', () => {
  it('are absent if nobody says anything', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: readable });
    await ingest(message());
    expect(only(articles)).not.toHaveProperty('rights');
  });

  it('are what host, headers, page and feed say, the stricter of each, and cost no request more', async () => {
    const page = {
      ...pageWith(TRUTH, '<meta name="robots" content="nosnippet">'),
      headers: { 'content-usage': 'search=n' },
    };
    const { ingest, articles, web } = ingestWorld({ [PAPER]: page, [ROBOTS]: noTraining });
    await ingest(own);
    expect(only(articles)?.rights).toEqual({
      license: BY,
      train: 'disallowed',
      ai: 'disallowed',
      search: 'disallowed',
      source: {
        license: 'feed:license',
        train: 'robots-txt:content-signal',
        ai: 'page:robots',
        search: 'header:content-usage',
      },
    });
    expect(web.requests.map(({ url }) => url)).toEqual([ROBOTS, PAPER]);
  });

  it('are what host and feed say if the page can’t be read', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden, [ROBOTS]: noTraining });
    await ingest(own);
    expect(only(articles)).toMatchObject({ textSource: 'feed', rights: { ...byHost, license: BY } });
  });

  it('are not granted by a host that forbids the page', async () => {
    const robots = { body: `${noTraining.body}\nDisallow: /` };
    const { ingest, articles } = ingestWorld({ [ROBOTS]: robots });
    await ingest(message());
    expect(only(articles)).toMatchObject({ pageFailure: 'robots' });
    expect(only(articles)?.rights).toEqual({ train: 'disallowed', source: { train: 'robots-txt:content-signal' } });
  });

  it('are the feed’s alone if the operator reads no pages of the feed', async () => {
    const { ingest, articles, web } = ingestWorld({ [ROBOTS]: noTraining });
    await ingest({ ...own, feed: { ...feedA, pages: 'off' } });
    expect(only(articles)?.rights).toEqual(rights);
    expect(web.requests).toEqual([]);
  });

  it('are those of the host that served the page', async () => {
    const served = 'https://www.harbour.example/news/1';
    const { ingest, articles } = ingestWorld({
      [PAPER]: leadingTo(served, readable),
      [ROBOTS]: noTraining,
    });
    await ingest(message());
    expect(only(articles)).not.toHaveProperty('rights');
  });

  it('are read with a host’s record of an earlier version, which has no statements', async () => {
    const hosts = fakeHostStore();
    hosts.hosts.set('https://harbour.example', { robots: { rules: [], validUntil: '2030-01-01T00:00:00.000Z' } });
    const { fetch, requests } = fakeWeb({
      [PAPER]: pageWith(TRUTH, '<meta name="robots" content="noai">'),
      [ROBOTS]: noTraining,
    });
    const page = await pagesOf(fetch, () => new Date(LATER), hosts)(PAPER, 1);
    expect(page).toMatchObject({ kind: 'page', reading: { metadata: { rights: { train: 'disallowed' } } } });
    expect(page).not.toHaveProperty('host');
    expect(requests.map(({ url }) => url)).toEqual([PAPER]);
  });

  it('are not those of an answer that is no page', async () => {
    const { ingest, articles } = ingestWorld({
      [PAPER]: { status: 404, headers: { 'x-robots-tag': 'noindex, noai' } },
    });
    await ingest(message());
    expect(only(articles)).not.toHaveProperty('rights');
  });
});

describe('a feed of another site', () => {
  it('neither grants nor refuses the use of a page', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: readable, [ROBOTS]: noTraining });
    await ingest(foreign);
    expect(only(articles)).toMatchObject({ wordsOf: 'site', rights: byHost });
    expect(only(articles)?.rights).toEqual(byHost);
  });

  it('neither grants nor refuses the use of words that stand in for a page', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden, [ROBOTS]: noTraining });
    await ingest(foreign);
    expect(only(articles)).toMatchObject({ wordsOf: 'other-site' });
    expect(only(articles)?.rights).toEqual(byHost);
  });

  it('says nothing of a stand-in that no host speaks for', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
    await ingest(foreign);
    expect(only(articles)).not.toHaveProperty('rights');
  });

  it('yields to the site’s statements when the site takes the article over', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: forbidden });
    await ingest(foreign);
    await ingest(own);
    expect(only(articles)).toMatchObject({ wordsOf: 'site', revision: 2, rights });
  });

  it('speaks for a page if its operator says that it is the site’s own', async () => {
    const { ingest, articles } = ingestWorld({ [PAPER]: readable });
    await ingest({ ...foreign, feed: { ...otherFeed, site: 'own' } });
    expect(only(articles)?.rights).toMatchObject({ search: 'disallowed', train: 'allowed', license: BY });
  });

  it('has no host behind it that speaks for the page', async () => {
    const robots = 'https://evil.example/robots.txt';
    const { ingest, articles } = ingestWorld({
      [PAPER]: readable,
      [robots]: { body: 'User-agent: *\nContent-Usage: train-ai=y' },
    });
    await ingest(foreign);
    expect(only(articles)).not.toHaveProperty('rights');
  });
});

describe('a change of rights', () => {
  const changing = () => {
    const answers: Record<string, Answer> = { [PAPER]: readable };
    const world = ingestWorld(answers);
    const serve = (page: Answer): void => {
      answers[PAPER] = page;
    };
    return { ...world, serve };
  };
  const noAi = '<meta name="robots" content="noai">';

  it('alone makes no revision and writes nothing', async () => {
    const { ingest, recheck, articles, serve } = changing();
    const outcome = await ingest(message());
    const records = articles.streamRecords;
    serve(pageWith(TRUTH, noAi));
    expect(await recheck('articleId' in outcome ? outcome.articleId : '')).toMatchObject({ outcome: 'unchanged' });
    expect(
      await ingest({ ...message(), item: item({ title: 'Ferry returns', summary: 'Again.' }), foundAt: LATER }),
    ).toMatchObject({ outcome: 'unchanged' });
    expect(articles.streamRecords).toBe(records);
    expect(only(articles)).not.toHaveProperty('rights');
  });

  it('comes with the next revision, and what the feed has said stays', async () => {
    const { ingest, recheck, articles, serve } = changing();
    const outcome = await ingest(own);
    serve(pageWith(`${TRUTH} The night boat follows in May.`, noAi));
    expect(await recheck('articleId' in outcome ? outcome.articleId : '')).toMatchObject({ outcome: 'revised' });
    expect(only(articles)).toMatchObject({
      revision: 2,
      rights: { license: BY, train: 'disallowed', source: { license: 'feed:license', train: 'page:robots' } },
    });
    serve(pageWith(`${TRUTH} The night boat follows in June.`));
    await recheck('articleId' in outcome ? outcome.articleId : '');
    expect(only(articles)).toMatchObject({ revision: 3, rights: { license: BY, source: { license: 'feed:license' } } });
    expect(only(articles)?.rights).not.toHaveProperty('train');
  });
});
