/** Whether two witnesses speak of the same piece of news, by the words of their headlines. */

import { siteOf } from '../../web/site.ts';
import { wordsOf } from '../../words.ts';
import type { Article, ArticleContent } from '../record/article.ts';
import { bareWordsOf, contentWords, hasSameWords, shareOf } from './headline.ts';
import { type ComparedArticle, comparedArticle, headlinesNameOthers } from './name-comparison.ts';

/** The share of the shorter headline's words that must be found again. */
const AGREEMENT = 0.5;

/** Whether a text has the greater part of a headline's words; one that is missing goes with any. */
export function isHeadlineOf(headline: string | undefined, text: string | undefined): boolean {
  const words = wordsOf(headline ?? '');
  return words.length === 0 || shareOf(words, new Set(wordsOf(text ?? ''))) >= AGREEMENT;
}

/**
 * Whether an article that has the very same text is really ours: under the same headline, or under one that agrees or on
 * another site, if the text has to do with one of the headlines, and not each names somebody else. A notice to subscribers,
 * which many sites have in one wording, has nothing to do with any.
 */
export function isSameText(article: Article, content: ArticleContent, feedId: string): boolean {
  if (hasSameWords(article.title, content.title)) return true;
  if (!titlesAgree(article.title, content.title) && isOnSite(article, content, feedId)) return false;
  const [one, other] = [comparedArticle({ ...content, title: article.title }), comparedArticle(content)];
  return !headlinesNameOthers(one, other) && (isBorneOut(one) || isBorneOut(other));
}

const isBorneOut = ({ headline, text }: ComparedArticle): boolean =>
  shareOf(headline, new Set(bareWordsOf(text))) >= AGREEMENT;

/** Whether content comes from a site or a feed that has carried the article. */
export function isOnSite(article: Article, { url }: ArticleContent, feedId: string): boolean {
  const site = siteOf(url);
  const places = [article, ...article.appearances];
  return places.some((place) => place.feedId === feedId || (site !== undefined && siteOf(place.url) === site));
}

/**
 * Whether half of the words that the shorter of two headlines tells are in the other; one that is missing agrees with
 * any.
 */
export function titlesAgree(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [shorter = [], longer = []] = [contentWords(one), contentWords(other)].sort((a, b) => a.length - b.length);
  return shorter.length > 0 && shareOf(shorter, new Set(longer)) >= AGREEMENT;
}
