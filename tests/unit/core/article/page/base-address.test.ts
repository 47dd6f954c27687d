import { expect, it } from 'vitest';
import { baseAddress } from '../../../../../lambdas/core/article/page/base-address.ts';
import { boundedDocument } from '../../../../../lambdas/core/article/page/page-document.ts';

const URL = 'https://harbour.example/news/1';

it.each<[string, string, string]>([
  ['a page without a base is its own base', '<title>T</title>', URL],
  ['the base of the head counts', '<base href="https://static.example/a/">', 'https://static.example/a/'],
  ['a relative base is resolved against the page', '<base href="/sea/">', 'https://harbour.example/sea/'],
  [
    'the first base with an address counts',
    '<base target="_top"><base href="/a/"><base href="/b/">',
    'https://harbour.example/a/',
  ],
  ['a base that is no address leaves the page its own base', '<base href="https://:x">', URL],
  ['the address of another element of the head is no base', '<link href="/style.css">', URL],
])('%s', (_, head, expected) => {
  expect(baseAddress(boundedDocument(`<html><head>${head}</head><body></body></html>`).document, URL)).toBe(expected);
});

it('a base in the body does not count', () => {
  expect(baseAddress(boundedDocument('<html><head></head><body><base href="/a/"></body></html>').document, URL)).toBe(
    URL,
  );
});
