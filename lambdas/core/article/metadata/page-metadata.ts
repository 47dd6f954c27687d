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
import type { ArticleContent, MetadataField } from '../record/article.ts';
import { chooseAuthors } from './choose-authors.ts';
import { chooseTitle } from './choose-title.ts';
import { isArticleNode, textIn } from './json-ld.ts';
import { everyFound, type Found, type SearchablePage, searchablePage, sourcesOf, valuesOf } from './metadata-lookup.ts';
import {
  ACCESS,
  EXCERPT,
  IMAGE,
  LANGUAGE,
  MODIFIED,
  PUBLISHED,
  PUBLISHER,
  SECTION,
  SITE_NAME,
  TAGS,
} from './metadata-sources.ts';
import { foreignAddress, pageAddress } from './page-address.ts';
import { isNotBefore, mostExact } from './page-dates.ts';
import { tagsOf } from './page-tags.ts';
import { titleKey } from './page-title.ts';
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

function chooseTags(page: SearchablePage): Found<string[]> | undefined {
  const candidates = everyFound(page, TAGS).map(({ value, source }) => ({ value: tagsOf(value), source }));
  return candidates.find(({ value }) => value.length > 0);
}

const isOtherName = (name: string, siteName: string | undefined): boolean =>
  titleKey(name) !== titleKey(siteName ?? '') && !name.includes('://');
