/** Whether an item at a known address, or with a known text, is the same piece of news: their headlines decide. */

import { siteOf } from '../../web/site.ts';
import { wordsOf } from '../../words.ts';
import type { Article, ArticleContent } from '../record/article.ts';
import { bareWordsOf, contentWords, hasSameWords, shareOf } from './headline.ts';
import { type ComparedArticle, comparedArticle, headlinesNameOthers } from './name-comparison.ts';
import { type NewsVerdict, otherNews, sameNews } from './news-verdict.ts';

/** Min share of a headline's words that the other headline or the text must contain. */
const MIN_AGREEMENT = 0.5;

/** Whether a text contains at least half of a headline's words. A missing headline agrees with any text. */
export function isHeadlineOf(headline: string | undefined, text: string | undefined): boolean {
  const words = wordsOf(headline ?? '');
  return words.length === 0 || shareOf(words, new Set(wordsOf(text ?? ''))) >= MIN_AGREEMENT;
}

/**
 * Whether content with the very same text as an article is that article. It is if the headlines have the same words. It
 * is too
 *
 * - if the headlines agree, or the content comes from another site;
 * - and if the text contains half of the words of one headline: a notice to subscribers, which many sites print in the
 *   same words, contains neither headline;
 * - and if the headlines don't name different people or things.
 */
export const isSameText = (article: Article, content: ArticleContent, feedId: string): boolean =>
  judgeText(article, content, feedId).isSame;

/** The same with the rule that decides. */
export function judgeText(article: Article, content: ArticleContent, feedId: string): NewsVerdict {
  if (hasSameWords(article.title, content.title)) return sameNews('same-words-in-headline');
  if (!titlesAgree(article.title, content.title) && isOnSite(article, content, feedId))
    return otherNews('other-headline-on-site');
  const known = comparedArticle({ ...content, title: article.title });
  const found = comparedArticle(content);
  if (headlinesNameOthers(known, found)) return otherNews('headlines-name-others');
  const hasHeadline = textHasHeadline(known) || textHasHeadline(found);
  return hasHeadline ? sameNews('text-has-headline') : otherNews('text-without-headline');
}

const textHasHeadline = ({ headlineWords, text }: ComparedArticle): boolean =>
  shareOf(headlineWords, new Set(bareWordsOf(text))) >= MIN_AGREEMENT;

/** Whether content comes from a site or a feed that has carried the article. */
export function isOnSite(article: Article, { url }: ArticleContent, feedId: string): boolean {
  const site = siteOf(url);
  const places = [article, ...article.appearances];
  return places.some((place) => place.feedId === feedId || (site !== undefined && siteOf(place.url) === site));
}

/**
 * Whether half of the shorter headline's content words are in the longer headline. A missing headline agrees with any.
 */
export function titlesAgree(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined) return true;
  const [shorter = [], longer = []] = [contentWords(first), contentWords(second)].sort((a, b) => a.length - b.length);
  return shareOf(shorter, new Set(longer)) >= MIN_AGREEMENT; // false for a headline without words, whose share is NaN
}
