import fc from 'fast-check';
import { DOMParser, parseHTML } from 'linkedom';
import Parser from 'rss-parser';
import { describe, expect, it, test } from 'vitest';
import { articlesInEdition } from '../../../../tools/sample/editions.ts';
import { renderAtom } from '../../../../tools/sample/feeds/atom.ts';
import type { Feed } from '../../../../tools/sample/feeds/feed.ts';
import { renderRss1 } from '../../../../tools/sample/feeds/rss1.ts';
import { renderRss2 } from '../../../../tools/sample/feeds/rss2.ts';
import { appeals } from '../../../../tools/sample/pages/appeals.ts';
import { cdata, Markup, markup } from '../../../../tools/sample/parts/markup.ts';
import { encodeWindows1252 } from '../../../../tools/sample/parts/windows-1252.ts';
import { sampleSite } from '../../../../tools/sample/site.ts';

const origin = 'http://127.0.0.1:8080';
const start = new Date('2026-11-05T12:00:00Z');
const site = sampleSite(origin, 2, start);
const text = (path: string) => String(site.get(path)?.body);
const page = (path: string) => parseHTML(text(path)).document;
const articles = articlesInEdition(2, start, origin).filter(({ takenDown }) => !takenDown);
const linkedData = (path: string) =>
  page(path).querySelector('script[type="application/ld+json"]')?.textContent ?? null;
const meta = (path: string, name: string) =>
  page(path).querySelector(`meta[property="${name}"]`)?.getAttribute('content');

describe('a feed document', () => {
  const asText = (title: string) => title;
  const asHtml = (title: string) => markup`${title}`.source;
  test.each([
    ['RSS 2.0', renderRss2, asText],
    ['RSS 1.0', renderRss1, asText],
    ['Atom', renderAtom, asHtml],
  ])('a feed in %s is well-formed and keeps its text, whatever the characters', async (_, render, inTitle) => {
    const characters = [...'<>&"\'; ]]>-!?[]ä€\u0000😀ab', '\uD800'];
    const anyText = fc.string({ unit: fc.constantFrom(...characters), maxLength: 30 });
    const [article] = articlesInEdition(0, start, origin);
    if (!article) throw new Error('The opening edition has no article.');
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const title = `News: ${text}.`;
        const entry = { article: { ...article, title, standfirst: text, body: [text] }, link: article.url };
        const feed: Feed = {
          title,
          description: text,
          language: 'en',
          encoding: 'utf-8',
          selfUrl: `${origin}/feed`,
          homeUrl: origin,
          updated: start,
          entries: [
            { ...entry, content: 'html' },
            { ...entry, content: 'xhtml' },
          ],
        };
        const parsed = await new Parser().parseString(render(feed).source);
        // Characters that XML can't contain are replaced, as in any decoder.
        const legible = title.toWellFormed().replaceAll('\u0000', '\uFFFD');
        expect(parsed.title).toBe(legible);
        expect(parsed.items.map((item) => item.title)).toEqual([inTitle(legible), inTitle(legible)]);
      }),
    );
  });

  it('a CDATA section stays intact when its text contains ]]>', async () => {
    const document = markup`<rss version="2.0"><channel><title>${cdata(new Markup('a]]>b]]>'))}</title></channel></rss>`;
    expect((await new Parser().parseString(document.source)).title).toBe('a]]>b]]>');
  });

  it('the Atom feed has the elements that RFC 4287 requires, and both content types', () => {
    const document = new DOMParser().parseFromString(text('/orrery/atom.xml'), 'text/xml');
    const [feed] = document.getElementsByTagName('feed');
    const childNames = (element: Element | undefined) => Array.from(element?.children ?? [], (child) => child.tagName);
    expect(childNames(feed)).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'link', 'entry']));
    const entries = [...document.getElementsByTagName('entry')];
    for (const entry of entries) {
      expect(childNames(entry)).toEqual(
        expect.arrayContaining(['id', 'title', 'updated', 'author', 'link', 'content']),
      );
      const alternates = [...entry.getElementsByTagName('link')].filter(
        (link) => link.getAttribute('rel') === 'alternate',
      );
      expect(alternates).toHaveLength(1);
    }
    const contents = [...document.getElementsByTagName('content')];
    expect(contents.map((content) => content.getAttribute('type'))).toEqual(['html', 'html', 'xhtml']);
    expect(childNames(contents[2])).toEqual(['div']);
  });

  it('the RSS 1.0 channel lists exactly the items that follow', () => {
    const document = new DOMParser().parseFromString(text('/shores/index.rdf'), 'text/xml');
    const listed = [...document.getElementsByTagName('rdf:li')].map((li) => li.getAttribute('rdf:resource'));
    const items = [...document.getElementsByTagName('item')].map((item) => item.getAttribute('rdf:about'));
    expect(listed).toEqual(items);
    expect(items).toHaveLength(2);
  });

  it('the RSS 2.0 feed has guids of both kinds and pictures with captions', () => {
    const feed = text('/courier/feed.xml');
    for (const part of [
      'isPermaLink="true"',
      'isPermaLink="false"',
      '<media:content ',
      '<media:description ',
      '<content:encoded>',
    ]) {
      expect(feed).toContain(part);
    }
  });
});

describe('a page', () => {
  it.each(articles.map(({ url }) => new URL(url).pathname))(
    'the page %s has its URL, language, title and date',
    (path) => {
      const article = articles.find(({ url }) => url.endsWith(path));
      const document = page(path);
      expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(article?.url);
      expect(document.documentElement.getAttribute('lang')).toBe(article?.language);
      expect(document.querySelector('h1')?.textContent).toBe(article?.title);
      expect(text(path)).toContain(article?.published.toISOString());
    },
  );

  it('a page of the Courier has JSON-LD and OpenGraph', () => {
    const data: unknown = JSON.parse(linkedData('/courier/skerry-point-lamp') ?? '');
    expect(data).toMatchObject({ '@type': 'NewsArticle', author: [{ name: 'Imogen Tarrant' }], inLanguage: 'en' });
    expect(meta('/courier/skerry-point-lamp', 'og:site_name')).toBe('The Brackwater Courier');
  });

  it('a page of Orrery Notes has OpenGraph and no JSON-LD', () => {
    const path = '/orrery/a-clock-that-listens-to-the-tide';
    expect(linkedData(path)).toBeNull();
    expect(meta(path, 'article:published_time')).toBe('2026-11-05T04:45:00.000Z');
    expect(meta(path, 'og:title')).toBe('A clock that listens to the tide & forgets the sun');
  });

  it('a page of Four Shores has its JSON-LD in a graph', () => {
    const data: unknown = JSON.parse(linkedData('/shores/die-salzmuehle-mahlt-wieder') ?? '');
    expect(data).toMatchObject({ '@graph': expect.arrayContaining([expect.objectContaining({ inLanguage: 'de' })]) });
  });

  it('one page has the newspaper’s appeals between its paragraphs', () => {
    const withAppeals = articles.filter(({ url }) => text(new URL(url).pathname).includes('Get the Morning Tide'));
    expect(withAppeals.map(({ slug }) => slug)).toEqual(['library-of-ladders']);
    const blocks = [...(page('/courier/library-of-ladders').querySelector('.story__body')?.children ?? [])];
    const inside = blocks.slice(1, -1).filter(({ className }) => className !== '');
    expect(inside).toHaveLength(appeals.length);
    expect(blocks.at(-1)?.textContent).toContain('Gertrude');
  });

  it('the pages link only to resources that exist', () => {
    const missing = [...site].flatMap(([path, { contentType }]) => {
      if (!contentType.startsWith('text/html')) return [];
      const elements = [...page(path).querySelectorAll('a[href], link[href], img[src], form[action]')];
      const targets = elements.map(
        (element) =>
          element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '',
      );
      return targets
        .map((target) => new URL(target, `${origin}${path}`))
        .filter((target) => target.origin === origin && !site.has(target.pathname))
        .map((target) => `${path} → ${target.pathname}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('windows-1252', () => {
  it('encodeWindows1252 is the inverse of decoding for every byte', () => {
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    expect(encodeWindows1252(new TextDecoder('windows-1252').decode(everyByte))).toEqual(everyByte);
  });

  it('encodeWindows1252 refuses a character that the encoding does not have', () => {
    expect(() => encodeWindows1252('雪')).toThrow('windows-1252 has no "雪"');
  });
});
