/**
 * Whether a text that is nearly an article's is the same piece of news. Words alone don't tell: a forecast, an obituary
 * or a daily column shares most of its words with yesterday's. In doubt there are two articles.
 */
import { wordsOf } from '../../words.ts';
import type { Article, ArticleContent } from '../record/article.ts';
import { addressId } from './address-id.ts';
import { hasSameWords, shareOf } from './headline.ts';
import { type ComparedArticle, comparedArticle, headlinesNameOthers, subjectDifference } from './name-comparison.ts';
import { isNear, type Likeness } from './near-duplicate.ts';
import { type NewsVerdict, otherNews, sameNews } from './news-verdict.ts';
import { isOnSite, titlesAgree } from './same-news.ts';

/**
 * Max hours between two copies on different sites: a wire story is copied within hours, a later text is the next of a
 * series.
 */
const MAX_HOURS_ELSEWHERE = 72;
/**
 * Max hours between two copies on one site, where daily columns come a day apart; elsewhere too, if a copy isn't an
 * edit.
 */
const MAX_HOURS_ON_SITE = 12;
/** Min share of a text that is in the other, if the text is an edit of the other. */
const MIN_EDITED = 0.8;
/** Min share of a text that is in the other, if the edit is small: two texts from a template differ by a tenth. */
const MIN_HARDLY_EDITED = 0.95;
/**
 * Min share of the longer text that is in the shorter, if the headlines don't agree: live reports and digests hold
 * whole stories.
 */
const MIN_LONGER = 0.5;
/** Min share of the headline's words that the other text must contain. */
const MIN_HEADLINE = 0.8;
/** Min share of one headline's words that the other text must contain if the headlines don't agree. */
const MIN_HEADLINE_OF_COPY = 0.5;

interface Comparison {
  readonly known: ComparedArticle;
  readonly found: ComparedArticle;
  readonly likeness: Likeness;
  readonly hoursApart: number;
}

/** Whether content is the same piece of news as an article. @param likeness of the two texts */
export const isSameNewsNearby = (
  article: Article,
  content: ArticleContent,
  feedId: string,
  likeness: Likeness,
): boolean => judgeNews(article, content, feedId, likeness).isSame;

/** The same with the rule that decides. */
export function judgeNews(article: Article, content: ArticleContent, feedId: string, likeness: Likeness): NewsVerdict {
  if (!isNear(likeness)) return otherNews(likeness.numbersAgree ? 'little-in-common' : 'other-figures');
  if (kindOf(article.title) !== kindOf(content.title)) return otherNews('correction-or-live');
  const [known, found] = [comparedArticle(article), comparedArticle(content)];
  const comparison: Comparison = { known, found, likeness, hoursApart: hoursApart(article, content) };
  const verdict = isOnSite(article, content, feedId)
    ? judgeOnSite(comparison, sharesId(article, content))
    : judgeElsewhere(comparison);
  const difference = verdict.isSame ? subjectDifference(known, found) : undefined;
  return difference === undefined ? verdict : otherNews(difference);
}

/**
 * On a site or in a feed that has carried the article: within half a day, nearly all of the text is the same, and so is
 * the headline, word for word. If the addresses have the same id, most of the text and a headline that agrees are
 * enough.
 */
function judgeOnSite({ known, found, likeness, hoursApart }: Comparison, hasSameId: boolean): NewsVerdict {
  if (hoursApart > MAX_HOURS_ON_SITE) return otherNews('days-apart');
  if (likeness.coverage < (hasSameId ? MIN_EDITED : MIN_HARDLY_EDITED)) return otherNews('no-edit-on-site');
  const isSameHeadline = hasSameWords(known.title, found.title) || (hasSameId && titlesAgree(known.title, found.title));
  return isSameHeadline ? sameNews('edit-on-site') : otherNews('other-headline-on-site');
}

/** On another site: within three days, or within half a day if less than most of the shorter text is in the longer. */
function judgeElsewhere(comparison: Comparison): NewsVerdict {
  const { known, found, likeness, hoursApart } = comparison;
  const maxHours = likeness.containment < MIN_EDITED ? MAX_HOURS_ON_SITE : MAX_HOURS_ELSEWHERE;
  if (hoursApart > maxHours) return otherNews('days-apart');
  return hasSameWords(known.title, found.title)
    ? sameNews('same-words-in-headline')
    : judgeUnderOtherHeadline(comparison);
}

/**
 * On another site, under another headline:
 *
 * - If over 20 % of a text is absent from the other (a digest, a live report, a follow-up), the other must contain 80 %
 *   of the text's headline words.
 * - The headlines mustn't name different people or things, unless the texts hardly differ.
 * - Then the headlines agree; or most of the shorter text is in the longer, half of the longer is in the shorter, and
 *   one text contains half of the other's headline words.
 */
function judgeUnderOtherHeadline({ known, found, likeness: { containment, coverage } }: Comparison): NewsVerdict {
  const [shorter, longer] = known.wordCount < found.wordCount ? [known, found] : [found, known];
  const headlineInLonger = shareOf(shorter.headlineWords, longer.words);
  const headlineInShorter = shareOf(longer.headlineWords, shorter.words);
  const isBorneOut =
    (containment >= MIN_EDITED || headlineInLonger >= MIN_HEADLINE) &&
    (coverage >= MIN_EDITED || headlineInShorter >= MIN_HEADLINE);
  if (!isBorneOut) return otherNews('headline-not-borne-out');
  if (coverage < MIN_HARDLY_EDITED && headlinesNameOthers(known, found)) return otherNews('headlines-name-others');
  if (titlesAgree(known.title, found.title)) return sameNews('headlines-agree');
  const isCopy = containment >= MIN_EDITED && coverage >= MIN_LONGER;
  const hasHeadline = Math.max(headlineInLonger, headlineInShorter) >= MIN_HEADLINE_OF_COPY;
  return isCopy && hasHeadline ? sameNews('copy-under-other-headline') : otherNews('headlines-disagree');
}

/** Words of headlines that mark a correction of an article or a live report. */
const KINDS: Readonly<Record<string, string>> = {
  correction:
    'correction corrections clarification erratum errata retraction korrektur berichtigung richtigstellung ' +
    'rectificatif correctif corrección rectificación rettifica correção rectificatie',
  live: 'live liveblog liveticker ticker newsblog direct directo diretta vivo happened',
};
const KIND_BY_WORD = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])),
);

const kindOf = (title: string): string | undefined =>
  wordsOf(title)
    .map((word) => KIND_BY_WORD.get(word))
    .find((kind) => kind !== undefined);

/** Whether an address that carried the article has the id of the content's address. */
function sharesId(article: Article, { url }: ArticleContent): boolean {
  const id = addressId(url);
  return id !== undefined && [article, ...article.appearances].some((place) => addressId(place.url) === id);
}

/**
 * Hours between two publications. If a publication has no date, the time at which the article was first seen stands for
 * it.
 */
function hoursApart(article: Article, content: ArticleContent): number {
  const known = Date.parse(article.publishedAt ?? article.firstSeenAt);
  const found = Date.parse(content.publishedAt ?? article.firstSeenAt);
  return Math.abs(known - found) / 3_600_000;
}
