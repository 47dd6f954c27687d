import { describe, expect, it } from 'vitest';
import { type Format, inlineMarkup } from '../../../../../lambdas/core/feed/markup/inline-markup.ts';
import { readXml } from '../../../../../lambdas/core/feed/markup/xml-tokens.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';

const BASE = DocumentBase.of('https://harbour.example/news/');

function html(xml: string, format: Format = {}): string {
  const markup = inlineMarkup(BASE);
  readXml(xml, markup);
  return markup.html(format);
}
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the content of an element', () => {
  it.each<[string, string, Format, string]>([
    ['escaped is HTML', '&lt;i&gt;a&lt;/i&gt; &amp;amp; b', {}, '<i>a</i> &amp; b'],
    ['in CDATA is HTML', '<![CDATA[<i>a</i> &amp; b]]>', {}, '<i>a</i> &amp; b'],
    ['escaped and in CDATA is HTML', '&lt;i><![CDATA[a</i>]]>', {}, '<i>a</i>'],
    ['of elements is HTML', '<p>a &amp; <b>c</b></p>d', {}, '<p>a &amp; <b>c</b></p>d'],
    ['of elements and CDATA is HTML', '<p>a &lt;</p><![CDATA[<b>c</b>]]>', {}, '<p>a &lt;</p><b>c</b>'],
    ['of plain text is escaped', '&lt;i> &amp;amp; "b"', { plain: true }, '&lt;i&gt; &amp;amp; &quot;b&quot;'],
    ['of plain text in CDATA is escaped', '<![CDATA[<i> & b]]>', { plain: true }, '&lt;i&gt; &amp; b'],
    [
      'of plain text with elements keeps the elements',
      '<p>a &lt;</p><![CDATA[<]]>',
      { plain: true },
      '<p>a &lt;</p>&lt;',
    ],
    ['in base64 is HTML', base64('<i>ä</i>'), { base64: true }, '<i>ä</i>'],
    ['of plain text in base64 is escaped', base64('<i>ä'), { base64: true, plain: true }, '&lt;i&gt;ä'],
    ['is trimmed', ' \n<p>a</p> ', {}, '<p>a</p>'],
    ['that is empty is empty', '', {}, ''],
  ])('%s', (_, xml, format, expected) => {
    expect(html(xml, format)).toBe(expected);
  });

  it.each([
    ['loses the div around it', '<div xmlns="http://www.w3.org/1999/xhtml"> <p>a</p> </div>', '<p>a</p>'],
    ['loses the div around it, and white space around the div', ' \n<div>a</div>\n', 'a'],
    ['loses a div with a prefix around it', '<xhtml:div><xhtml:p>a</xhtml:p></xhtml:div>', '<p>a</p>'],
    ['keeps a div with attributes', '<div class="a">b</div>', '<div class="a">b</div>'],
    ['keeps a div with another beside it', '<div>a</div><div>b</div>', '<div>a</div><div>b</div>'],
    ['keeps a div with text beside it', '<div>a</div>b<div>c</div>', '<div>a</div>b<div>c</div>'],
    ['keeps a div within its div', '<div><div>a</div></div>', '<div>a</div>'],
    ['keeps a div that does not end', '<div>a', '<div>a'],
    ['keeps an end of a div that does not begin', '<p>a</div>', '<p>a</div>'],
    ['loses an escaped div around it', '&lt;div&gt;a&lt;/div&gt;', 'a'],
  ])('%s', (_, xml, expected) => {
    expect(html(xml)).toBe(expected);
  });

  it.each([
    ['lose the prefixes of HTML', '<h:p>a</h:p><html:b/><XHTML:i/>', '<p>a</p><b></b><i></i>'],
    ['lose the prefixes of SVG and MathML', '<svg:svg/><math:mi/><mml:mo/>', '<svg></svg><mi></mi><mo></mo>'],
    ['keep other prefixes', '<x:p>a</x:p>', '<x:p>a</x:p>'],
    ['have no end tags if they are void', '<p><br/>a<IMG src="b"/></p>', '<p><br>a<IMG src="b"></p>'],
    ['have end tags if they are empty but not void', '<p/>', '<p></p>'],
    ['keep their attributes, escaped', `<a b='"&lt;'/>`, '<a b="&quot;&lt;"></a>'],
    ['lose the declarations of XML', '<a xmlns="u" xmlns:x="u" xml:lang="en" xml="a" xmlx="b"/>', '<a xmlx="b"></a>'],
  ])('elements in it %s', (_, xml, expected) => {
    expect(html(xml)).toBe(expected);
  });

  it.each('area base br col embed hr img input link meta param source track wbr'.split(' '))(
    'has no end tag for the void element %s',
    (name) => {
      expect(html(`<p><${name}/></p>`)).toBe(`<p><${name}></p>`);
    },
  );

  it.each([
    ['stay without an xml:base', '<p><a href="b"/></p>', '<p><a href="b"></a></p>'],
    [
      'are resolved by an xml:base',
      '<p xml:base="x/"><a href="b"/></p>',
      '<p><a href="https://harbour.example/news/x/b"></a></p>',
    ],
    [
      'are resolved by the xml:base of their element',
      '<a xml:base="/x/" href="b"/>',
      '<a href="https://harbour.example/x/b"></a>',
    ],
    [
      'are resolved by the innermost xml:base',
      '<p xml:base="x/"><q xml:base="y/"><a href="b"/></q><a href="c"/></p><a href="d"/>',
      '<p><q><a href="https://harbour.example/news/x/y/b"></a></q><a href="https://harbour.example/news/x/c"></a></p><a href="d"></a>',
    ],
    [
      'are resolved at 32 bases within bases at most',
      `${'<b xml:base="x/">'.repeat(40)}<a href="c"/>${'</b>'.repeat(40)}`,
      `${'<b>'.repeat(40)}<a href="https://harbour.example/news/${'x/'.repeat(32)}c"></a>${'</b>'.repeat(40)}`,
    ],
    [
      'are not resolved by the xml:base of a picture before them',
      '<p><img xml:base="x/" src="a"/><a href="b"/></p>',
      '<p><img src="https://harbour.example/news/x/a"><a href="b"></a></p>',
    ],
    ['stay if the xml:base can’t be resolved', '<p xml:base="//["><a href="b"/></p>', '<p><a href="b"></a></p>'],
    [
      'are resolved behind inner elements',
      '<p xml:base="x/"><b><i/><br/></b><a href="c"/></p>',
      '<p><b><i></i><br></b><a href="https://harbour.example/news/x/c"></a></p>',
    ],
  ])('links in it %s', (_, xml, expected) => {
    expect(html(xml)).toBe(expected);
  });

  it.each<[string, string, Format, string]>([
    ['elements and texts', '<b>x</b>&lt;', {}, '<b>x</b>&lt;'],
    ['HTML', '&lt;i>x<![CDATA[</i>]]>', {}, '<i>x</i>'],
    ['plain text', '&lt;<![CDATA[<i>]]>', { plain: true }, '&lt;&lt;i&gt;'],
  ])('may have many thousands of pieces of %s', (_, xml, format, expected) => {
    expect(html(xml.repeat(9_000), format)).toBe(expected.repeat(9_000));
  });
});
