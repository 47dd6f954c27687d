/** What a page says about its article: JSON-LD first, then OpenGraph and `article:` tags, then plain meta tags. */

import { compact } from '../compact.ts';
import { isoDate } from '../feed/dates.ts';
import { languageTag } from '../language-tag.ts';
import { canonicalUrl, namesAnArticle } from './canonical-url.ts';
import { articleNode, listOf, namesOf, stringOf } from './json-ld.ts';
import type { ArticleContent } from './types.ts';

export type PageMetadata = Partial<
  Omit<ArticleContent, 'text' | 'textKey' | 'textSource' | 'wordCount' | 'contentHash'>
>;

/** @param pageUrl the address that served the page. */
export function pageMetadata(document: Document, pageUrl: string): PageMetadata {
  const ld = articleNode(document) ?? {};
  const meta = metaTags(document);
  const siteName = meta.get('og:site_name') ?? namesOf(ld['publisher'])[0] ?? meta.get('application-name');
  const image = absolute(imageOf(ld['image']) ?? meta.get('og:image') ?? meta.get('twitter:image'), pageUrl);
  const alt = meta.get('og:image:alt') ?? meta.get('twitter:image:alt');
  return compact({
    title: titleOf(stringOf(ld['headline']) ?? meta.get('og:title') ?? documentTitle(document), siteName),
    url: canonicalOf(document, meta, pageUrl),
    siteName,
    authors: authorsOf(ld['author'], meta),
    publishedAt: firstDate([
      stringOf(ld['datePublished']),
      meta.get('article:published_time'),
      meta.get('date'),
      meta.get('dc.date'),
      timeOf(document),
    ]),
    modifiedAt: firstDate([
      stringOf(ld['dateModified']),
      meta.get('article:modified_time'),
      meta.get('og:updated_time'),
    ]),
    language: languageTag(
      document.documentElement?.getAttribute('lang') ?? undefined,
      stringOf(ld['inLanguage']),
      meta.get('og:locale'),
    ),
    section: stringOf(ld['articleSection']) ?? meta.get('article:section'),
    tags: tagsOf(ld['keywords'], meta),
    image: image === undefined ? undefined : compact({ url: image, alt }),
    excerpt: meta.get('og:description') ?? meta.get('description') ?? stringOf(ld['description']),
  });
}

/** By lower-case name, the first non-empty one of each name; repeated `article:tag` and `article:author` joined. */
function metaTags(document: Document): Map<string, string> {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim() ?? '';
    if (name === '' || content === '') continue;
    const before = tags.get(name);
    if (before === undefined) tags.set(name, content);
    else if (name === 'article:tag' || name === 'article:author' || name === 'author')
      tags.set(name, `${before}, ${content}`);
  }
  return tags;
}

const documentTitle = (document: Document): string | undefined =>
  document.querySelector('h1')?.textContent?.trim() ||
  document.querySelector('title')?.textContent?.trim() ||
  undefined;

/** Without the site's name at its end: `Headline | Site`. */
function titleOf(raw: string | undefined, siteName: string | undefined): string | undefined {
  const title = raw?.replace(/\s+/g, ' ').trim() ?? '';
  const site = siteName ?? '';
  const head = title.slice(0, title.length - site.length);
  const endsWithSite = site !== '' && title.slice(head.length).toLowerCase() === site.toLowerCase();
  const separator = endsWithSite ? / (?:[|–—-]|::) $/.exec(head) : null;
  return (separator === null ? title : title.slice(0, separator.index)) || undefined;
}

/** The page's own word on its address counts only on its own host, and never for a front page. */
function canonicalOf(document: Document, meta: ReadonlyMap<string, string>, pageUrl: string): string | undefined {
  const served = canonicalUrl(pageUrl);
  const claimed = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta.get('og:url');
  const canonical = canonicalUrl(absolute(claimed, pageUrl) ?? pageUrl);
  if (served === undefined) return undefined;
  const best = canonical !== undefined && bareHost(canonical) === bareHost(served) ? canonical : served;
  return [best, served].find(namesAnArticle);
}

const bareHost = (url: string): string => new URL(url).host.replace(/^(?:www|m|mobile|amp)\./, '');

function authorsOf(ld: unknown, meta: ReadonlyMap<string, string>): string[] {
  const named = namesOf(ld).length > 0 ? namesOf(ld) : splitList(meta.get('author') ?? meta.get('article:author'));
  return [...new Set(named.map((name) => name.replace(/^by\s+/i, '').trim()))].filter(
    (n) => n !== '' && !n.includes('://'),
  );
}

const tagsOf = (ld: unknown, meta: ReadonlyMap<string, string>): string[] => {
  const keywords = listOf(ld).filter((each) => typeof each === 'string');
  const named =
    keywords.length > 0
      ? keywords.join(',')
      : (meta.get('article:tag') ?? meta.get('news_keywords') ?? meta.get('keywords'));
  return [...new Set(splitList(named))];
};

const splitList = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean);

/** The first one that can be read. */
const firstDate = (candidates: readonly (string | undefined)[]): string | undefined =>
  candidates.map(isoDate).find((date) => date !== undefined);

const imageOf = (value: unknown): string | undefined => stringOf(value);

const timeOf = (document: Document): string | undefined =>
  document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined;

const absolute = (raw: string | undefined, base: string): string | undefined =>
  raw !== undefined && URL.canParse(raw, base) && /^https?:/.test(new URL(raw, base).protocol)
    ? new URL(raw, base).href
    : undefined;
