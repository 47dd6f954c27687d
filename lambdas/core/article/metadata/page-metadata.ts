/**
 * Reads an article's metadata from its page:
 *  1. DOM → the parts of the page that tell something, in one walk (scan-page.ts, scan-visible.ts → page-scan.ts; `searchPage`)
 *  2. scan → parsed JSON-LD, site names, headline and language (metadata-lookup.ts, json-ld.ts, page-title.ts)
 *  3. page → the candidates of each field with their sources, the most trusted first (metadata-sources.ts)
 *  4. candidates → one value with its source: usually the first. Several candidates are compared for the title
 *     (choose-title.ts), the authors (choose-authors.ts), the publication (page-dates.ts) and the address
 *     (page-address.ts). Each choice says why (field-choice.ts)
 *  5. values and sources → PageMetadata with its provenance
 */
import { compact } from '../../compact.ts';
import { pageRights } from '../../rights/page-rights.ts';
import type { ArticleRights } from '../../rights/rights.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import type { ArticleContent, ArticleMedium, MetadataField } from '../record/article.ts';
import { tagsOf } from '../wording/page-tags.ts';
import { titleKey } from '../wording/page-title.ts';
import { chooseAuthors } from './choose-authors.ts';
import { chooseTitle } from './choose-title.ts';
import { type Choice, type ChoiceListener, firstOf, firstThat, tell } from './field-choice.ts';
import { isArticleNode, listOf, stringOf, textIn } from './json-ld.ts';
import { everyFound, type Found, type SearchablePage, sourcesOf, valuesOf } from './metadata-lookup.ts';
import {
  ACCESS,
  EXCERPT,
  GENRE,
  IMAGE,
  KEYWORDS,
  LANGUAGE,
  MODIFIED,
  PUBLISHED,
  PUBLISHER,
  READER_TAGS,
  SECTION,
  SITE_NAME,
  TAGS,
} from './metadata-sources.ts';
import { type AddressClaims, foreignAddress, pageAddress } from './page-address.ts';
import { isNotBefore, mostExact, type PageDate } from './page-dates.ts';

export type PageMetadata = Partial<
  Pick<ArticleContent, MetadataField | 'publishedPrecision' | 'modifiedPrecision' | 'provenance'>
> & {
  /** The address that the page gives itself on another site. It counts only if the feed announced that site. */
  readonly foreignUrl?: string;
  /** The feeds that the page names as its own; absent if it names none. */
  readonly feeds?: readonly string[];
  /** The media of the page (../media/page-media.ts); absent if it has none. */
  readonly media?: readonly ArticleMedium[];
  /** The article's text in the JSON-LD: for the page's reading, not for the article's metadata. */
  readonly articleBody?: string;
  /** What the page and its headers say of its use. */
  readonly rights?: ArticleRights;
  /** Whether the page declares itself an article: for the page's reading, not for the article's metadata. */
  readonly isArticle?: true;
};

type PageFields = { readonly [F in MetadataField]: Found<NonNullable<ArticleContent[F]>> | undefined };
type Choices = { readonly [F in MetadataField]: Choice<NonNullable<ArticleContent[F]>> };

/**
 * @param onChoice hears of each field what it was chosen from.
 * @param headers of the response, for what they say of its use
 */
export function pageMetadata(
  page: SearchablePage,
  onChoice?: ChoiceListener,
  headers: ResponseHeaders = {},
): PageMetadata {
  const siteName = firstOf(everyFound(page, SITE_NAME));
  const section = firstOf(everyFound(page, SECTION));
  const title = chooseTitle(page, section.found?.value);
  const claims = { base: page.base, canonical: page.links.get('canonical'), openGraph: page.meta.get('og:url')?.[0] };
  const published = choosePublished(page);
  const modified = chooseModified(page, published.found?.value);
  const feeds = page.feeds.map((href) => absoluteUrl(href, page.base)).filter((url) => url !== undefined);
  const choices: Choices = {
    title,
    url: chooseAddress(page.url, { ...claims, title: title.found?.value }),
    siteName,
    publisher: choosePublisher(page, siteName.found?.value),
    ...chooseAuthors(page, siteName.found?.value),
    section,
    genre: firstOf(everyFound(page, GENRE)),
    ...chooseTags(page),
    publishedAt: withoutPrecision(published),
    modifiedAt: withoutPrecision(modified),
    language: firstOf(everyFound(page, LANGUAGE)),
    image: firstOf(everyFound(page, IMAGE)),
    excerpt: firstOf(everyFound(page, EXCERPT)),
    access: firstOf(everyFound(page, ACCESS)),
  };
  if (onChoice !== undefined) tell(onChoice, choices);
  const fields = Object.fromEntries(Object.entries(choices).map(([field, { found }]) => [field, found])) as PageFields;
  return compact({
    ...valuesOf(fields),
    publishedPrecision: published.found?.value.precision,
    modifiedPrecision: modified.found?.value.precision,
    foreignUrl: foreignAddress(page.url, claims),
    feeds: feeds.length > 0 ? feeds : undefined,
    articleBody: textIn(page.jsonLd, 'articleBody'),
    rights: pageRights({ ...page, works: worksIn(page) }, headers),
    isArticle: declaresArticle(page) ? (true as const) : undefined,
    provenance: sourcesOf(fields),
  });
}

function choosePublisher(page: SearchablePage, siteName: string | undefined): Choice<string> {
  const isOther = (name: string): boolean => isOtherName(name, siteName);
  return firstThat(everyFound(page, PUBLISHER), isOther, 'only a name counts that differs from the site’s');
}

function choosePublished(page: SearchablePage): Choice<PageDate> {
  const candidates = everyFound(page, PUBLISHED);
  const found = mostExact(candidates);
  const [first] = candidates;
  const isFirst = found === undefined || found === first;
  return isFirst ? firstOf(candidates) : { found, candidates, why: 'it gives the first source’s date more exactly' };
}

const chooseModified = (page: SearchablePage, published: PageDate | undefined): Choice<PageDate> =>
  firstThat(
    everyFound(page, MODIFIED),
    (date) => isNotBefore(date, published),
    'no change counts before the publication',
  );

const withoutPrecision = ({ found, candidates, why }: Choice<PageDate>): Choice<string> => ({
  found: found && { value: found.value.at, source: found.source },
  candidates,
  why,
});

function chooseAddress(pageUrl: string, claims: AddressClaims): Choice<string> {
  const address = pageAddress(pageUrl, claims);
  const found = address && { value: address.url, source: address.source };
  const claimed = [
    { value: claims.canonical, source: 'meta' as const },
    { value: claims.openGraph, source: 'opengraph' as const },
    { value: pageUrl, source: 'url' as const },
  ].filter(({ value }) => value !== undefined);
  const why =
    found?.source === 'url'
      ? 'the address that served the page; no claim shows that it is this article’s'
      : 'the first claim that shows that it is this article’s';
  return { found, candidates: claimed, why: found === undefined ? 'no address names an article' : why };
}

/** The licences of the article in JSON-LD and microdata. A film or a recording in the page has a licence of its own. */
function worksIn({ jsonLd, properties }: SearchablePage) {
  const nodes = jsonLd.nodes.filter(
    (node) => !listOf(node['@type']).some((type) => type === 'VideoObject' || type === 'AudioObject'),
  );
  const inJsonLd = nodes.map(({ license, usageInfo }) => ({
    license: stringOf(license),
    usageInfo: stringOf(usageInfo),
  }));
  return [...inJsonLd, { license: properties.get('license')?.[0] }];
}

const declaresArticle = ({ jsonLd, meta }: SearchablePage): boolean =>
  meta.get('og:type')?.[0]?.toLowerCase() === 'article' || jsonLd.nodes.some(isArticleNode);

/**
 * If a page has tags for readers and other words for machines, it tells both apart. Else its first list is its tags, whatever it is
 * called.
 */
function chooseTags(page: SearchablePage): Pick<Choices, 'tags' | 'keywords'> {
  const readTags = <T extends Found<readonly string[]>>(each: T) => ({ ...each, value: tagsOf(each.value) });
  const all = everyFound(page, TAGS).map(readTags);
  const forReaders = tagsOf(READER_TAGS(page) ?? []);
  const known = new Set(forReaders.map((tag) => tag.toLowerCase()));
  const others = everyFound(page, KEYWORDS)
    .map(readTags)
    .map(({ value, source }) => ({ value: value.filter((word) => !known.has(word.toLowerCase())), source }))
    .filter(({ value }) => !isCutFromAddress(value, page.url));
  const keywords = firstThat(
    forReaders.length === 0 ? [] : others,
    hasSome,
    'the first source with words beside the tags',
  );
  const tags =
    keywords.found === undefined
      ? firstThat(all, hasSome, 'the first source with tags for readers')
      : firstThat(
          all,
          (value) => value.every((tag) => known.has(tag.toLowerCase())) && hasSome(value),
          'the tags for readers; the other words are keywords',
        );
  return { tags, keywords };
}

/** Whether words are merely those of the address, as some systems fill their keywords. */
function isCutFromAddress(words: readonly string[], url: string): boolean {
  const address = url.toLowerCase();
  const inAddress = words.filter((word) => address.includes(word.toLowerCase()));
  return words.length >= MIN_CUT_WORDS && inAddress.length >= words.length * CUT_SHARE;
}
/** Min words, and min share of them in the address, of a list that was cut from it. */
const MIN_CUT_WORDS = 3;
const CUT_SHARE = 0.7;

const hasSome = (list: readonly string[]): boolean => list.length > 0;

const isOtherName = (name: string, siteName: string | undefined): boolean =>
  titleKey(name) !== titleKey(siteName ?? '') && !name.includes('://');
