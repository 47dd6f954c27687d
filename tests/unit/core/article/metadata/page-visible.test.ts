import { describe, expect, it } from 'vitest';
import type { PageMetadata } from '../../../../../lambdas/core/article/metadata/page-metadata.ts';
import { read } from '../../../../fakes/page-heads.ts';

describe('what the reader sees', () => {
  const around = (dateline: string) =>
    `<div class="teaser"><time>2026-11-01</time></div><h1>Ferry returns</h1>${dateline}<p>Text</p>`;
  it.each<[string, string, Partial<PageMetadata>]>([
    [
      'a time by the headline',
      around('<time datetime="2026-11-23T09:05:00Z">today</time>'),
      { publishedAt: '2026-11-23T09:05:00.000Z', publishedPrecision: 'time' },
    ],
    [
      'an element that is called a date',
      around('<span class="entryDate">23. November 2026</span>'),
      { publishedAt: '2026-11-23T00:00:00.000Z', publishedPrecision: 'day' },
    ],
    [
      'a text with a date',
      around('<p>Port Town, 23.11.2026, 09:05</p>'),
      { publishedAt: '2026-11-23T09:05:00.000Z', publishedPrecision: 'local-time' },
    ],
    [
      'a byline',
      around('<p class="byline">By Ada Quay and Bea Mole, 23 Nov 2026</p>'),
      { authors: ['Ada Quay', 'Bea Mole'] },
    ],
    [
      'a byline with links',
      around(
        '<div class="byline">By <a href="/authors/ada">Ada Quay</a><a href="https://x.example/a">Follow</a></div>',
      ),
      { authors: ['Ada Quay'] },
    ],
    ['an agency behind “by”', around('<p>By Reuters</p>'), { agencies: ['Reuters'] }],
    [
      'a labelled name far below the article',
      around(`${'<p>x</p>'.repeat(120)}<li><strong>Autorin/Autor</strong> Ada Quay</li>`),
      { authors: ['Ada Quay'] },
    ],
    ['a text that begins like a byline', around('<p>Von Ada Quay</p>'), { authors: ['Ada Quay'] }],
  ])('is read: %s', (_, body, expected) => {
    expect(read('', body)).toMatchObject(expected);
  });

  it.each<[string, string]>([
    ['a byline that names no whole person', around('<p class="byline">By the sea</p>')],
    ['the author of a comment', around('<div class="comments"><p class="author">Cy Pier</p></div>')],
  ])('is no author: %s', (_, body) => {
    expect(read('', body).authors).toBeUndefined();
  });

  it('is the first date in a short line, where there is no headline', () => {
    const body = `<p>In 2019 the ferry was new.</p><p>2026-11-23 | Message</p><p>2020-01-01 | Archive</p>`;
    expect(read('', body).publishedAt).toBe('2026-11-23T00:00:00.000Z');
  });

  it.each([
    ['gives way to it in a text', '<p>The ferry sank on 12 March 1999.</p>', '2026-11-23T00:00:00.000Z', 'url'],
    ['says the time of it', '<p>Port Town, 23.11.2026, 09:05</p>', '2026-11-23T09:05:00.000Z', 'page'],
    ['stands against it where it is marked', '<time>2026-11-25</time>', '2026-11-25T00:00:00.000Z', 'page'],
    ['stands against it where it is labelled', '<p>Published: 25.11.2026</p>', '2026-11-25T00:00:00.000Z', 'page'],
  ])('is a date beside the day in the address: it %s', (_, dateline, publishedAt, source) => {
    expect(read('', around(dateline), 'https://harbour.example/2026/11/23/ferry')).toMatchObject({
      publishedAt,
      provenance: { publishedAt: source },
    });
  });

  it('is less than what its address says, and more than nothing', () => {
    expect(read('', '', 'https://harbour.example/2026/11/23/ferry')).toMatchObject({
      publishedAt: '2026-11-23T00:00:00.000Z',
      provenance: { publishedAt: 'url' },
    });
  });
});
