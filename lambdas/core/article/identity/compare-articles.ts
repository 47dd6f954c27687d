/** Whether two stored articles are one piece of news by the rules of `ingest-item`: for `wireroom articles explain`. */
import type { Article } from '../record/article.ts';
import { type Likeness, likeness, sketchOf } from './near-duplicate.ts';
import { judgeNews } from './near-news.ts';
import { type NewsVerdict, reasonOf } from './news-verdict.ts';
import { judgeText } from './same-news.ts';

export interface Comparison {
  /** Absent if the texts can't be compared. */
  readonly isSame?: boolean;
  /** A clause: `the headlines have the same words`. */
  readonly reason: string;
  /** How much of one text is in the other; absent if the texts are the same, or if one of them is too short. */
  readonly likeness?: Likeness;
}

/** @param first the article that was stored first */
export function compareArticles(first: Article, second: Article): Comparison {
  const [one, other] = [first.text, second.text];
  if (one === undefined || other === undefined)
    return { reason: 'a text lies in the Bodies bucket, where this command doesn’t look' };
  if (one === other) return told(judgeText(first, second, second.feedId));
  const [known, found] = [sketchOf(one), sketchOf(other)];
  if (known === undefined || found === undefined)
    return { reason: 'a text is too short, and the texts aren’t the same word for word' };
  const alike = likeness(known.sketch, found.sketch);
  return { ...told(judgeNews(first, second, second.feedId, alike)), likeness: alike };
}

const told = (verdict: NewsVerdict): Comparison => ({ isSame: verdict.isSame, reason: reasonOf(verdict) });
