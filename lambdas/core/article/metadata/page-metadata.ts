/**
 * Reads an article's metadata from its page:
 *  1. DOM → the parts of the page that tell something, in one walk (scan-page.ts, scan-visible.ts → page-scan.ts)
 *  2. scan → parsed JSON-LD, site names, headline and language (metadata-lookup.ts, json-ld.ts, page-title.ts)
 *  3. page → the candidates of each field with their sources, the most trusted first (metadata-sources.ts)
 *  4. candidates → one value with its source: usually the first. Several candidates are compared for the title
 *     (page-title.ts), the authors (author-names.ts), the publication (page-dates.ts) and the address (page-address.ts)
 *  5. values and sources → PageMetadata with its provenance
 */
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { pagePlainText } from '../page/page-plain-text.ts';
import type { ArticleContent, MetadataField } from '../record/article.ts';
import { authorNames, MAX_BYLINES } from './author-names.ts';
import { isArticleNode, textIn } from './json-ld.ts';
import { everyFound, type Found, type SearchablePage, searchablePage, sourcesOf, valuesOf } from './metadata-lookup.ts';
import {
  ACCESS,
  AUTHORS,
  EXCERPT,
  IMAGE,
  LANGUAGE,
  MODIFIED,
  PUBLISHED,
  PUBLISHER,
  SECTION,
  SITE_NAME,
  TAGS,
  TITLE,
} from './metadata-sources.ts';
import { foreignAddress, pageAddress } from './page-address.ts';
import { isNotBefore, mostExact } from './page-dates.ts';
import { tagsOf } from './page-tags.ts';
import { agreedTitle, titleKey, withoutSite } from './page-title.ts';
import { scanPage } from './scan-page.ts';

export type PageMetadata = Partial<
  Pick<ArticleContent, MetadataField | 'publishedPrecision' | 'modifiedPrecision' | 'provenance'>
> & {
  /** The address that the page gives itself on another site. It counts only if the feed announced that site. */
  readonly foreignUrl?: string;
  /** The feeds that the page names as its own; absent if it names none. */
  readonly feeds?: readonly string[];
  /** The article's text in the JSON-LD: for the page's reading, not for the article's metadata. */
  readonly articleBody?: string;
  /** Whether the page declares itself an article: for the page's reading, not for the article's metadata. */
  readonly isArticle?: true;
};

type PageFields = { readonly [F in MetadataField]: Found<NonNullable<ArticleContent[F]>> | undefined };

/** @param pageUrl the address that served the page. */
export function pageMetadata(document: Document, pageUrl: string): PageMetadata {
  const page = searchablePage(scanPage(document, pageUrl));
  const [siteName] = everyFound(page, SITE_NAME);
  const [publisher] = everyFound(page, PUBLISHER).filter(({ value }) => isOtherName(value, siteName?.value));
  const [section] = everyFound(page, SECTION);
  const title = chooseTitle(page, section?.value);
  const claims = { base: page.base, canonical: page.links.get('canonical'), openGraph: page.meta.get('og:url')?.[0] };
  const address = pageAddress(pageUrl, { ...claims, title: title?.value });
  const { authors, agencies } = chooseAuthors(page, siteName?.value);
  const published = mostExact(everyFound(page, PUBLISHED));
  const [modified] = everyFound(page, MODIFIED).filter(({ value }) => isNotBefore(value, published?.value));
  const feeds = page.feeds.map((href) => absoluteUrl(href, page.base)).filter((url) => url !== undefined);
  const fields: PageFields = {
    title,
    url: address && { value: address.url, source: address.source },
    siteName,
    publisher,
    authors,
    agencies,
    section,
    tags: chooseTags(page),
    publishedAt: published && { value: published.value.at, source: published.source },
    modifiedAt: modified && { value: modified.value.at, source: modified.source },
    language: everyFound(page, LANGUAGE)[0],
    image: everyFound(page, IMAGE)[0],
    excerpt: everyFound(page, EXCERPT)[0],
    access: everyFound(page, ACCESS)[0],
  };
  return compact({
    ...valuesOf(fields),
    publishedPrecision: published?.value.precision,
    modifiedPrecision: modified?.value.precision,
    foreignUrl: foreignAddress(pageUrl, claims),
    feeds: feeds.length > 0 ? feeds : undefined,
    articleBody: textIn(page.jsonLd, 'articleBody'),
    isArticle: declaresArticle(page) ? (true as const) : undefined,
    provenance: sourcesOf(fields),
  });
}

const declaresArticle = ({ jsonLd, meta }: SearchablePage): boolean =>
  meta.get('og:type')?.[0]?.toLowerCase() === 'article' || jsonLd.nodes.some(isArticleNode);

/** Each candidate without the site's name, and of these the title that two sources agree on. */
function chooseTitle(page: SearchablePage, section: string | undefined): Found<string> | undefined {
  const titles = everyFound(page, TITLE);
  const headlines = titles.filter(({ source }) => source === 'json-ld').map(({ value }) => value);
  if (page.headline !== undefined) headlines.push(page.headline.text);
  const context = { sites: section === undefined ? page.sites : [...page.sites, section], url: page.url };
  const candidates = titles.map(({ value, source }) => {
    const others = headlines.filter((headline) => headline !== value);
    return { value: withoutSite(value, others, context), source };
  });
  return agreedTitle(candidates, candidates.find(({ source }) => source === 'page')?.value);
}

function chooseTags(page: SearchablePage): Found<string[]> | undefined {
  const candidates = everyFound(page, TAGS).map(({ value, source }) => ({ value: tagsOf(value), source }));
  return candidates.find(({ value }) => value.length > 0);
}

interface Authors {
  readonly authors?: Found<readonly string[]>;
  readonly agencies?: Found<readonly string[]>;
}

/**
 * The persons of the first source that names a person, and that source's agencies. Without persons: the agencies or desks
 * of the first source that names any; else the site. A name that only the visible page gives must be a person's.
 */
function chooseAuthors(page: SearchablePage, siteName: string | undefined): Authors {
  const sites = siteName === undefined ? page.sites : [siteName, ...page.sites];
  const siteKeys = new Set(sites.map(titleKey));
  const isDesk = (name: string): boolean => !siteKeys.has(titleKey(name));
  const candidates = everyFound(page, AUTHORS).map(({ value, source }) => ({
    ...authorNames(
      value.slice(0, MAX_BYLINES).map((name) => pagePlainText(name) ?? ''),
      sites,
    ),
    source,
  }));
  const chosen =
    candidates.find(({ persons }) => persons.length > 0) ??
    candidates.find(
      ({ source, agencies, others }) => agencies.length > 0 || (source !== 'page' && others.some(isDesk)),
    ) ??
    candidates.find(({ source, others }) => source !== 'page' && others.length > 0);
  if (chosen === undefined) return {};
  const { source, persons, agencies, others } = chosen;
  const authors = persons.length > 0 || source === 'page' ? persons : others;
  return compact({
    authors: authors.length > 0 ? { value: authors, source } : undefined,
    agencies: agencies.length > 0 ? { value: agencies, source } : undefined,
  });
}

const isOtherName = (name: string, siteName: string | undefined): boolean =>
  titleKey(name) !== titleKey(siteName ?? '') && !name.includes('://');
