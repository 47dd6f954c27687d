import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../../../lambdas/core/feed/markup/text-constructs.ts';

const HTML = { base64: false };
const PLAIN = { plain: true };

describe('the content of a text construct', () => {
  it.each([
    ['of type text is plain text', { type: 'text' }, PLAIN],
    ['of type text in capitals with spaces is plain text', { TYPE: ' TEXT ' }, PLAIN],
    ['of type text/plain is plain text', { type: 'text/plain' }, PLAIN],
    ['of type html is HTML', { type: 'html' }, HTML],
    ['of type xhtml is HTML', { type: 'xhtml' }, HTML],
    ['of type text/html is HTML', { type: 'text/html' }, HTML],
    ['of type text/xml is HTML', { type: 'text/xml' }, HTML],
    ['of type application/xhtml+xml is HTML', { type: 'application/xhtml+xml' }, HTML],
    ['of type image/svg+xml is HTML', { type: 'image/svg+xml' }, HTML],
    ['of another media type is base64', { type: 'image/png' }, { base64: true }],
    ['of an unknown type is HTML', { type: 'words' }, HTML],
    ['of mode base64 is base64 of HTML', { type: 'text/html', mode: 'base64' }, { base64: true, plain: false }],
    ['of mode base64 in capitals is base64', { type: 'text/html', Mode: ' BASE64' }, { base64: true, plain: false }],
    [
      'of mode base64 and type text is base64 of plain text',
      { type: 'text/plain', mode: 'base64' },
      { base64: true, plain: true },
    ],
    ['of mode base64 without a type is base64 of HTML', { mode: 'base64' }, { base64: true, plain: false }],
    ['of mode escaped is as the type says', { type: 'text/html', mode: 'escaped' }, HTML],
  ])('%s', (_, attributes, expected) => {
    expect(formatOf(Object.entries(attributes), '<b>x</b>')).toEqual(expected);
  });

  it.each([
    ['an end tag', 'a</b>'],
    ['an end tag in capitals with a space', 'a</H1 >'],
    ['a line break', 'a<br>b'],
    ['a line break in XHTML', 'a<br />b'],
    ['a paragraph', '<P class="x">a'],
    ['an image', '<img src="a">'],
    ['a rule', 'a<hr>b'],
    ['a named entity', 'a&nbsp;b'],
    ['a numbered entity', 'a&#8217;b'],
    ['an entity by a hexadecimal number', 'a&#x2019;b'],
  ])('without a type is HTML if the text has %s', (_, text) => {
    expect(formatOf([], text)).toEqual({ plain: false });
  });

  it.each([
    ['words', 'a b'],
    ['a bare &', 'a & b; c'],
    ['a bare <', 'a < b > c'],
    ['a start tag alone', 'use <b>'],
    ['a tag that begins like a line break', 'a <brx>'],
    ['a tag that does not end', 'a <br'],
    ['an end tag that does not end', 'a </b'],
  ])('without a type is plain text if the text has only %s', (_, text) => {
    expect(formatOf([], text)).toEqual(PLAIN);
  });
});
