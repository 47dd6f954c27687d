/**
 * Whether a text that is nearly an article's is the same piece of news. Words alone don't tell: a forecast, an obituary or
 * a daily column shares most of its words with yesterday's. Where the rules are in doubt, there are two articles.
 */
import { wordsOf } from '../../words.ts';
import type { Article, ArticleContent } from '../record/article.ts';
import { addressId } from './address-id.ts';
import { hasSameWords, shareOf } from './headline.ts';
import { type ComparedArticle, comparedArticle, headlinesNameOthers, namesDiffer } from './name-comparison.ts';
import { isNear, type Likeness } from './near-duplicate.ts';
import { isOnSite, titlesAgree } from './same-news.ts';

/** A wire story is picked up within hours; what resembles one that is older is more likely the next of a series. */
const MAX_HOURS_ELSEWHERE = 72;
/** What a site publishes daily comes a day apart. */
const MAX_HOURS_ON_SITE = 12;
/** The share of a text that is another's, if it is that but for an edit. */
const EDITED = 0.8;
/** The same where an edit is small: a column or a quiz from a template has a tenth of its own, and perhaps this is one. */
const HARDLY_EDITED = 0.95;
/** Under another headline the shorter one must be more than an excerpt: a live blog or a digest holds whole stories. */
const MORE_THAN_EXCERPT = 0.5;
/** Of the words that a headline tells, those that a text must have which it is to stand for. */
const BORNE_OUT = 0.8;

/**
 * - *On another site*: published within three days. Under the same headline at least half of the shorter text is in the longer,
 *   and after half a day most of it.
 *   Under others, whichever text has more than a fifth of its own (a digest, a live report, a follow-up) must have a headline
 *   that the other bears out; and if the headlines don't agree, it is most of the shorter text and half of the longer, and one
 *   bears out half of the other's headline.
 * - *On a site that has carried the article*: published within half a day, nearly all of the text is the same, and the headline
 *   is, word for word; or most of it and the address has the same number for an id, and then the headlines need but agree.
 * - Never when their figures or names differ, nor when only one is a correction or a live report.
 */
export function isSameNewsNearby(
  article: Article,
  content: ArticleContent,
  feedId: string,
  likeness: Likeness,
): boolean {
  if (!isNear(likeness) || kindOf(article.title) !== kindOf(content.title)) return false;
  const hours = hoursApart(article, content);
  const [one, other] = [comparedArticle(article), comparedArticle(content)];
  if (isOnSite(article, content, feedId)) {
    const hasId = sharesId(article, content);
    const isSameHeadline = hasSameWords(one.title, other.title) || (hasId && titlesAgree(one.title, other.title));
    const isEdit = likeness.coverage >= (hasId ? EDITED : HARDLY_EDITED);
    return isEdit && isSameHeadline && hours <= MAX_HOURS_ON_SITE && !namesDiffer(one, other);
  }
  const isLate = hours > MAX_HOURS_ON_SITE && likeness.containment < EDITED;
  if (hours > MAX_HOURS_ELSEWHERE || isLate || namesDiffer(one, other)) return false;
  return hasSameWords(one.title, other.title) || isSameUnderOthers(one, other, likeness);
}

/** Whether texts under different headlines, on different sites, are one. */
function isSameUnderOthers(one: ComparedArticle, other: ComparedArticle, { containment, coverage }: Likeness): boolean {
  const [shorter, longer] = one.wordCount < other.wordCount ? [one, other] : [other, one];
  const inLonger = shareOf(shorter.headline, longer.said);
  const inShorter = shareOf(longer.headline, shorter.said);
  if (containment < EDITED && inLonger < BORNE_OUT) return false;
  if (coverage < EDITED && inShorter < BORNE_OUT) return false;
  if (coverage < HARDLY_EDITED && headlinesNameOthers(one, other)) return false;
  if (titlesAgree(one.title, other.title)) return true;
  return containment >= EDITED && coverage >= MORE_THAN_EXCERPT && Math.max(inLonger, inShorter) >= 0.5;
}

/** Words of headlines that say that the text is about an article, or that it goes on. */
const KINDS: Readonly<Record<string, string>> = {
  correction:
    'correction corrections clarification erratum errata retraction korrektur berichtigung richtigstellung ' +
    'rectificatif correctif corrección rectificación rettifica correção rectificatie',
  live: 'live liveblog liveticker ticker newsblog direct directo diretta vivo happened',
};
const kinds = new Map(Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])));

const kindOf = (title: string): string | undefined =>
  wordsOf(title)
    .map((word) => kinds.get(word))
    .find((kind) => kind !== undefined);

/** Whether the last number in the address is that of an address which carried the article. */
function sharesId(article: Article, { url }: ArticleContent): boolean {
  const id = addressId(url);
  return id !== undefined && [article, ...article.appearances].some((place) => addressId(place.url) === id);
}

/** Hours between two publications; where a date is assumed, between when we saw the one and the publication of the other. */
function hoursApart(article: Article, content: ArticleContent): number {
  const [one, other] = [article.publishedAt ?? article.firstSeenAt, content.publishedAt ?? article.firstSeenAt];
  return Math.abs(Date.parse(one) - Date.parse(other)) / 3_600_000;
}
