import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleContent } from '../../../../../lambdas/core/article/record/article.ts';
import { withinLimits } from '../../../../../lambdas/core/article/record/content-limits.ts';
import { toRecord } from '../../../../../lambdas/core/article/record/record.ts';
import { article } from '../../../../fakes/article.ts';

const { articleId: _, ...content } = article({ publisher: 'Harbour Media', agencies: ['dpa'] });
const x = (length: number): string => 'x'.repeat(length);
const address = (length: number): string => 'https://harbour.example/'.padEnd(length, 'x');
const cut = (length: number): string => `${x(length)}…`;

it('content of usual lengths stays', () => {
  expect(withinLimits(content)).toEqual(content);
});

it('absent fields stay absent', () => {
  const { title, authors, tags, textSource, wordCount, contentHash } = content;
  const slight: ArticleContent = { title, authors, tags, textSource, wordCount, contentHash };
  expect(Object.keys(withinLimits(slight)).sort()).toEqual(Object.keys(slight).sort());
});

describe('the longest values', () => {
  it.each<[string, Partial<ArticleContent>]>([
    ['a title of 500 characters stays', { title: x(500) }],
    ['an address of 4,096 characters stays', { url: address(4_096) }],
    ['a site’s name of 200 characters stays', { siteName: x(200) }],
    ['a publisher’s name of 200 characters stays', { publisher: x(200) }],
    ['50 authors of 200 characters stay', { authors: Array(50).fill(x(200)) }],
    ['50 agencies of 200 characters stay', { agencies: Array(50).fill(x(200)) }],
    ['a section of 200 characters stays', { section: x(200) }],
    ['50 tags of 200 characters stay', { tags: Array(50).fill(x(200)) }],
    [
      'an image with long values stays',
      { image: { url: address(4_096), width: 1, height: 2, alt: x(500), credit: x(200) } },
    ],
  ])('%s', (_, fields) => {
    expect(withinLimits({ ...content, ...fields })).toEqual({ ...content, ...fields });
  });

  it.each<[string, Partial<ArticleContent>, Partial<ArticleContent>]>([
    ['a longer title is cut', { title: x(501) }, { title: cut(500) }],
    ['a longer site’s name is cut', { siteName: x(201) }, { siteName: cut(200) }],
    ['a longer publisher’s name is cut', { publisher: x(201) }, { publisher: cut(200) }],
    ['more and longer authors are cut', { authors: Array(51).fill(x(201)) }, { authors: Array(50).fill(cut(200)) }],
    ['more and longer agencies are cut', { agencies: Array(51).fill(x(201)) }, { agencies: Array(50).fill(cut(200)) }],
    ['a longer section is cut', { section: x(201) }, { section: cut(200) }],
    ['more and longer tags are cut', { tags: Array(51).fill(x(201)) }, { tags: Array(50).fill(cut(200)) }],
    [
      'an image’s longer texts are cut',
      { image: { url: address(30), alt: x(501), credit: x(201) } },
      { image: { url: address(30), alt: cut(500), credit: cut(200) } },
    ],
  ])('%s', (_, fields, expected) => {
    expect(withinLimits({ ...content, ...fields })).toEqual({ ...content, ...expected });
  });

  it.each<[string, Partial<ArticleContent>, keyof ArticleContent]>([
    ['an address of 4,097 characters is dropped', { url: address(4_097) }, 'url'],
    ['an image with an address of 4,097 characters is dropped', { image: { url: address(4_097) } }, 'image'],
  ])('%s', (_, fields, name) => {
    expect(withinLimits({ ...content, ...fields })).not.toHaveProperty(name);
  });
});

it('whatever texts a content has, its record is well-formed', () => {
  const anyText = fc
    .tuple(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '😀'), fc.constantFrom(1, 300))
    .map(([text, end, times]) => (text + end).repeat(times));
  const texts = fc.record({
    title: anyText,
    siteName: anyText,
    publisher: anyText,
    authors: fc.array(anyText),
    agencies: fc.array(anyText),
    publishedRaw: anyText,
    section: anyText,
    tags: fc.array(anyText),
    image: fc.record({ url: fc.webUrl(), alt: anyText, credit: anyText }),
    excerpt: anyText,
    text: anyText,
    html: anyText,
  });
  fc.assert(
    fc.property(texts, (fields) => {
      const record = marshall(toRecord(article(withinLimits({ ...content, ...fields }))), {
        removeUndefinedValues: true,
      });
      expect(stringsIn(record).filter((text) => !text.isWellFormed())).toEqual([]);
    }),
  );
});

/** All strings in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
