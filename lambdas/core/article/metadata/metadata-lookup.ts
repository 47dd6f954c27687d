/** Where a page's metadata is looked for: a table of sources for each field, read from the top. */

import { languageTag } from '../../web/language-tag.ts';
import { plainText } from '../page/page-plain-text.ts';
import type { Source } from '../record/article.ts';
import { type JsonLd, readJsonLd, stringOf, textIn } from './json-ld.ts';
import { ownershipIn } from './node-ownership.ts';
import type { Heading, PageScan } from './page-scan.ts';
import { headlineOf } from './page-title.ts';

/** A page as the tables see it. */
export interface ScannedPage extends PageScan {
  readonly ld: JsonLd;
  /** The names of the site and its publisher. */
  readonly sites: readonly string[];
  readonly headline: Heading | undefined;
  /** BCP 47: the language of its dates. */
  readonly bcp47: string | undefined;
}

export type Extractors<T> = readonly (readonly [Source, (page: ScannedPage) => T | undefined])[];

export interface Found<T> {
  readonly value: T;
  readonly source: Source;
}

/** What each of the sources says, the most trusted first. */
export const everyFound = <T>(page: ScannedPage, extractors: Extractors<T>): Found<T>[] =>
  extractors.flatMap(([source, extract]) => {
    const value = extract(page);
    return value === undefined ? [] : [{ value, source }];
  });

export const inLd =
  (property: string) =>
  (page: ScannedPage): string | undefined =>
    plainText(textIn(page.ld, property));

export const inProperty =
  (property: string) =>
  (page: ScannedPage): string | undefined =>
    plainText(page.properties.get(property.toLowerCase())?.[0]);

/** The first of the tags that the page has. */
export const inMeta =
  (...names: readonly string[]) =>
  (page: ScannedPage): string | undefined =>
    plainText(metaOf(page, names));

const metaOf = ({ meta }: PageScan, names: readonly string[]): string | undefined =>
  names.map((name) => meta.get(name)?.[0]).find((content) => content !== undefined);

export function pageOf(signals: PageScan): ScannedPage {
  const titles = [metaOf(signals, ['og:title', 'twitter:title']), signals.documentTitle]
    .map(plainText)
    .filter((title) => title !== undefined);
  const ld = readJsonLd(signals.scripts, ownershipIn(signals, titles));
  const sites = [metaOf(signals, ['og:site_name']), textIn(ld, 'publisher'), signals.properties.get('publisher')?.[0]]
    .map(plainText)
    .filter((name) => name !== undefined);
  const headline = plainText(textIn(ld, 'headline'));
  return {
    ...signals,
    ...{ ld, sites },
    headline: headlineOf(signals.headings, headline === undefined ? titles : [headline, ...titles], {
      sites,
      url: signals.url,
    }),
    bcp47: languageTag(
      signals.language,
      stringOf(ld.nodes[0]?.['inLanguage']),
      metaOf(signals, ['og:locale', 'content-language']),
    ),
  };
}
