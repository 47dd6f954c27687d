import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lambdas/core/article/read-page.ts';
import { longText } from '../../../fakes/messages.ts';

const URL = 'https://harbour.example/news/1';

describe('a hostile page', () => {
  const head = '<html><head><meta property="og:title" content="Ferry"></head><body>';
  const P = `<p>${longText('ferries')}</p>`;
  const repeat = (text: string, times: number): string => text.repeat(times);

  it.each([
    ['100,000 unclosed <script', repeat('<script', 100_000)],
    ['100,000 unclosed <script with attributes', repeat('<script ', 100_000)],
    ['100,000 unclosed scripts', repeat('<script>', 100_000)],
    ['100,000 unclosed comments', repeat('<!--', 100_000)],
    ['2,000 nested divisions', repeat('<div>', 2_000) + P],
    ['20,000 nested divisions', repeat('<div>', 20_000) + P],
    ['20,000 nested bold words', repeat('<b>', 20_000) + P],
    ['1,000 nested tables', repeat('<table><tr><td>', 1_000) + P],
    [
      '28,000 nested authors of articles',
      repeat('<div itemprop="author" itemscope itemtype="https://schema.org/NewsArticle">', 28_000) + P,
    ],
    ['28,000 nested bylines', repeat('<div class="author">', 28_000) + P],
    ['100,000 nested divisions', repeat('<div>', 100_000) + P],
    ['10 MB of divisions', repeat('<div><p>', 1_250_000)],
    ['10 MB of text', repeat('All the ferries sail. ', 450_000)],
    ['10 MB of <', repeat('<', 10_000_000)],
    ['100,000 links', repeat('<a href=x>x</a>', 100_000)],
    ['100,000 breaks', repeat('<br>', 100_000) + P],
    ['200,000 characters of <', repeat('<', 200_000)],
    ['500,000 hard spaces', repeat('\u00A0', 500_000)],
    ['500,000 ampersands', repeat('& ', 500_000)],
    ['100,000 attributes', `<div ${repeat('a=b ', 100_000)}>${P}`],
    ['a title of 100,000 dashes', `<title>${repeat('a - ', 100_000)}|</title>${P}`],
  ])(
    'a page with %s ends, and keeps its title',
    (_, body) => {
      expect(readPage(Buffer.from(head + body), 'text/html', URL).metadata.title).toBe('Ferry');
    },
    30_000,
  );

  it('a title of 200,000 separators doesn’t hide the site’s name', () => {
    const page = `<html><head>${meta('og:site_name', 'Site')}${meta('og:title', `${repeat('a - ', 200_000)}|`)}</head>`;
    expect(readPage(Buffer.from(page), 'text/html', URL).metadata.siteName).toBe('Site');
  });

  it('an attribute of 1 MB doesn’t throw, whether or not the parser’s stack suffices', () => {
    const page = `<p class="${'a-b '.repeat(250_000)}">x`;
    expect(['unreadable', 'no-article']).toContain(readPage(Buffer.from(page), 'text/html', URL).textless);
  });

  it('JSON-LD that is nested 50,000 times doesn’t throw', () => {
    const deep = `${repeat('{"url":', 50_000)}1${repeat('}', 50_000)}`;
    const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","image":${deep}}</script></head>`;
    expect(() => readPage(Buffer.from(page), 'text/html', URL)).not.toThrow();
  });
});

const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
