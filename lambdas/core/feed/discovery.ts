/** Where a site may keep its feeds: the links of its page and of the page's headers, the sitemaps of its robots.txt, and the usual paths. */
import { parsePage } from '../article/page/page-document.ts';
import { absoluteUrl } from '../web/absolute-url.ts';
import type { ResponseHeaders } from '../web/fetcher.ts';
import { linksIn } from '../web/link-header.ts';
import { normaliseFeedUrl } from './record/feed-url.ts';

export interface Candidate {
  /** Normalised, see `normaliseFeedUrl`. */
  readonly url: string;
  /** `link` if the page declares its feed (RSS autodiscovery); everything else is a guess. */
  readonly from: 'itself' | 'link' | 'anchor' | 'sitemap' | 'usual-path';
}

/** A page with more links to feeds is a directory of other people's feeds. */
const MAX_LINKS = 20;
const MAX_SITEMAPS = 5;

/** Media types of feeds, and of bare XML and JSON, which a page may call its alternate. */
const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|(?:application|text)\/xml|application\/json)\b/i;
/** A path or a parameter with a name for feeds: `/feed`, `/rss/world`, `/news.atom`, `?feed=rss2`, `/index.xml`. */
const FEED_PATH = /[/._?=&-](?:feeds?|rss2?|atom|rdf)(?:[/._?=&-]|$)|\/(?:index|news)\.xml$/i;

/** Paths of feeds that sites and their software use, the most usual first. */
const USUAL_PATHS = ['feed', 'rss', 'feed.xml', 'rss.xml', 'atom.xml', 'index.xml', 'feed.json'];

/** Returns the links of a page and of its `Link` headers that may be feeds, declared feeds first, each once. */
export function linkedFeeds(bytes: Uint8Array, headers: ResponseHeaders, pageUrl: string): Candidate[] {
  const document = parsePage(bytes, headers['content-type']);
  const [base] = document.querySelectorAll('base');
  const baseUrl = absoluteUrl(base && attribute(base, 'href'), pageUrl) ?? pageUrl;
  const declared = [...document.querySelectorAll('link')].filter(declaresFeed);
  const guessed = [...document.querySelectorAll('a')].filter((anchor) => mayLinkFeed(anchor, baseUrl));
  return eachOnce([
    ...feedsInHeader(headers['link'], pageUrl),
    ...declared.flatMap((link) => candidatesAt(link, baseUrl, 'link')),
    ...guessed.flatMap((anchor) => candidatesAt(anchor, baseUrl, 'anchor')),
  ]).slice(0, MAX_LINKS);
}

const declaresFeed = (link: Element): boolean =>
  isFeedRelation(attribute(link, 'rel')) && FEED_TYPE.test(attribute(link, 'type'));

const isFeedRelation = (rel: string): boolean => /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel);

function mayLinkFeed(anchor: Element, baseUrl: string): boolean {
  const href = attribute(anchor, 'href');
  if (href === '') return false;
  return FEED_TYPE.test(attribute(anchor, 'type')) || /^feed:/i.test(href) || isFeedPath(href, baseUrl);
}

/** The addresses in a header are relative to the page's own address, whatever its `<base>` says (RFC 8288 §3.2). */
const feedsInHeader = (header: string | undefined, pageUrl: string): Candidate[] =>
  linksIn(header)
    .filter(({ rel, type = '' }) => isFeedRelation(rel.join(' ')) && FEED_TYPE.test(type))
    .flatMap(({ href }) => candidatesOf(href, pageUrl, 'link'));

const candidatesAt = (link: Element, baseUrl: string, from: Candidate['from']): Candidate[] =>
  candidatesOf(attribute(link, 'href'), baseUrl, from);

function candidatesOf(href: string, baseUrl: string, from: Candidate['from']): Candidate[] {
  const url = normaliseFeedUrl(/^feed:/i.test(href) ? href : (absoluteUrl(href, baseUrl) ?? ''));
  return url === undefined ? [] : [{ url, from }];
}

/**
 * Returns the sitemaps of a robots.txt (https://www.sitemaps.org/protocol.html#submit_robots) that may be of news, at
 * most five.
 */
export function newsSitemaps(robots: string): string[] {
  const listed = [...robots.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].map(([, url = '']) => url);
  return newsOnly(listed);
}

/** Returns the sitemaps of a sitemap index that may be of news, at most five; none if the document is no such index. */
export function indexedNewsSitemaps(xml: string): string[] {
  if (!/<sitemapindex[\s>]/i.test(xml.slice(0, 2_000))) return [];
  return newsOnly(
    [...xml.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/gi)].map(([, url = '']) => url.replaceAll('&amp;', '&')),
  );
}

/** Returns the usual addresses of feeds: beside the page, then at the root of its site. */
export function usualFeeds(pageUrl: string): Candidate[] {
  const directories = new Set([new URL('.', pageUrl).href, new URL('/', pageUrl).href]);
  return eachOnce(
    [...directories].flatMap((directory) =>
      USUAL_PATHS.map((path): Candidate => ({ url: new URL(path, directory).href, from: 'usual-path' })),
    ),
  );
}

/** Returns the name of a feed's format, for people. @param head the beginning of the document */
export function formatOf(head: string): string {
  if (/^\s*\{/.test(head)) return 'JSON Feed';
  const [, name = '', rest = ''] = /<(?:\w+:)?(rss|rdf|feed|urlset)\b([^>]{0,2000})/i.exec(head) ?? [];
  const version = /\bversion\s*=\s*["']([\d.]{1,6})["']/.exec(rest)?.[1];
  switch (name.toLowerCase()) {
    case 'rss':
      return `RSS ${version ?? ''}`.trim();
    case 'rdf':
      return 'RSS 1.0';
    case 'feed':
      return 'Atom';
    case 'urlset':
      return 'news sitemap';
    default:
      return 'feed';
  }
}

/** Names of attributes may be in capitals, which the DOM keeps. */
const attribute = (element: Element, name: string): string =>
  [...element.attributes].find((each) => each.name.toLowerCase() === name)?.value.trim() ?? '';

function isFeedPath(href: string, baseUrl: string): boolean {
  const url = URL.parse(href, baseUrl);
  return url !== null && FEED_PATH.test(`${url.pathname}${url.search}`);
}

/** Only the sitemaps with news in their names: other sitemaps list pages, and each costs the site a request. */

const newsOnly = (urls: readonly string[]): string[] =>
  [...new Set(urls.flatMap((url) => (/news/i.test(url) ? (normaliseFeedUrl(url) ?? []) : [])))].slice(0, MAX_SITEMAPS);

function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ url }) => !seen.has(url) && seen.add(url));
}
