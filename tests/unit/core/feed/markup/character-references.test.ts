import { describe, expect, it } from 'vitest';
import {
  decodeReferences,
  escapeMarkup,
  withoutControls,
} from '../../../../../lambdas/core/feed/markup/character-references.ts';

describe('a reference', () => {
  it.each([
    ['of XML is decoded', 'a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;', `a <b> & "c" 'd'`, false],
    ['by number is decoded', '&#233;&#xE9;&#XE9;', 'ééé', false],
    ['by number beyond 16 bits is decoded', '&#128512;&#x1F600;', '😀😀', false],
    ['by the highest number is decoded', '&#x10FFFF;', '\u{10FFFF}', false],
    ['of a tab and a line end is decoded', '&#9;&#10;&#13;', '\t\n\r', false],
    ['of HTML is decoded, and a fault of XML', 'caf&eacute;', 'café', true],
    ['of HTML with digits is decoded', '&frac12;&there4;', '½∴', true],
    ['of the longest name of HTML is decoded', '&CounterClockwiseContourIntegral;', '∳', true],
    ['by an unknown name is text', '&nosuch; &a b;', '&nosuch; &a b;', true],
    ['by an unknown name is text again', '&nosuch;&nosuch;', '&nosuch;&nosuch;', true],
    ['without a semicolon is text', '?a=1&copy=2', '?a=1&copy=2', true],
    ['without a number is text', '&#;&#x;&#xg;', '&#;&#x;&#xg;', true],
    ['by a number of nine digits is text', '&#000000065;', '&#000000065;', true],
    ['by a number of eight digits is decoded', '&#00000065;', 'A', false],
    ['by a hexadecimal number of nine digits is text', '&#x000000041;', '&#x000000041;', true],
    ['that is a bare & is text', '&', '&', true],
    ['behind a bare & is decoded', 'a && b &amp;&lt; c', 'a && b &< c', true],
    ['of a control is a letter of windows-1252', '&#147;x&#148;', '“x”', false],
    ['of a control that windows-1252 lacks is the control', '&#129;&#159; &#133;', '\u0081Ÿ …', false],
    ['of a character that XML forbids is left out', 'a&#0;b&#x1F;c&#xFFFE;d', 'abcd', true],
    ['of half a character is left out', 'c&#xD800;d', 'cd', true],
    ['of no character of Unicode is left out', 'd&#x110000;e&#99999999;', 'de', true],
    ['of bytes of UTF-8 one by one is their letter', '&#226;&#128;&#166;', '…', true],
    ['of bytes of UTF-8 between texts is their letter', 'a&#195;&#169;b', 'aéb', true],
    ['of a single byte is a letter of Latin-1', '&#195;', 'Ã', false],
    ['of two letters of Latin-1 is those letters', '&#233;&#233;', 'éé', false],
    ['of bytes that are no UTF-8 is letters of Latin-1', '&#195;&#169;&#200;', 'Ã©È', false],
    ['of bytes after bytes that are no UTF-8 is decoded anew', '&#200;&#200; &#195;&#169;', 'ÈÈ é', true],
    ['of a byte order mark in bytes is kept', '&#239;&#187;&#191;', '\uFEFF', true],
    ['of numbers beyond bytes is no UTF-8', '&#195;&#256;', 'ÃĀ', false],
    ['of the lowest bytes that UTF-8 continues with is decoded', '&#194;&#128;', '\u0080', true],
    ['of the highest byte is no UTF-8', '&#255;&#255;', 'ÿÿ', false],
  ])('%s', (_, text, expected, mended) => {
    expect(decodeReferences(text)).toEqual({ text: expected, mended });
  });

  it('is decoded after more unknown names than are remembered', () => {
    const unknown = Array.from({ length: 4_000 }, (_, n) => `&x${n};`).join('');
    expect(decodeReferences(`${unknown}&hearts;&x3999;`).text).toBe(`${unknown}♥&x3999;`);
  });
});

describe('a text with controls', () => {
  it.each([
    ['keeps tabs and line ends', 'a\tb\nc\rd', 'a\tb\nc\rd', false],
    ['loses characters that XML forbids', 'a\0b\u0008c\u000Bd\u000Ce\u001Ff\uFFFEg\uFFFFh', 'abcdefgh', true],
    ['keeps the characters beside those that XML forbids', '\u007F\uFFFD\u{1F600} ', '\u007F\uFFFD\u{1F600} ', false],
    ['has letters of windows-1252 for controls of Latin-1', '\u0093x\u0094 \u0080\u009F', '“x” €Ÿ', false],
    ['has letters, and loses what XML forbids', '\u0007\u0093', '“', true],
  ])('%s', (_, text, expected, mended) => {
    expect(withoutControls(text)).toEqual({ text: expected, mended });
  });

  it('has letters of windows-1252 wherever they stand in a long text', () => {
    const text = `a\u0085${'b'.repeat(70_000)}\u0085`;
    expect(withoutControls(text).text).toBe(`a…${'b'.repeat(70_000)}…`);
  });
});

it('text is escaped for HTML and XML', () => {
  expect(escapeMarkup(`<a href="b">'&amp;'</a>`)).toBe(`&lt;a href=&quot;b&quot;&gt;'&amp;amp;'&lt;/a&gt;`);
});
