import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../../../../tools/cli/feeds/discover-feeds.ts';
import { type Answer, fakeWeb } from '../../../../fakes/web.ts';

const SITE = 'https://harbour.example/';
const rss = (title: string, more = ''): Answer => ({
  body: `<rss version="2.0"><channel><title>${title}</title>${more}<item><title>A</title><link>${SITE}a</link><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>`,
});
const page = (body: string): Answer => ({
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html>${body}`,
});
const link = (href: string): string => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

async function discovered(answers: Record<string, Answer>, address = SITE) {
  const web = fakeWeb(answers);
  const { feeds, refused } = await discoverFeeds(web.fetch, address);
  return { feeds, refused, asked: web.requests.map(({ url }) => url) };
}

describe('the feeds of a site', () => {
  it('an address that is a feed is found with one request', async () => {
    const { feeds, asked } = await discovered({ [SITE]: rss('News') });
    expect(feeds).toEqual([
      {
        url: SITE,
        from: 'itself',
        format: 'RSS 2.0',
        title: 'News',
        items: 1,
        newestItemAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
    expect(asked).toEqual([SITE]);
  });

  it('the feeds that a page links are found, and the usual paths are not requested', async () => {
    const { feeds, asked } = await discovered({
      [SITE]: page(`${link('/news')}<a href="/rss/sport">Sport</a>`),
      [`${SITE}news`]: rss(
        'News',
        '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>',
      ),
      [`${SITE}rss/sport`]: rss('Sport'),
      [`${SITE}robots.txt`]: {},
    });
    expect(feeds).toMatchObject([
      { url: `${SITE}news`, from: 'link', title: 'News', hub: 'https://hub.example/' },
      { url: `${SITE}rss/sport`, from: 'anchor', title: 'Sport' },
    ]);
    expect(asked).toEqual([SITE, `${SITE}news`, `${SITE}rss/sport`, `${SITE}robots.txt`]);
  });

  it('the first usual path that is a feed is found when the page links no feed', async () => {
    const { feeds, asked } = await discovered({
      [SITE]: page('<p>Hi'),
      [`${SITE}rss.xml`]: rss('News'),
      [`${SITE}atom.xml`]: rss('Twin'),
    });
    expect(feeds).toMatchObject([{ url: `${SITE}rss.xml`, from: 'usual-path' }]);
    expect(asked).not.toContain(`${SITE}atom.xml`);
  });

  it('a feed’s hub is read from the headers', async () => {
    const { feeds } = await discovered({
      [SITE]: { ...rss('News'), headers: { link: '<https://hub.example/>; rel=hub' } },
    });
    expect(feeds).toMatchObject([{ hub: 'https://hub.example/' }]);
  });

  it('a linked address that is no feed is refused with a reason, and a guessed address is not', async () => {
    const { feeds, refused } = await discovered({
      [SITE]: page(`${link('/gone')}${link('/page')}<a href="/feed/x">x</a>`),
      [`${SITE}gone`]: { status: 404 },
      [`${SITE}page`]: page('<p>Hi'),
    });
    expect(feeds).toEqual([]);
    expect(refused).toEqual([
      { url: `${SITE}gone`, reason: 'It answers with status 404.' },
      { url: `${SITE}page`, reason: expect.stringContaining('HTML page') },
    ]);
  });

  it('a site that doesn’t answer is refused with a reason, after one request', async () => {
    const { refused, asked } = await discovered({});
    expect(refused).toEqual([{ url: SITE, reason: "It can't be fetched: no such host." }]);
    expect(asked).toEqual([SITE]);
  });
});
