import { expect, it } from 'vitest';
import { documentOf } from '../../../../../lambdas/core/article/page/page-document.ts';
import { hasReadableSize } from '../../../../../lambdas/core/article/page/readable-size.ts';

const page = (body: string) => documentOf(`<html><body>${body}</body></html>`);
/** Of a page's 60,000 nodes two are html and body; of its 250 levels one is body. */
const [NODES, LEVELS] = [60_000 - 2, 250 - 1];

it.each<[string, string, boolean]>([
  ['an empty page is readable', '', true],
  ['a page of 60,000 nodes is readable', '<br>'.repeat(NODES), true],
  ['a page of 60,001 nodes is too large', '<br>'.repeat(NODES + 1), false],
  ['texts count as nodes', '<b>x</b>'.repeat(NODES / 2 + 1), false],
  ['a page of 250 levels is readable', '<div>'.repeat(LEVELS), true],
  ['a page of 251 levels is too deep', '<div>'.repeat(LEVELS + 1), false],
  ['siblings make a page no deeper', `${'<div>'.repeat(200)}${'</div>'.repeat(200)}`.repeat(3), true],
  ['a way up to an outer element is not counted as a level', '<p><b><i>x</i></b></p>'.repeat(300), true],
])('%s', (_, body, expected) => {
  expect(hasReadableSize(page(body))).toBe(expected);
});
