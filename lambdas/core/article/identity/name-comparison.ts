/** Whether two texts that are alike are about somebody or something else, as two pages of one template are. */
import { isStopWord } from '../../stop-words.ts';
import type { ArticleContent } from '../record/article.ts';
import { bareWordsOf, contentWords, namesIn, namesInHeadline, shareOf } from './headline.ts';

/** Fewer names than these (a month, a country) are in any text. */
const MIN_NAMES = 3;
/** Of two copies, one has more of the other's names than these, though it be shortened or begin in another way. */
const COMMON_NAMES = 0.5;

export interface ComparedArticle {
  readonly title: string;
  /** What the headline tells. */
  readonly headline: readonly string[];
  readonly text: string;
  /** All words of headline and text. */
  readonly said: ReadonlySet<string>;
  readonly wordCount: number;
}

export function comparedArticle({ title, text = '', wordCount }: ArticleContent): ComparedArticle {
  const headline = contentWords(title);
  return { title, headline, text, said: new Set([...headline, ...bareWordsOf(text)]), wordCount };
}

/** Whether each headline names somebody or something of which the other comparedArticle says nothing. */
export function headlinesNameOthers(one: ComparedArticle, other: ComparedArticle): boolean {
  const namesAlone = (a: ComparedArticle, b: ComparedArticle): boolean =>
    [...namesInHeadline(a.title)].some((name) => !isStopWord(name) && !b.said.has(name));
  return namesAlone(one, other) && namesAlone(other, one);
}

/** Whether each headline has a word that is in its text and nowhere in the other, or few names are in both texts. */
export function namesDiffer(one: ComparedArticle, other: ComparedArticle): boolean {
  const hasOwnSubject = (a: ComparedArticle, b: ComparedArticle): boolean => {
    const own = new Set(bareWordsOf(a.text));
    return a.headline.some((word) => own.has(word) && !b.said.has(word));
  };
  if (hasOwnSubject(one, other) && hasOwnSubject(other, one)) return true;
  const [names, others] = [[...namesIn(one.text)], [...namesIn(other.text)]];
  if (Math.min(names.length, others.length) < MIN_NAMES) return false;
  return shareOf(names, other.said) < COMMON_NAMES && shareOf(others, one.said) < COMMON_NAMES;
}
