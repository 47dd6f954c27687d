/** Texts in short lines: verse, lyrics, a chronicle in notes. */
import type { Scope, TextBlock } from './text-blocks.ts';

/** Min lines of a text in short lines. */
const MIN_LINES = 4;
/** Min length of such a text, in characters. */
const MIN_LENGTH = 100;

/**
 * Marks the lines of an article without a single paragraph: the element that is marked as the article, and has no running
 * text, but several lines. Lines are only believed there, because most short lines of a page are labels.
 */
export function markVerse(blocks: readonly TextBlock[]): void {
  const linesOf = Map.groupBy(blocks.filter(isLine), ({ scope }) => articleAround(scope));
  linesOf.delete(undefined);
  for (const [article, lines] of linesOf) {
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    if (article === undefined || article.runningLength > 0 || lines.length < MIN_LINES || length < MIN_LENGTH) continue;
    for (const line of lines) {
      line.isVerse = true;
      for (let scope: Scope | undefined = line.scope; scope !== undefined; scope = scope.parent)
        scope.runningLength += line.length;
    }
  }
}

/** A paragraph of a few words, without a link and outside of boilerplate. */
function isLine(block: TextBlock): boolean {
  if (block.linkedShare > 0 || !/^(?:P|DIV|DD|LI)$/.test(block.scope.node.nodeName)) return false;
  for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) {
    if (scope.isMarkedArticle) return true;
    if (scope.hint !== 'none') return false;
  }
  return false;
}

/** The innermost element around that is marked as the article. */
function articleAround(scope: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at !== undefined && !at.isMarkedArticle) at = at.parent;
  return at;
}
