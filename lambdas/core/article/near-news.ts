/**
 * Whether a text that is nearly an article's is the same piece of news. Words alone don't tell: a forecast, an obituary or
 * a daily column shares most of its words with yesterday's. Where the rules are in doubt, there are two articles.
 */
import { wordsOf } from '../words.ts';
import { isNear, type Likeness } from './near-duplicate.ts';
import { isHeadlineOf, titlesAgree } from './same-news.ts';
import { siteOf } from './site.ts';
import type { Article, ArticleContent } from './types.ts';

/** A wire story is picked up within hours; what resembles one that is older is more likely the next of a series. */
const MOST_HOURS_ELSEWHERE = 72;
/** What a site publishes daily comes a day apart. */
const MOST_HOURS_ON_SITE = 12;
/** Under another headline, or on the same site, the texts must be the same but for an edit. */
const EDITED = 0.8;
/** Under another headline the shorter one must be more than an excerpt: a live blog or a digest holds whole stories. */
const MORE_THAN_EXCERPT = 0.5;

/**
 * - *On another site*: published within three days, and under a headline that agrees at least half of the shorter text is
 *   in the longer; under a headline of its own, most of it and of the longer one at least half, and one text has the words of the
 *   other's headline, which the obituary of somebody else hasn't.
 * - *On a site that has carried the article*: published within half a day, most of the text is the same, and the headline is,
 *   word for word; or it agrees, and the address has the same number for an id, as where the headline is a part of it.
 * - Never when their figures differ, nor when only one is a correction or a live report.
 */
export function isSameNewsNearby(
  article: Article,
  content: ArticleContent,
  feedId: string,
  likeness: Likeness,
): boolean {
  if (!isNear(likeness) || kindOf(article.title) !== kindOf(content.title)) return false;
  const hours = hoursApart(article, content);
  if (isOnSite(article, content, feedId)) {
    const isSameHeadline =
      hasSameWords(article.title, content.title) ||
      (titlesAgree(article.title, content.title) && sharesId(article, content));
    return likeness.coverage >= EDITED && isSameHeadline && hours <= MOST_HOURS_ON_SITE;
  }
  if (hours > MOST_HOURS_ELSEWHERE) return false;
  if (titlesAgree(article.title, content.title)) return true;
  const isWhole = likeness.containment >= EDITED && likeness.coverage >= MORE_THAN_EXCERPT;
  return isWhole && (isHeadlineOf(content.title, article.text) || isHeadlineOf(article.title, content.text));
}

/** Words of headlines that say that the text is about an article, or that it goes on. */
const KINDS: Readonly<Record<string, string>> = {
  correction:
    'correction corrections clarification erratum errata retraction korrektur berichtigung richtigstellung ' +
    'rectificatif correctif corrección rectificación rettifica correção rectificatie',
  live: 'live liveblog liveticker ticker newsblog direct directo diretta vivo',
};
const kinds = new Map(Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])));

const kindOf = (title: string): string | undefined =>
  wordsOf(title)
    .map((word) => kinds.get(word))
    .find((kind) => kind !== undefined);

function isOnSite(article: Article, content: ArticleContent, feedId: string): boolean {
  const site = siteOf(content.url);
  const places = [article, ...article.appearances];
  return places.some((place) => place.feedId === feedId || (site !== undefined && siteOf(place.url) === site));
}

const hasSameWords = (one: string, other: string): boolean =>
  wordsOf(one).sort().join(' ') === wordsOf(other).sort().join(' ');

/** Whether the last number in the address is that of an address which carried the article. */
function sharesId(article: Article, { url }: ArticleContent): boolean {
  const id = idIn(url);
  return id !== undefined && [article, ...article.appearances].some((place) => idIn(place.url) === id);
}

/** A publisher's number for an article: the last one of five digits or more, unless it is a month or a day. */
const idIn = (url: string | undefined): string | undefined =>
  url
    ?.match(/\d{5,}/g)
    ?.filter((number) => !/^(?:19|20)\d{4}(?:\d\d)?$|^\d{4}20\d\d$/.test(number))
    .at(-1);

/** Hours between two publications; where a date is assumed, between when we saw the one and the publication of the other. */
function hoursApart(article: Article, content: ArticleContent): number {
  const [one, other] = [article.publishedAt ?? article.firstSeenAt, content.publishedAt ?? article.firstSeenAt];
  return Math.abs(Date.parse(one) - Date.parse(other)) / 3_600_000;
}
