/** Looks up a page's metadata: a table of sources for each field, the most trusted source first. */

import { compact } from '../../compact.ts';
import { languageTag } from '../../web/language-tag.ts';
import { pagePlainText } from '../page/page-plain-text.ts';
import type { Source } from '../record/article.ts';
import { type JsonLd, readJsonLd, stringOf, textIn } from './json-ld.ts';
import { ownershipIn } from './node-ownership.ts';
import { type Headline, headlineOf } from './page-headline.ts';
import type { PageScan } from './page-scan.ts';
import { scanPage } from './scan-page.ts';

/** A scanned page with what the tables need: the JSON-LD parsed, the headline found, the language known. */
export interface SearchablePage extends PageScan {
  readonly jsonLd: JsonLd;
  /** The names of the site and its publisher. */
  readonly sites: readonly string[];
  readonly headline: Headline | undefined;
  /** BCP 47: the language of the page's dates. */
  readonly bcp47: string | undefined;
}

export type Extractors<T> = readonly (readonly [Source, (page: SearchablePage) => T | undefined])[];

export interface Found<T, S = Source> {
  readonly value: T;
  readonly source: S;
}

/** Returns the value of each source that has one, the most trusted source first. */
export const everyFound = <T>(page: SearchablePage, extractors: Extractors<T>): Found<T>[] =>
  extractors.flatMap(([source, extract]) => {
    const value = extract(page);
    return value === undefined ? [] : [{ value, source }];
  });

type FoundFields = Readonly<Record<string, Found<unknown, Source | undefined> | undefined>>;
type Values<F> = {
  readonly [K in keyof F]: NonNullable<F[K]> extends Found<infer T, Source | undefined> ? T | undefined : never;
};

export const valuesOf = <F extends FoundFields>(fields: F): Values<F> =>
  Object.fromEntries(Object.entries(fields).map(([field, found]) => [field, found?.value])) as Values<F>;

export const sourcesOf = <F extends FoundFields>(fields: F): { readonly [K in keyof F]?: Source } =>
  compact(Object.fromEntries(Object.entries(fields).map(([field, found]) => [field, found?.source]))) as {
    readonly [K in keyof F]?: Source;
  };

export const inJsonLd =
  (property: string) =>
  (page: SearchablePage): string | undefined =>
    pagePlainText(textIn(page.jsonLd, property));

export const inProperty =
  (property: string) =>
  (page: SearchablePage): string | undefined =>
    pagePlainText(page.properties.get(property.toLowerCase())?.[0]);

/** Looks for the first of the tags that the page has. */
export const inMeta =
  (...names: readonly string[]) =>
  (page: SearchablePage): string | undefined =>
    pagePlainText(metaContents(page, names)?.[0]);

/** Looks for all contents of the first of the tags that the page has. */
export const allInMeta =
  (...names: readonly string[]) =>
  (page: SearchablePage): readonly string[] | undefined =>
    metaContents(page, names);

const metaContents = ({ meta }: PageScan, names: readonly string[]): readonly string[] | undefined =>
  names.map((name) => meta.get(name)).find((contents) => contents !== undefined);

/** @param url the address that served the page. */
export const searchPage = (document: Document, url: string): SearchablePage => searchablePage(scanPage(document, url));

export function searchablePage(scan: PageScan): SearchablePage {
  const titles = plainTexts(metaContents(scan, ['og:title', 'twitter:title'])?.[0], scan.documentTitle);
  const jsonLd = readJsonLd(scan.scripts, ownershipIn(scan, titles));
  const sites = plainTexts(
    metaContents(scan, ['og:site_name'])?.[0],
    textIn(jsonLd, 'publisher'),
    scan.properties.get('publisher')?.[0],
    ...SITE_TAGS.map((name) => metaContents(scan, [name])?.[0]?.replace(/^@/, '')),
  );
  const headline = textIn(jsonLd, 'headline') ?? scan.properties.get('headline')?.[0];
  const allTitles = [...plainTexts(headline), ...titles];
  return {
    ...scan,
    jsonLd,
    sites,
    headline: headlineOf(scan.headings, allTitles, { sites, url: scan.url, paragraphs: scan.paragraphs }),
    bcp47: languageTag(
      scan.language,
      stringOf(jsonLd.nodes[0]?.['inLanguage']),
      metaContents(scan, ['og:locale', 'content-language'])?.[0],
    ),
  };
}

/** Tags that name the site on many pages, but nothing else. */
const SITE_TAGS = ['application-name', 'apple-mobile-web-app-title', 'twitter:site'];

const plainTexts = (...raw: readonly (string | undefined)[]): string[] =>
  raw.map(pagePlainText).filter((text) => text !== undefined);
