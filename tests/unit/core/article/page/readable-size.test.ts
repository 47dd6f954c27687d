import { expect, it } from 'vitest';
import { boundedDocument, parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';

const page = (body: string): string => `<html><body>${body}</body></html>`;
/** Of a page's 60,000 nodes two are html and body; of its 250 levels one is body. */
const [NODES, LEVELS] = [60_000 - 2, 250 - 1];

it.each<[string, string, boolean]>([
  ['an empty page is whole', '', true],
  ['a page of 60,000 nodes is whole', '<br>'.repeat(NODES), true],
  ['a page of 60,001 nodes is not whole', '<br>'.repeat(NODES + 1), false],
  ['texts count as nodes', '<b>x</b>'.repeat(NODES / 2 + 1), false],
  ['a page of 250 levels is whole', '<div>'.repeat(LEVELS), true],
  ['a page of 251 levels is not whole', '<div>'.repeat(LEVELS + 1), false],
  ['siblings make a page no deeper', `${'<div>'.repeat(200)}${'</div>'.repeat(200)}`.repeat(3), true],
  ['a way up to an outer element is not counted as a level', '<p><b><i>x</i></b></p>'.repeat(300), true],
])('%s', (_, body, expected) => {
  expect(boundedDocument(page(body)).isWhole).toBe(expected);
});

it('a fragment that is nested too deep keeps its words, and 250 levels', () => {
  const { body } = parseFragment(`<p>a</p>${'<b>x'.repeat(1_000)}${'</b>'.repeat(1_000)}<p>z</p>`);
  expect(body.textContent).toBe(`a${'x'.repeat(1_000)}z`);
  expect(body.querySelectorAll('b')).toHaveLength(LEVELS);
});
