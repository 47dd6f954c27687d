/** Pages that attack their readers, apart from their bodies. */
import { type HostileDocument, htmlPage, LONG_ADDRESS, nested, repeat, series } from './hostile-parts.ts';

type HostilePage = Omit<HostileDocument, 'kind'>;
const page = (name: string, attacks: string, make: HostilePage['make']): HostilePage => ({ name, attacks, make });
const inHead = (name: string, attacks: string, make: HostilePage['make']): HostilePage =>
  page(name, attacks, (size) => htmlPage(make(size)));
const jsonLd = (name: string, attacks: string, make: (size: number) => unknown): HostilePage =>
  inHead(name, attacks, (size) => script(JSON.stringify(make(size))));
const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const article = (fields: object): object => ({ '@type': 'NewsArticle', headline: 'Ferry returns', ...fields });
const list = <T>(size: number, each: (n: number) => T): T[] => Array.from({ length: size / 60 }, (_, n) => each(n));
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const METAS = [
  'og:title',
  'og:site_name',
  'og:description',
  'author',
  'article:author',
  'article:tag',
  'article:published_time',
  'og:image',
  'og:url',
  'og:locale',
  'article:section',
];
const TEXTS = [
  'headline',
  'description',
  'datePublished',
  'image',
  'author',
  'keywords',
  'publisher',
  'articleSection',
  'url',
  'inLanguage',
  'isAccessibleForFree',
  '@type',
  '@id',
];

export const HOSTILE_PAGES: readonly HostilePage[] = [
  page('links under a long base', 'resolving', (size) =>
    htmlPage(
      `<base href="${LONG_ADDRESS}">`,
      `<article><p>The ferry returns to the harbour on Monday, says the town.</p>${repeat('<p>The ferry returns to the harbour on Monday, says the town. <a href=b>x</a> <a href=c>y</a> <a href=d>z</a></p>', size)}</article>`,
    ),
  ),
  page('pictures under a long base', 'resolving', (size) =>
    htmlPage(`<base href="${LONG_ADDRESS}">`, `<h1>Ferry</h1>${repeat('<figure><img src=b></figure>', size)}`),
  ),
  inHead('bases', 'number of bases', (size) => repeat('<base href="b">', size)),
  inHead('refreshes', 'number of tags', (size) => repeat('<meta http-equiv="refresh" content="0;url=b">', size)),
  ...METAS.map((name) => inHead(`a long ${name}`, 'length of a value', (size) => meta(name, repeat('ferry ', size)))),
  ...METAS.map((name) =>
    inHead(`many ${name}`, 'number of values', (size) => series((n) => meta(name, `https://x.example/${n}`), size)),
  ),
  inHead('image properties', 'number of values', (size) =>
    repeat(`${meta('og:image', 'b')}${meta('og:image:width', '1')}`, size),
  ),
  inHead('names of metas', 'number of names', (size) => series((n) => meta(`a${n}`, 'b'), size)),
  inHead('a long name of a meta', 'length of a name', (size) => meta(repeat('publ', size), '2026-11-23')),
  inHead('relations', 'number of relations', (size) => `<link rel="${series((n) => `r${n} `, size)}" href="b">`),
  page(
    'a long title',
    'length of a value',
    (size) => `<html><head><title>${repeat('ferry ', size)}</title></head><body><p>x`,
  ),
  page(
    'a title of separators',
    'parts of a title',
    (size) => `<html><head><title>${repeat('a - ', size)}|</title></head><body><p>x`,
  ),
  page('titles', 'number of values', (size) => htmlPage(repeat('<title>ferry</title>', size))),
  page('a long language', 'length of a value', (size) => `<html lang="${repeat('en-', size)}"><body><p>x`),
  ...TEXTS.map((name) =>
    jsonLd(`a long ${name} in JSON-LD`, 'length of a value', (size) => article({ [name]: repeat('ferry ', size) })),
  ),
  ...TEXTS.map((name) =>
    jsonLd(`a list of ${name} in JSON-LD`, 'number of values', (size) =>
      article({ [name]: list(size, (n) => ({ name: `Ada ${n}`, url: `b${n}`, width: n })) }),
    ),
  ),
  jsonLd('articles', 'number of nodes', (size) =>
    list(size, (n) => article({ headline: `Ferry ${n}`, url: `https://x.example/${n}` })),
  ),
  jsonLd('articles with long headlines', 'titles that are compared', (size) =>
    list(size / 10, (n) => article({ headline: `${n} ${'ferry '.repeat(100)}`, url: `https://x.example/${n}` })),
  ),
  jsonLd('a graph', 'number of nodes', (size) => ({
    '@graph': list(size, (n) => article({ '@id': `#${n}`, author: { '@id': `#${n + 1}` } })),
  })),
  jsonLd('authors with references', 'number of values', (size) =>
    article({ author: Array(Math.floor(size / 10)).fill('&lt;A&gt;') }),
  ),
  jsonLd('tags with references', 'number of values', (size) =>
    article({ keywords: Array(Math.floor(size / 10)).fill('&lt;A&gt;') }),
  ),
  jsonLd('parts', 'number of nodes', (size) => article({ hasPart: list(size, () => ({ isAccessibleForFree: true })) })),
  inHead('nested graphs', 'depth of JSON-LD', (size) =>
    script(nested('{"@type":"NewsArticle","@graph":[', ']}', size)),
  ),
  inHead('nested images', 'depth of JSON-LD', (size) =>
    script(`{"@type":"NewsArticle","image":${nested('{"url":[', ']}', size)}}`),
  ),
  inHead('scripts of JSON-LD', 'number of scripts', (size) => repeat(script('{"@type":"NewsArticle"}'), size)),
  inHead('broken scripts of JSON-LD', 'mending of JSON', (size) => script(`{"a":"${repeat('" ', size)}`)),
  page('authors', 'number of properties', (size) =>
    htmlPage('', repeat('<span itemprop="author" itemscope><b itemprop="name">Ada</b></span>', size)),
  ),
  page('nested authors', 'depth', (size) =>
    htmlPage('', nested('<span itemprop="author" itemscope>', '</span>', size)),
  ),
  page('bylines', 'number of bylines', (size) =>
    htmlPage('', `<h1>Ferry</h1>${repeat('<p class="byline">By Ada Quay</p>', size)}`),
  ),
  page('a long byline', 'length of a byline', (size) =>
    htmlPage('', `<h1>Ferry</h1><p class="byline">By ${repeat('Ada y ', size)}</p>`),
  ),
  page('dates', 'number of dates', (size) =>
    htmlPage('', `<h1>Ferry</h1>${repeat('<time>12 March 2026</time>', size)}`),
  ),
  page('a long date', 'length of a date', (size) =>
    htmlPage('', `<h1>Ferry</h1><time datetime="${repeat('1', size)}">x</time>`),
  ),
  page('headings like the title', 'other articles', (size) => htmlPage('', repeat('<h2>Ferry returns</h2>', size))),
  page('articles under the title', 'other articles', (size) =>
    htmlPage('', repeat(`<div class="a"><h2>Ferry returns</h2><p>${'The ferry returns. '.repeat(20)}</p></div>`, size)),
  ),
  page('a deep heading like the title over many paragraphs', 'depth times blocks', (size) =>
    htmlPage(
      '',
      `${'<div class="a">'.repeat(230)}<h2>Ferry returns</h2>${repeat('<p>The ferry returns to the harbour on Monday, says the town.', size)}`,
    ),
  ),
  page('authors who speak', 'authors times blocks', (size) =>
    htmlPage(
      script(JSON.stringify(article({ author: list(size / 2, (n) => ({ name: `Ada Quay ${n}` })) }))),
      `${repeat('<p>Ada Quay: yes</p>', size / 2)}<p>The ferry returns to the harbour on Monday, says the town.</p>`,
    ),
  ),
  page('headings of the first level', 'number of headings', (size) =>
    htmlPage(
      '',
      series((n) => `<h1>Ferry ${n}</h1>`, size),
    ),
  ),
  page('figures', 'number of pictures', (size) =>
    htmlPage('', `<h1>Ferry</h1>${repeat('<figure><img src=b.jpg></figure>', size)}`),
  ),
  page('a picture with a long address', 'length of an address', (size) =>
    htmlPage(meta('og:image', `https://x.example/default${repeat('1x11', size)}!`)),
  ),
  page(
    'a page in two bytes a letter',
    'charset',
    (size) => `<html><head><meta charset="shift_jis"></head><body>${repeat('<p>あ', size)}`,
  ),
];
