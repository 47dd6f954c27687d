/** Whether two witnesses speak of the same piece of news, by the words of their headlines. */
import { wordsOf } from '../words.ts';
import type { Article, ArticleContent } from './types.ts';

/** The share of the shorter headline's words that must be found again. */
const AGREEMENT = 0.5;

/** Whether a text has the greater part of a headline's words; one that is missing goes with any. */
export function isHeadlineOf(headline: string | undefined, text: string | undefined): boolean {
  const words = wordsOf(headline ?? '');
  return words.length === 0 || shareOf(words, new Set(wordsOf(text ?? ''))) >= AGREEMENT;
}

/**
 * Whether an article that holds a claim which a *page* has led us to is really ours: its headline says so, or it is the same
 * text on another site under a headline of its own. Two items of one feed or site with different headlines never are.
 */
export function isSameNews(article: Article, content: ArticleContent, feedId: string): boolean {
  if (titlesAgree(article.title, content.title)) return true;
  const sameFeed = article.appearances.some((appearance) => appearance.feedId === feedId);
  return (
    !sameFeed && article.url !== undefined && content.url !== undefined && hostOf(article.url) !== hostOf(content.url)
  );
}

/** Whether the shorter of two headlines is for the greater part in the other; one that is missing agrees with any. */
export function titlesAgree(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return shorter.length > 0 && shareOf(shorter, new Set(longer)) >= AGREEMENT;
}

/** The share of `words` that are among others. */
export const shareOf = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.filter((word) => among.has(word)).length / words.length;

const hostOf = (url: string): string => new URL(url).host;
