/** What a page says about its article, and where it says so. */
import { compact } from '../../compact.ts';
import { plainText } from '../page/page-plain-text.ts';
import type { ArticleContent, MetadataField } from '../record/article.ts';
import { authorNames } from './author-names.ts';
import { isArticleNode, textIn } from './json-ld.ts';
import { everyFound, type Found, pageOf, type ScannedPage } from './metadata-lookup.ts';
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
import { readSignals } from './page-scan.ts';
import { tagsOf } from './page-tags.ts';
import { agreedTitle, titleKey, withoutSite } from './page-title.ts';

export type PageMetadata = Partial<
  Omit<
    ArticleContent,
    'text' | 'textKey' | 'textSource' | 'wordCount' | 'contentHash' | 'publishedAssumed' | 'publishedRaw'
  >
> & {
  /** What the page calls its address on another site; it counts where the feed announced that site. */
  readonly foreignUrl?: string;
  /**
   * The text that JSON-LD gives of the article, and whether the page says that it is one: for its reading, not for its
   * metadata.
   */
  readonly articleBody?: string;
  readonly isArticle?: true;
};

/** @param pageUrl the address that served the page. */
export function pageMetadata(document: Document, pageUrl: string): PageMetadata {
  const page = pageOf(readSignals(document, pageUrl));
  const [siteName] = everyFound(page, SITE_NAME);
  const [publisher] = everyFound(page, PUBLISHER).filter(({ value }) => isOtherName(value, siteName?.value));
  const [section] = everyFound(page, SECTION);
  const title = titleOf(page, section?.value);
  const claims = { base: page.base, canonical: page.links.get('canonical'), openGraph: page.meta.get('og:url')?.[0] };
  const address = pageAddress(pageUrl, { ...claims, title: title?.value });
  const { authors, agencies } = authorsOf(page, siteName?.value);
  const published = mostExact(everyFound(page, PUBLISHED));
  const [modified] = everyFound(page, MODIFIED).filter(({ value }) => isNotBefore(value, published?.value));
  const [tags] = everyFound(page, TAGS)
    .map(({ value, source }) => ({ value: tagsOf(value), source }))
    .filter(({ value }) => value.length > 0);
  const found: { [F in MetadataField]?: Found<unknown> | undefined } = {
    ...{ title, url: address && { value: address.url, source: address.source } },
    ...{ siteName, publisher, authors, agencies, section, tags },
    publishedAt: published && { ...published, value: published.value.at },
    modifiedAt: modified && { ...modified, value: modified.value.at },
    language: everyFound(page, LANGUAGE)[0],
    image: everyFound(page, IMAGE)[0],
    excerpt: everyFound(page, EXCERPT)[0],
    access: everyFound(page, ACCESS)[0],
  };
  const values = Object.fromEntries(Object.entries(found).map(([name, each]) => [name, each?.value]));
  const sources = Object.fromEntries(Object.entries(found).map(([name, each]) => [name, each?.source]));
  return compact({
    ...values,
    publishedPrecision: published?.value.precision,
    modifiedPrecision: modified?.value.precision,
    foreignUrl: foreignAddress(pageUrl, claims),
    articleBody: textIn(page.ld, 'articleBody'),
    isArticle: declaresArticle(page) || undefined,
    provenance: compact(sources),
  }) as PageMetadata;
}

const declaresArticle = ({ ld, meta }: ScannedPage): boolean =>
  meta.get('og:type')?.[0]?.toLowerCase() === 'article' || ld.nodes.some(isArticleNode);

/** Each title without its site, and of these the one that two sources agree on. */
function titleOf(page: ScannedPage, section: string | undefined): Found<string> | undefined {
  const titles = everyFound(page, TITLE);
  const headlines = titles.filter(({ source }) => source === 'json-ld').map(({ value }) => value);
  if (page.headline !== undefined) headlines.push(page.headline.text);
  const context = { sites: section === undefined ? page.sites : [...page.sites, section], url: page.url };
  const clean = titles.map(({ value, source }) => ({
    value: withoutSite(
      value,
      headlines.filter((each) => each !== value),
      context,
    ),
    source,
  }));
  return agreedTitle(clean, clean.find(({ source }) => source === 'page')?.value);
}

interface Authors {
  readonly authors?: Found<readonly string[]>;
  readonly agencies?: Found<readonly string[]>;
}

/**
 * The persons of the first source that names some, with the agencies beside them; else what signs instead, be it an
 * agency or a desk, by the first source that says so; else the site. What only stands by the headline must be a person.
 */
function authorsOf(page: ScannedPage, siteName: string | undefined): Authors {
  const sites = siteName === undefined ? page.sites : [siteName, ...page.sites];
  const read = everyFound(page, AUTHORS).map(({ value, source }) => ({
    source,
    ...authorNames(
      value.map((name) => plainText(name) ?? ''),
      sites,
    ),
  }));
  const siteKeys = new Set(sites.map(titleKey));
  const isDesk = (name: string): boolean => !siteKeys.has(titleKey(name));
  const signed =
    read.find(({ persons }) => persons.length > 0) ??
    read.find(({ source, agencies, others }) => agencies.length > 0 || (source !== 'page' && others.some(isDesk))) ??
    read.find(({ source, others }) => source !== 'page' && others.length > 0);
  if (signed === undefined) return {};
  const { source, persons, agencies, others } = signed;
  const authors = persons.length > 0 || source === 'page' ? persons : others;
  return compact({
    authors: authors.length > 0 ? { value: authors, source } : undefined,
    agencies: agencies.length > 0 ? { value: agencies, source } : undefined,
  });
}

const isOtherName = (name: string, siteName: string | undefined): boolean =>
  titleKey(name) !== titleKey(siteName ?? '') && !name.includes('://');
