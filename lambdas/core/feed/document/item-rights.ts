/** What a feed's items say of their use: licences in the vocabularies of feeds, and RSL. */
import { compact } from '../../compact.ts';
import { licenseAddress, licenseIn } from '../../rights/license.ts';
import type { ArticleRights } from '../../rights/rights.ts';
import { type RslContent, type RslTerm, rslSays } from '../../rights/rsl.ts';
import { rightsSaid, strictest } from '../../rights/strictest.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';

/** Max elements of a kind that are read. */
const MAX_LISTED = 50;

/**
 * The rights of an item. The licence of the feed holds for items without their own.
 *
 * @param feedLicense the result of `licenseOf` for the feed
 */
export function rightsOf(
  item: RawElement,
  url: string | undefined,
  base: DocumentBase,
  feedLicense: string | undefined,
): ArticleRights | undefined {
  const contents = all(item, 'rsl:content').slice(0, MAX_LISTED).map(contentOf);
  const license = licenseOf(item, base) ?? (namesLicense(item) ? undefined : feedLicense);
  return strictest([
    rightsSaid('feed:rsl', url === undefined || contents.length === 0 ? {} : rslSays(contents, url)),
    rightsSaid('feed:license', compact({ license })),
  ]);
}

/** The first licence that a channel or an item names for its text. `media:license` is of a medium, which the item itself may be. */
export function licenseOf(raw: RawElement, base: DocumentBase): string | undefined {
  const candidates = [
    ...linksOf(raw).map((link) => licenseAddress(attributeOf(link, 'href'), base.url)),
    ...all(raw, 'creativecommons:license').map((each) => licenseIn(textOf(each), base.url)),
    ...all(raw, 'cc:license').map((each) => licenseIn(attributeOf(each, 'rdf:resource') ?? textOf(each), base.url)),
    ...all(raw, 'podcast:license').map((each) => licenseIn(attributeOf(each, 'url') ?? textOf(each), base.url)),
    ...all(raw, 'media:license').map((each) => licenseIn(attributeOf(each, 'href'), base.url)),
  ];
  return candidates.find((license) => license !== undefined);
}

/** RFC 4946: a link may also say that the licence is deliberately not stated. */
const namesLicense = (item: RawElement): boolean => linksOf(item).length > 0;

const linksOf = (raw: RawElement): readonly unknown[] =>
  all(raw, 'atom:link').filter((link) => attributeOf(link, 'rel')?.toLowerCase() === 'license');

const contentOf = (content: unknown): RslContent => ({
  url: attributeOf(content, 'url') ?? '',
  hasServer: attributeOf(content, 'server') !== undefined,
  licenses: childrenOf(content, 'rsl:license').slice(0, MAX_LISTED).map(termsOf),
});

const TERMS = ['permits', 'prohibits', 'payment', 'reporting', 'standard'];

/** A payment holds the shared licence that it stands for (`standard`). */
const termsOf = (license: unknown): RslTerm[] =>
  [license, ...childrenOf(license, 'rsl:payment')].flatMap((holder) =>
    TERMS.flatMap((name) =>
      childrenOf(holder, `rsl:${name}`)
        .slice(0, MAX_LISTED)
        .map((each) => compact({ name, type: attributeOf(each, 'type'), text: textOf(each) ?? '' })),
    ),
  );
