/** Bounds the labels of an article, so that a hundred appearances and their labels fit into its item (adapters/dynamodb/overflow.ts). */
import { compact } from '../../compact.ts';
import type { Appearance, Article } from './article.ts';

/** Max bytes of the labels in an article's list of appearances, and of the article's own labels. */
export const MAX_LABEL_BYTES = 6_000;
/** What DynamoDB adds to each element of a list. Source: AWS, "DynamoDB item sizes and formats". */
const BYTES_PER_ELEMENT = 4;

const bytesOf = (labels: readonly string[] = []): number =>
  labels.reduce((sum, label) => sum + Buffer.byteLength(label) + BYTES_PER_ELEMENT, 0);

/**
 * Returns the appearance with the labels that the article has room for. If the list is full, those labels stay that the article doesn't
 * have yet, so that stream filters still find them, until the article's own labels are full too.
 */
export function withLabelRoom(appearance: Appearance, article: Article | undefined): Appearance {
  const { labels } = appearance;
  if (labels === undefined || article === undefined) return appearance;
  const listed = article.appearances.reduce((sum, each) => sum + bytesOf(each.labels), 0);
  const known = new Set(article.labels);
  const own = [...known];
  const fitting = labels.filter((label) => {
    if (known.has(label)) return true;
    own.push(label);
    return bytesOf(own) <= MAX_LABEL_BYTES;
  });
  const isListFull = listed + bytesOf(fitting) > MAX_LABEL_BYTES;
  const kept = isListFull ? fitting.filter((label) => !known.has(label)) : fitting;
  return compact({ ...appearance, labels: kept.length === 0 ? undefined : kept });
}
