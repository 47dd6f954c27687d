/**
 * Texts on which a pattern with several ways to match works for seconds or for ever. If a pattern is not linear, its test runs
 * out of time.
 */
import { expect, it } from 'vitest';
import { isCredible } from '../../../lambdas/core/article/metadata/page-image.ts';
import { readPage } from '../../../lambdas/core/article/read-page.ts';
import { pageText } from '../../../lambdas/core/article/text-source.ts';
import { absoluteLinks } from '../../../lambdas/core/feed/markup/html-links.ts';
import { canonicalUrl } from '../../../lambdas/core/web/canonical-url.ts';
import { charsetOf } from '../../../lambdas/core/web/decode-text.ts';
import { DocumentBase } from '../../../lambdas/core/web/document-base.ts';

it('a picture with a name of 100,000 digits is judged in linear time', () => {
  expect(isCredible({ url: `https://harbour.example/default${'1'.repeat(100_000)}!` })).toBe(true);
});

it('a picture with a name of 100,000 sizes is judged in linear time', () => {
  expect(isCredible({ url: `https://harbour.example/default${'1x11'.repeat(25_000)}!` })).toBe(true);
});

it('a tag with a megabyte of blanks before a link is read in linear time', () => {
  const tag = `<a href=${' '.repeat(1_000_000)}"https://harbour.example/1">`;
  expect(absoluteLinks(`<img src=x>${tag}`, DocumentBase.of('https://harbour.example/'))).toBe(
    `<img src="https://harbour.example/x">${tag}`,
  );
});

it('a Content-Type with a megabyte of blanks is read in linear time', () => {
  expect(charsetOf(`text/html; charset=${' '.repeat(1_000_000)}!`)).toBeUndefined();
});

it('an address of an AMP cache with 100,000 points is read in linear time', () => {
  const address = `https://a.cdn.ampproject.org/c/${'.'.repeat(100_000)}`;
  expect(canonicalUrl(address)).toBe(address);
});

it('a meta tag with a name of a megabyte is read in linear time', () => {
  const page = `<html><head><meta name="${'publ'.repeat(250_000)}" content="2026-11-23"></head><body></body></html>`;
  const { metadata } = readPage(Buffer.from(page), 'text/html', 'https://harbour.example/1');
  expect(metadata.publishedAt).toBeUndefined();
});

it('an articleBody of 100,000 tags that never end is read in linear time', () => {
  const text = pageText({ metadata: {}, articleBody: '<a '.repeat(100_000) });
  expect(text?.textSource).toBe('json-ld');
});
