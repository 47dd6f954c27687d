import { describe, expect, it } from 'vitest';
import { searchPage } from '../../../../../lambdas/core/article/metadata/metadata-lookup.ts';
import { pageMetadata } from '../../../../../lambdas/core/article/metadata/page-metadata.ts';
import { parsePage } from '../../../../../lambdas/core/article/page/page-document.ts';
import { ld, meta, URL } from '../../../../fakes/page-heads.ts';

const encode = (html: string): Uint8Array => new TextEncoder().encode(html);
const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });

/** What a page's fields were chosen from. */
function choicesOf(head: string, body = '') {
  const choices = new Map<string, { candidates: readonly unknown[]; chosen: unknown; why: string }>();
  const document = parsePage(encode(`<html><head>${head}</head><body>${body}</body></html>`), undefined);
  const metadata = pageMetadata(searchPage(document, URL), ({ field, ...choice }) => choices.set(field, choice));
  return { choices, metadata };
}

describe('the choice of a field', () => {
  it('a listener hears of each field its candidates, the chosen one and the reason', () => {
    const head = news({ headline: 'You won’t believe it' }) + meta('og:title', 'Ferry returns');
    expect(choicesOf(head, '<h1>Ferry returns</h1>').choices.get('title')).toEqual({
      candidates: [
        expect.objectContaining({ value: 'You won’t believe it', source: 'json-ld' }),
        expect.objectContaining({ value: 'Ferry returns', source: 'opengraph' }),
        expect.objectContaining({ value: 'Ferry returns', source: 'page' }),
      ],
      chosen: 'Ferry returns',
      why: 'it says what the visible headline says',
    });
  });

  it('a page is read alike with and without a listener', () => {
    const head = news({ headline: 'Ferry returns', author: 'Ada Quay', datePublished: '2026-11-23' });
    const { metadata } = choicesOf(head, '<h1>Ferry returns</h1>');
    expect(metadata).toEqual(
      pageMetadata(
        searchPage(parsePage(encode(`<html><head>${head}</head><h1>Ferry returns</h1></html>`), undefined), URL),
      ),
    );
  });

  const marked = '<h1>Ferry returns</h1><p><a rel="author" href="/u/ada">Ada Quay</a></p>';
  it.each<[string, string, string, string, string]>([
    ['a field without sources says so', 'section', '', '', 'no source gives one'],
    [
      'a field of the first source says so',
      'section',
      news({ articleSection: 'Sea' }),
      '',
      'the first source that gives one',
    ],
    [
      'a title on which two declarations agree says so',
      'title',
      news({ headline: 'Ferry returns' }) + meta('og:title', 'Ferry returns'),
      '',
      'JSON-LD or microdata and the tags agree',
    ],
    [
      'a title without its kicker says so',
      'title',
      news({ headline: 'Strike: The ferry stays' }) + meta('og:title', 'The ferry stays'),
      '',
      'the agreed title without its kicker',
    ],
    ['a person says so', 'authors', news({ author: 'Ada Quay' }), '', 'the first source that names a person'],
    [
      'a desk says so',
      'authors',
      news({ author: 'Redaktion Hafen' }),
      '',
      'no source names a person; the first agency or desk',
    ],
    [
      'a site that signs says so',
      'authors',
      news({ author: 'Harbour Post' }) + meta('og:site_name', 'Harbour Post'),
      '',
      'only the site signs',
    ],
    [
      'an author whom the page marks says so',
      'authors',
      '<meta name="author" content="Bea Mole">',
      marked,
      'the page marks the author by the headline, and only a meta tag names another person',
    ],
    [
      'a more exact date says so',
      'publishedAt',
      news({ datePublished: '2026-11-23' }) + meta('article:published_time', '2026-11-23T09:05:00Z'),
      '',
      'it gives the first source’s date more exactly',
    ],
    [
      'a change before the publication says so',
      'modifiedAt',
      news({ datePublished: '2026-11-23', dateModified: '2026-11-22' }),
      '',
      'no change counts before the publication',
    ],
    [
      'an address that served the page says so',
      'url',
      '',
      '',
      'the address that served the page; no claim shows that it is this article’s',
    ],
  ])('%s', (_, field, head, body, why) => {
    expect(choicesOf(head, body).choices.get(field)?.why).toBe(why);
  });
});
