/**
 * Documents that attack their readers, each of any size. A reader must end, in a time that grows no faster than the
 * document, and must keep within its limits; what the document says doesn't matter.
 */
import { HOSTILE_FEEDS } from './hostile-feeds.ts';
import { HOSTILE_MARKUP } from './hostile-markup.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';
import { type HostileDocument, htmlPage, item, repeat, rss } from './hostile-parts.ts';

export type { HostileDocument } from './hostile-parts.ts';

const inFeed = (html: string): string => rss(item(`<description><![CDATA[${html}]]></description>`));
const inJsonLd = (html: string): string =>
  htmlPage(
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: html })}</script>`,
  );

/** HTML may come as a page, as an item's text, and as the `articleBody` of a page's JSON-LD. */
const markupAnywhere = HOSTILE_MARKUP.flatMap(({ name, attacks, make }): HostileDocument[] => [
  { name: `a page of ${name}`, kind: 'page', attacks, make: (size) => htmlPage('', make(size)) },
  { name: `an item of ${name}`, kind: 'feed', attacks, make: (size) => inFeed(make(size)) },
  { name: `an articleBody of ${name}`, kind: 'page', attacks, make: (size) => inJsonLd(make(size)) },
]);

const ROBOTS: readonly Omit<HostileDocument, 'kind'>[] = [
  {
    name: 'a robots.txt of rules',
    attacks: 'number of rules',
    make: (size) => `User-agent: *\n${repeat('Disallow: /a*b$\n', size)}`,
  },
  {
    name: 'a robots.txt of stars',
    attacks: 'matching of patterns',
    make: (size) => `User-agent: *\nDisallow: /${repeat('*a', size)}$`,
  },
  {
    name: 'a robots.txt of Chinese paths',
    attacks: 'percent-encoding',
    make: (size) => `User-agent: *\n${repeat('Disallow: /港口新闻\n', size)}`,
  },
  {
    name: 'a robots.txt of agents',
    attacks: 'number of groups',
    make: (size) => `${repeat('User-agent: *\n', size)}Disallow: /`,
  },
];

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  ...HOSTILE_FEEDS.map((each): HostileDocument => ({ ...each, kind: 'feed' })),
  ...HOSTILE_PAGES.map((each): HostileDocument => ({ ...each, kind: 'page' })),
  ...markupAnywhere,
  ...ROBOTS.map((each): HostileDocument => ({ ...each, kind: 'robots' })),
];
