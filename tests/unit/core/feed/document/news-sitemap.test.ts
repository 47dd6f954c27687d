import { describe, expect, it } from 'vitest';
import { readNewsSitemap } from '../../../../../lambdas/core/feed/document/news-sitemap.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';
import { documentOf } from '../../../../fakes/feed-documents.ts';

const BASE = DocumentBase.of('https://harbour.example/sitemap.xml');
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
const IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const sitemap = (urls: string): string => `<urlset ${NEWS} ${IMAGE}>${urls}</urlset>`;
const read = (urls: string) => readNewsSitemap(sitemap(urls), BASE);

describe('a news sitemap', () => {
  it('is read as a feed', () => {
    const document = read(`<url>
      <loc> /a </loc><lastmod>2026-11-24</lastmod>
      <image:image><image:loc>/a.jpg</image:loc></image:image>
      <news:news>
        <news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2026-11-23T08:00:00Z</news:publication_date>
        <news:title>Fish &amp;amp; chips</news:title>
        <news:keywords>Sea, Fish</news:keywords><news:genres>Blog</news:genres>
      </news:news></url>`);
    expect(document).toEqual({
      title: 'Harbour Post',
      language: 'en',
      items: [
        {
          url: 'https://harbour.example/a',
          title: 'Fish & chips',
          authors: [],
          publishedAt: '2026-11-23T08:00:00.000Z',
          publishedRaw: '2026-11-23T08:00:00Z',
          updatedAt: '2026-11-24T00:00:00.000Z',
          categories: ['Sea', 'Fish', 'Blog'],
          imageUrl: 'https://harbour.example/a.jpg',
        },
      ],
    });
  });

  it.each([
    ['with a prefix of its own', 'sm:', 'xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"'],
    ['with the namespace of old', 's:', 'xmlns:s="http://www.google.com/schemas/sitemap/0.84"'],
    ['without a namespace', '', ''],
  ])('%s is known', async (_, p, declaration) => {
    const news = '<news:news><news:title>Pilots</news:title></news:news>';
    const url = `<${p}url><${p}loc>https://harbour.example/9</${p}loc>${news}</${p}url>`;
    const { items } = await documentOf(`<${p}urlset ${declaration}>${url}</${p}urlset>`);
    expect(items).toMatchObject([{ url: 'https://harbour.example/9', title: 'Pilots' }]);
  });

  it.each([
    ['without addresses', ''],
    ['with addresses that are no news', '<url><loc>/a</loc></url>'],
    ['with an address that has an empty title', '<url><news:title> </news:title></url>'],
    ['with news outside addresses', '<news:title>a</news:title>'],
    ['with an address that is cut off', '<url><news:title>a</news:title>'],
  ])('%s is none', (_, urls) => {
    expect(read(urls)).toBeUndefined();
  });

  it.each([
    ['has the first of several titles', '<url><news:title>a</news:title><news:title>b</news:title></url>', ['a']],
    ['has only addresses with titles', '<url><loc>/a</loc></url><url><news:title>b</news:title></url>', ['b']],
    [
      'keeps the texts of addresses apart',
      '<url><news:title>a</news:title></url><news:title>x</news:title><url><news:title>b</news:title></url>',
      ['a', 'b'],
    ],
    ['has titles without the text around', '<url>x<news:title>a</news:title></url>', ['a']],
    ['has the text behind the last tag of a title', '<url><news:title>x<b>y</b>z</news:title></url>', ['z']],
  ])('%s', (_, urls, titles) => {
    expect(read(urls)?.items.map(({ title }) => title)).toEqual(titles);
  });

  it('has the date of the last change where that of publication is missing', () => {
    const item = read('<url><lastmod>2026-11-24</lastmod><news:title>a</news:title></url>')?.items[0];
    expect(item).toMatchObject({ publishedAt: '2026-11-24T00:00:00.000Z', publishedRaw: '2026-11-24' });
  });

  it('says that it was repaired only if it was', () => {
    expect(read('<url><news:title>a & b</news:title></url>')).toMatchObject({ repaired: true });
    expect(read('<url><news:title>a</news:title></url>')).not.toHaveProperty('repaired');
  });

  it('marks addresses that several entries have', () => {
    const entry = (title: string): string => `<url><loc>/live</loc><news:title>${title}</news:title></url>`;
    expect(read(entry('a') + entry('b'))?.items.map(({ urlIsShared }) => urlIsShared)).toEqual([true, true]);
  });

  it('has entries with many other elements', () => {
    const others = Array.from({ length: 100_000 }, (_, n) => `<x${n}>y</x${n}>`).join('');
    expect(read(`<url>${others}<news:title>a</news:title></url>`)?.items.map(({ title }) => title)).toEqual(['a']);
  });
});
