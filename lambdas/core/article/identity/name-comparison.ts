/** Whether two similar texts are about different people or things, as two pages from one template are. */
import { isStopWord } from '../../stop-words.ts';
import type { ArticleContent } from '../record/article.ts';
import { bareWordsOf, contentWords, namesIn, namesInHeadline, shareOf } from './headline.ts';

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
}

export function comparedArticle({ title, text = '', wordCount }: ArticleContent): ComparedArticle {
  const headlineWords = contentWords(title);
  return { title, headlineWords, text, words: new Set([...headlineWords, ...bareWordsOf(text)]), wordCount };
}

/** Whether each headline names somebody or something that the other article doesn't mention. */
export const headlinesNameOthers = (first: ComparedArticle, second: ComparedArticle): boolean =>
  hasUnsharedName(first, second) && hasUnsharedName(second, first);

const hasUnsharedName = ({ title }: ComparedArticle, other: ComparedArticle): boolean =>
  [...namesInHeadline(title)].some((name) => !isStopWord(name) && !other.words.has(name));

/** Whether each article has a subject of its own, or the texts have few names in common. */
export const namesDiffer = (first: ComparedArticle, second: ComparedArticle): boolean =>
  (hasUnsharedSubject(first, second) && hasUnsharedSubject(second, first)) || textsNameOthers(first, second);

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
