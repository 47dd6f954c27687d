import { describe, expect, it } from 'vitest';
import {
  boundedDocument,
  parseFragment,
  parsePage,
  readableHtml,
} from '../../../../../lambdas/core/article/page/page-document.ts';

const htmlOf = (raw: string): string => readableHtml(raw).html;

describe('readableHtml', () => {
  it.each<[string, string, string]>([
    ['a comment is cut out', 'a<!-- x -->b', 'a b'],
    ['a script is cut out', 'a<script src="x">y</script>b', 'a b'],
    ['a script in capitals is cut out', 'a<SCRIPT>y</SCRIPT>b', 'a b'],
    ['a script that begins in capitals and ends in small letters is cut out', 'a<Script>y</script>b', 'a b'],
    ['a script with a line break in its start tag is cut out', 'a<script\nsrc=x>y</script>b', 'a b'],
    ['a script whose end tag has white space is cut out', 'a<script>y</script  >b', 'a b'],
    ['a style is cut out', 'a<style>y</style>b', 'a b'],
    ['a noscript is cut out', 'a<noscript>y</noscript>b', 'a b'],
    ['a template is cut out', 'a<template>y</template>b', 'a b'],
    [
      'a template with a shadow root stays',
      'a<template shadowrootmode="open">y</template>b',
      'a<template shadowrootmode="open">y</template>b',
    ],
    [
      'a template with a shadow root in its older form stays',
      'a<template ShadowRoot=open>y</template>b',
      'a<template ShadowRoot=open>y</template>b',
    ],
    ['a template with a similar name is cut out', 'a<template data-shadowroot="x">y</template>b', 'a b'],
    ['a picture in SVG is cut out', 'a<svg><g/></svg>b', 'a b'],
    ['a frame is cut out', 'a<iframe></iframe>b', 'a b'],
    ['two scripts are cut out, and the text between them stays', 'a<script>1</script>b<script>2</script>c', 'a b c'],
    ['a comment within a script ends with the script', 'a<script><!-- x</script>b<!-- y -->c', 'a b c'],
    ['a mark of a comment’s end outside a comment stays', 'a-->b', 'a-->b'],
    [
      'JSON-LD stays',
      'a<script type="application/ld+json">{}</script>b',
      'a<script type="application/ld+json">{}</script>b',
    ],
    [
      'a script behind JSON-LD is cut out',
      '<script type="Application/LD+JSON">{}</script><script>1</script>b',
      '<script type="Application/LD+JSON">{}</script> b',
    ],
    ['a script that mentions JSON-LD is cut out', 'a<script>"application/ld+json"</script>b', 'a b'],
    ['an element whose name only begins like a script’s stays', 'a<scripts>y</scripts>b', 'a<scripts>y</scripts>b'],
    ['a script without an end stays', 'a<script>b', 'a<script>b'],
    ['a start tag without an end stays', 'a<script b', 'a<script b'],
    ['a style behind a script without an end is cut out', 'a<script>b<style>c</style>d', 'a<script>b d'],
    ['a comment without an end stays', 'a<!-- b<i>c</i>', 'a<!-- b<i>c</i>'],
    [
      'a script in an attribute stays',
      `a<b title="<script>y</script>">c</b><script>z</script>`,
      `a<b title="<script>y</script>">c</b> `,
    ],
    [
      'a script in an attribute in single quotation marks stays',
      `a<B title = '<script>y</script>'>c`,
      `a<B title = '<script>y</script>'>c`,
    ],
    ['a script behind a quotation mark in the text is cut out', 'a="<script>y</script>b', 'a=" b'],
    ['a script behind a complete tag is cut out', '<b title="x"><script>y</script>b', '<b title="x"> b'],
    ['a script behind a sign “less than” is cut out', '1 < 2="<script>y</script>b', '1 < 2=" b'],
    ['a row of signs “less than” becomes one', 'a<<<<b>c', 'a<b>c'],
    [
      'an inline picture is cut out of its attribute',
      `<img src="data:image/png;base64,${'A'.repeat(100)}">`,
      '<img src="data:,">',
    ],
    [
      'an inline picture with an escaped ending is cut out',
      `<img src="DATA:image/svg+xml;charset=utf-8;base64,${'aB0+/'.repeat(20)}%3D">`,
      '<img src="data:,">',
    ],
    [
      'a short inline picture stays',
      `<img src="data:image/gif;base64,${'A'.repeat(99)}">`,
      `<img src="data:image/gif;base64,${'A'.repeat(99)}">`,
    ],
  ])('%s', (_, raw, expected) => {
    expect(htmlOf(raw)).toBe(expected);
  });

  it('an attribute’s value is told from an element as far as 2,000 characters behind its tag', () => {
    const page = (length: number): string => `<b title="${'x'.repeat(length)}<script>y</script>">`;
    expect(htmlOf(page(1_900))).toBe(page(1_900));
    expect(htmlOf(page(2_100))).not.toBe(page(2_100));
  });
});

describe('a page that is too large', () => {
  it.each<[string, string, string]>([
    ['keeps its first 2,000,000 characters', 'a'.repeat(2_000_001), 'a'.repeat(2_000_000)],
    ['keeps its first 60,000 tags', '<i>x</i>'.repeat(60_001), '<i>x</i>'.repeat(60_000)],
  ])('%s', (_, raw, html) => {
    expect(readableHtml(raw)).toEqual({ html, isWhole: false });
  });

  it.each<[string, string]>([
    ['a page of 2,000,000 characters is whole', 'a'.repeat(2_000_000)],
    ['a page of 60,000 tags is whole', '<I>x</I>'.repeat(60_000)],
  ])('%s', (_, raw) => {
    expect(readableHtml(raw)).toEqual({ html: raw, isWhole: true });
  });

  it('the size is measured without scripts', () => {
    expect(readableHtml(`a<script>${'y'.repeat(2_000_000)}</script>b`)).toEqual({ html: 'a b', isWhole: true });
  });
});

describe('hostile HTML is cut in linear time', () => {
  it.each<[string, string]>([
    ['scripts that never end', '<script>'.repeat(200_000)],
    ['comments that never end', '<!--'.repeat(400_000)],
    ['start tags that never end', '<script '.repeat(200_000)],
    ['half an inline picture again and again', 'data:base64,'.repeat(150_000)],
  ])('%s', (_, raw) => {
    expect(htmlOf(raw).length).toBeGreaterThan(0);
  });
});

describe('boundedDocument', () => {
  it.each<[string, string, string | undefined]>([
    ['a page keeps its own head', '<!doctype html><html lang="en"><head><title>T</title></head></html>', 'T'],
    ['HTML without an html element gets one', '<title>T</title><p>x</p>', 'T'],
    ['an element whose name begins with html is no html element', '<htmlx><title>T</title></htmlx>', 'T'],
  ])('%s', (_, html, title) => {
    const { document } = boundedDocument(html);
    expect(document.documentElement.nodeName).toBe('HTML');
    expect(document.querySelector('title')?.textContent).toBe(title);
  });

  it('a page with an html element isn’t wrapped again', () => {
    expect(boundedDocument('<HTML lang="en"><body>x</body></HTML>').document.documentElement.lang).toBe('en');
    expect(boundedDocument('<html><body>x</body></html>').document.querySelectorAll('body')).toHaveLength(1);
  });
});

describe('parsePage', () => {
  it('makes nodes that have no map of listeners, because the maps cost a seventh of the reading', () => {
    const { body } = parsePage(Buffer.from('<html><body><p>Ferry'), 'text/html');
    expect(body.textContent).toBe('Ferry');
    expect(() => body.addEventListener('click', () => undefined)).toThrow(TypeError);
  });

  const encode = (text: string): Uint8Array => Buffer.from(`<html><body>${text}</body></html>`, 'latin1');

  it.each<[string, Uint8Array, string | undefined]>([
    ['the charset of the Content-Type counts', encode('Café'), 'text/html; charset=iso-8859-1'],
    ['the charset of a meta tag counts', encode('<meta charset="iso-8859-1">Café'), 'text/html'],
    ['the Content-Type goes before the meta tag', encode('<meta charset="koi8-r">Café'), 'text/html; charset=latin1'],
  ])('%s', (_, bytes, contentType) => {
    expect(parsePage(bytes, contentType).body.textContent).toContain('Café');
  });

  it('a page without a charset is read in the usual encoding of its language', () => {
    const russian = Buffer.concat([
      Buffer.from('<html lang="ru"><body>'),
      Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x20, 0xe8, 0xe4, 0xb8, 0xf2]),
    ]);
    expect(parsePage(russian, undefined).body.textContent).toBe('Паром идёт');
  });
});

it('parseFragment puts a fragment into the body of a document', () => {
  expect(parseFragment('<p>a</p><script>1</script><p>b</p>').body.innerHTML).toBe('<p>a</p> <p>b</p>');
});
