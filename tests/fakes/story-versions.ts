/** Versions of a story, as articles of two feeds, for asking whether they are the same news. */
import { likeness, sketchOf } from '../../lambdas/core/article/identity/near-duplicate.ts';
import { isSameNewsNearby } from '../../lambdas/core/article/identity/near-news.ts';
import type { ArticleContent } from '../../lambdas/core/article/record/article.ts';
import { countWords } from '../../lambdas/core/words.ts';
import { article } from './article.ts';
import { FERRY, paragraphs } from './stories.ts';

export interface Version {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly publishedAt?: string;
  readonly feedId?: string;
}

export const ferry: Version = { title: 'Ferry returns to Skerry Point after eleven weeks', text: paragraphs(FERRY) };
const HOME = 'https://www.harbour.example/news/1';
export const ELSEWHERE = 'https://valley.example/wire/9';

/** Whether `found` is the same news as `known`; both appear on Monday morning unless they say otherwise. */
export function isSame(known: Version, found: Version): boolean {
  const defaults = { publishedAt: '2026-11-23T07:00:00.000Z' };
  const [knownText, foundText] = [sketchOf(known.text), sketchOf(found.text)];
  if (knownText === undefined || foundText === undefined) throw new Error('too short to be sketched');
  const stored = { url: HOME, feedId: 'feed-a', wordCount: countWords(known.text), ...defaults, ...known };
  const appearances = article().appearances.map((each) => ({ ...each, url: stored.url }));
  const wordCount = countWords(found.text);
  const content = { ...article(), url: ELSEWHERE, wordCount, ...defaults, ...found } satisfies ArticleContent;
  const texts = likeness(knownText.sketch, foundText.sketch);
  return isSameNewsNearby(article({ ...stored, appearances }), content, found.feedId ?? 'feed-b', texts);
}
