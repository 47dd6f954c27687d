import { describe, expect, it } from 'vitest';
import { searchPage } from '../../../../lambdas/core/article/metadata/metadata-lookup.ts';
import { pageMetadata } from '../../../../lambdas/core/article/metadata/page-metadata.ts';
import { boundedDocument } from '../../../../lambdas/core/article/page/page-document.ts';
import type { ArticleRights } from '../../../../lambdas/core/rights/rights.ts';
import { ld } from '../../../fakes/page-heads.ts';

const URL = 'https://harbour.example/news/1';
const BY = 'https://creativecommons.org/licenses/by/4.0/';
const BY_SA = 'https://creativecommons.org/licenses/by-sa/4.0/';
const GPL = 'https://licenses.example/gpl';

const rightsOf = (head: string, body = '', headers: Record<string, string> = {}): ArticleRights | undefined => {
  const { document } = boundedDocument(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return pageMetadata(searchPage(document, URL), undefined, headers).rights;
};
const saidBy = (...page: Parameters<typeof rightsOf>): object => {
  const { source: _, ...said } = rightsOf(...page) ?? { source: {} };
  return said;
};
const licenseBy = (head: string, body = ''): string | undefined => rightsOf(head, body)?.license;
const tag = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const link = (href = BY): string => `<a rel="license" href="${href}">licence</a>`;
const article = (node: object): string => ld({ '@type': 'NewsArticle', headline: 'Ferry returns', ...node });

describe('the licence of a page', () => {
  it.each<[source: string, sentence: string, head: string, body: string, expected: string | undefined]>([
    ['HTML', 'is that of a link in the head', `<link rel="license" href="${GPL}">`, '', GPL],
    ['HTML', 'is that of a link in the article', '', `<article><p>Text. ${link(GPL)}</p></article>`, GPL],
    ['HTML', 'is that of a link in the main part', '', `<main><p>Text. ${link(GPL)}</p></main>`, GPL],
    ['HTML', 'may be among other relations', '', `<main><a rel="nofollow License" href="${BY}">x</a></main>`, BY],
    ['SPECS §1.6', 'is one of Creative Commons in the footer', '', `<footer>${link()}</footer>`, BY],
    ['SPECS §1.6', 'isn’t the theme’s, which the footer names', '', `<footer>${link(GPL)}</footer>`, undefined],
    [
      'SPECS §1.6',
      'isn’t the theme’s at the end of the page',
      '',
      `<div class="site-info">${link(GPL)}</div>`,
      undefined,
    ],
    [
      'SPECS §1.6',
      'isn’t the theme’s in the article’s footer',
      '',
      `<article><footer>${link(GPL)}</footer></article>`,
      undefined,
    ],
    [
      'SPECS §1.6',
      'isn’t a picture’s',
      '',
      `<article><figure><img src="/i.jpg"><figcaption>${link()}</figcaption></figure></article>`,
      undefined,
    ],
    ['SPECS §1.6', 'isn’t one that a comment names', '', `<div class="comments"><p>${link()}</p></div>`, undefined],
    ['SPECS §1.6', 'isn’t one in a box beside the text', '', `<aside>${link()}</aside>`, undefined],
    ['SPECS §1.6', 'isn’t one in a quotation', '', `<article><blockquote>${link()}</blockquote></article>`, undefined],
    [
      'HTML',
      'isn’t a link in the body that a comment may have smuggled in',
      '',
      `<p><link rel="license" href="${BY}"></p>`,
      undefined,
    ],
    ['HTML', 'isn’t a link without the relation', '', `<main><a href="${BY}">licence</a></main>`, undefined],
    ['schema.org', 'is that of the article in JSON-LD', article({ license: BY }), '', BY],
    ['schema.org', 'may be a work in JSON-LD', article({ license: { '@type': 'CreativeWork', url: BY } }), '', BY],
    ['schema.org', 'may be named by SPDX in JSON-LD', article({ license: 'CC-BY-4.0' }), '', BY],
    ['schema.org', 'isn’t a sentence in JSON-LD', article({ license: 'All rights reserved' }), '', undefined],
    ['schema.org', 'isn’t the licence of the metadata', article({ sdLicense: BY }), '', undefined],
    [
      'schema.org',
      'isn’t a film’s in JSON-LD',
      ld({ '@type': 'VideoObject', name: 'Film', license: BY }),
      '',
      undefined,
    ],
    [
      'schema.org',
      'isn’t a picture’s in JSON-LD',
      article({ image: { '@type': 'ImageObject', license: BY } }),
      '',
      undefined,
    ],
    [
      'schema.org',
      'is that of the article in microdata',
      '',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><link itemprop="license" href="${BY}"></article>`,
      BY,
    ],
    [
      'schema.org',
      'isn’t a picture’s in microdata',
      '',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><link itemprop="license" href="${BY}"></div></article>`,
      undefined,
    ],
    ['schema.org', 'is JSON-LD’s before a link’s', article({ license: BY_SA }), link(), BY_SA],
  ])('%s: %s', (_, __, head, body, expected) => {
    expect(licenseBy(head, body)).toBe(expected);
  });
});

describe('a page and its headers', () => {
  const rsl =
    '<script type="application/rsl+xml"><rsl xmlns="https://rslstandard.org/rsl"><content url=""><license><prohibits type="usage">ai-train</prohibits></license></content></rsl></script>';

  it.each<[source: string, sentence: string, head: string, headers: Record<string, string>, expected: object]>([
    ['none', 'say nothing, usually', '<title>Ferry</title>', { 'content-type': 'text/html' }, {}],
    [
      'none',
      'say nothing by the robots’ defaults',
      tag('robots', 'index, follow, max-snippet:-1, max-image-preview:large'),
      {},
      {},
    ],
    ['DeviantArt', 'noai is read', tag('ROBOTS', 'noai, noimageai'), {}, { train: 'disallowed' }],
    [
      'Google',
      'two tags are one',
      tag('robots', 'noindex') + tag('robots', 'nosnippet'),
      {},
      { search: 'disallowed', ai: 'disallowed' },
    ],
    ['Google', 'a tag for another robot says nothing', tag('googlebot', 'noindex') + tag('CCBot', 'nofollow'), {}, {}],
    [
      'TDMRep',
      'the tag overrides the header',
      tag('tdm-reservation', '0'),
      { 'tdm-reservation': '1' },
      { train: 'allowed' },
    ],
    [
      'TDMRep',
      'the header counts alone',
      '',
      { 'tdm-reservation': '1', 'tdm-policy': '/p' },
      { train: 'disallowed', ai: 'disallowed', terms: 'https://harbour.example/p' },
    ],
    [
      'SPECS §1.9',
      'of tag and header of two standards the stricter counts',
      tag('tdm-reservation', '0'),
      { 'content-usage': 'train-ai=n' },
      { train: 'disallowed' },
    ],
    ['RSL', 'a document in the page is read', rsl, {}, { train: 'disallowed' }],
    [
      'RSL',
      'a linked document is named',
      '<link rel="license" type="application/rsl+xml" href="/l.xml">',
      {},
      { terms: 'https://harbour.example/l.xml' },
    ],
    [
      'RSL',
      'a linked document is no ordinary licence',
      `<link rel="license" type="application/rsl+xml" href="/l.xml"><link rel="license" href="${BY}">`,
      {},
      { terms: 'https://harbour.example/l.xml', license: BY },
    ],
    [
      'schema.org',
      'rules of use are named',
      article({ usageInfo: 'https://harbour.example/use' }),
      {},
      { terms: 'https://harbour.example/use' },
    ],
  ])('%s: %s', (_, __, head, headers, expected) => {
    expect(saidBy(head, '', headers)).toEqual(expected);
  });

  it('are read whatever a hostile type is made of', () => {
    expect(licenseBy(article({ '@type': ['NewsArticle', { toString: 1 }], license: BY }))).toBe(BY);
  });

  it('name the statement that gave each field', () => {
    const head = `${tag('robots', 'noimageai')}${rsl}<link rel="license" href="${BY}">${article({ usageInfo: '/use' })}`;
    expect(rightsOf(head, '', { 'content-usage': 'search=y' })?.source).toEqual({
      train: 'page:no-image-ai',
      license: 'page:license',
      terms: 'page:usage-info',
      search: 'header:content-usage',
    });
  });

  it.each([
    ['20,000 links to licences name the licence', GPL, '', `<main>${link(GPL).repeat(20_000)}</main>`],
    [
      'links to licences within 200 boxes name none',
      undefined,
      '',
      `${'<div class="comment-x">'.repeat(200)}${link(GPL).repeat(5_000)}`,
    ],
    [
      'links to licences of pictures, deep down, name none',
      undefined,
      '',
      `${'<div class="comments-x">'.repeat(200)}<figure>${link(GPL).repeat(5_000)}</figure>`,
    ],
    ['a document of RSL of a megabyte names none', undefined, rsl.replace('ai-train', 'x '.repeat(500_000)), ''],
    ['1,000 documents of RSL name none', undefined, rsl.replace('ai-train', 'x').repeat(1_000), ''],
  ])('%s', (_, license, head, body) => {
    expect(rightsOf(head, body)?.license).toBe(license);
  });
});
