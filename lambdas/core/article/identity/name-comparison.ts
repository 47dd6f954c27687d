/** Whether two similar texts are about different people or things, as two pages from one template are. */
import { isStopWord } from '../../stop-words.ts';
import type { ArticleContent } from '../record/article.ts';
import { bareWordsOf, contentWords, namesIn, namesInHeadline, shareOf } from './headline.ts';
import type { OtherReason } from './news-verdict.ts';
import { haveOneFrame } from './one-frame.ts';

/** Min names of a text that are compared: any text has one or two (a month, a country). */
const MIN_NAMES = 3;
/**
 * Of two copies, one has at least this share of the other's names, even if it is shortened or begins in other words.
 */
const MIN_SHARED_NAMES = 0.5;

export interface ComparedArticle {
  readonly title: string;
  /** The title's words that tell what the article is about. */
  readonly headlineWords: readonly string[];
  readonly text: string;
  /** All words of headline and text. */
  readonly words: ReadonlySet<string>;
  readonly wordCount: number;
  /** Of the site and its publisher. */
  readonly siteNames: readonly string[];
}

export function comparedArticle(content: ArticleContent): ComparedArticle {
  const { title, text = '', wordCount, siteName, publisher } = content;
  const headlineWords = contentWords(title);
  const words = new Set([...headlineWords, ...bareWordsOf(text)]);
  const siteNames = [siteName, publisher].filter((name) => name !== undefined);
  return { title, headlineWords, text, words, wordCount, siteNames };
}

/** Whether each headline names somebody or something that the other article doesn't mention. */
export const headlinesNameOthers = (first: ComparedArticle, second: ComparedArticle): boolean =>
  hasUnsharedName(first, second) && hasUnsharedName(second, first);

const hasUnsharedName = ({ title }: ComparedArticle, other: ComparedArticle): boolean =>
  [...namesInHeadline(title)].some((name) => !isStopWord(name) && !other.words.has(name));

/** Returns why two articles are about different people or things; undefined if they aren't. */
export function subjectDifference(first: ComparedArticle, second: ComparedArticle): OtherReason | undefined {
  if (hasUnsharedSubject(first, second) && hasUnsharedSubject(second, first)) return 'own-subjects';
  if (textsNameOthers(first, second)) return 'other-names';
  return haveOneFrame(first, second) ? 'one-frame' : undefined;
}

/** Whether a word of the headline is in the article's text, and nowhere in the other article. */
function hasUnsharedSubject({ headlineWords, text }: ComparedArticle, other: ComparedArticle): boolean {
  const textWords = new Set(bareWordsOf(text));
  return headlineWords.some((word) => textWords.has(word) && !other.words.has(word));
}

function textsNameOthers(first: ComparedArticle, second: ComparedArticle): boolean {
  const [firstNames, secondNames] = [[...namesIn(first.text)], [...namesIn(second.text)]];
  if (Math.min(firstNames.length, secondNames.length) < MIN_NAMES) return false;
  return shareOf(firstNames, second.words) < MIN_SHARED_NAMES && shareOf(secondNames, first.words) < MIN_SHARED_NAMES;
}
