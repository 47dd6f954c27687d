import { describe, expect, it } from 'vitest';
import { readXml } from '../../../../../lambdas/core/feed/markup/xml-tokens.ts';

/** Reads a document, and writes its tokens one after another: `<a b="c">`, `</a>`, `text`, `[CDATA]`. */
function tokens(document: string): { readonly read: readonly string[]; readonly faulty: boolean } {
  const read: string[] = [];
  const faulty = readXml(document, {
    open: (name, attributes) =>
      read.push(`<${[name, ...attributes.map(([key, value]) => `${key}="${value}"`)].join(' ')}>`),
    close: (name) => read.push(`</${name}>`),
    text: (text, literal) => read.push(literal ? `[${text}]` : text),
  });
  return { read, faulty };
}

describe('sound XML', () => {
  it.each<[string, string, string[]]>([
    ['with tags and texts', '<a>b<c>d</c></a>', ['<a>', 'b', '<c>', 'd', '</c>', '</a>']],
    ['with an empty element', '<a/><b />', ['<a>', '</a>', '<b>', '</b>']],
    ['with attributes', `<a b="c" d = 'e"'>`, ['<a b="c" d="e"">']],
    ['with attributes on several lines', '<a\n\tb="c"\n>', ['<a b="c">']],
    ['with attributes of an empty element', '<a b="c"/>', ['<a b="c">', '</a>']],
    ['with a > in an attribute', '<a b="c>d">', ['<a b="c>d">']],
    ['with an empty attribute', '<a b="" c=\'\'>', ['<a b="" c="">']],
    ['with attributes side by side', '<a b="1"c="2">', ['<a b="1" c="2">']],
    ['with references', '<a b="&lt;">&amp;</a>', ['<a b="<">', '&', '</a>']],
    ['with names of all kinds', '<_a><b:c.d-e1></b:c.d-e1><é·>', ['<_a>', '<b:c.d-e1>', '</b:c.d-e1>', '<é·>']],
    ['with white space in an end tag', '<a></a\n>', ['<a>', '</a>']],
    ['with CDATA', 'a<![CDATA[<b>&amp;]] >]]>c', ['a', '[<b>&amp;]] >]', 'c']],
    ['with empty CDATA', '<![CDATA[]]>', ['[]']],
    ['with a comment', 'a<!-- <b> -->c', ['a', 'c']],
    ['with a short comment', 'a<!---->c', ['a', 'c']],
    ['with a declaration', '<?xml version="1.0"?><a>', ['<a>']],
    ['with a document type', '<!DOCTYPE a SYSTEM "b"><a>', ['<a>']],
    ['with a document type in small letters', '<!doctype a><a>', ['<a>']],
    ['with declarations of entities', '<!DOCTYPE a [ <!ENTITY b "c"> <!ENTITY d "e"> ] ><a>', ['<a>']],
    ['with line ends of other systems', 'a\r\nb\rc', ['a\nb\nc']],
    ['without anything', '', []],
  ])('%s is read', (_, document, read) => {
    expect(tokens(document)).toEqual({ read, faulty: false });
  });
});

describe('faulty XML', () => {
  it.each<[string, string, string[]]>([
    ['with a bare &', 'a & b', ['a & b']],
    ['with a bare <', 'a < b', ['a ', '<', ' b']],
    ['with a bare < at its end', 'a<', ['a', '<']],
    ['with <3', '<3>', ['<', '3>']],
    ['with < before an e-mail address', '<ada@h.example>', ['<', 'ada@h.example>']],
    ['with a name that goes on in quotes', '<a"b>', ['<', 'a"b>']],
    ['with an end tag without a name', '</>', ['<', '/>']],
    ['with an unknown declaration', '<!x>a', ['<', '!x>a']],
    ['with <!DOCTYP', '<!DOCTYP a>', ['<', '!DOCTYP a>']],
    ['with an attribute without quotes', '<a b=c/d>', ['<a b="c/d">']],
    ['with an attribute without a value', '<a b c="d">', ['<a b="" c="d">']],
    ['with an empty attribute without quotes', '<a b=>', ['<a b="">']],
    ['with a bare & in an attribute', '<a b="c&d">', ['<a b="c&d">']],
    ['with an equals sign that belongs to nothing', '<a ="c" d="e">', ['<a c="" d="e">']],
    ['with a quote that is open', '<a b="c>d', ['<a b="" c="">', 'd']],
    ['with a start tag that a tag ends', '<a b="c"<d>', ['<a b="c">', '<d>']],
    ['with a start tag of a name that a tag ends', '<a<d>', ['<a>', '<d>']],
    ['with an empty element that a tag ends', '<a b="c"/<d>', ['<a b="c">', '</a>', '<d>']],
    ['with an end tag that a tag ends', '<a></a<b>', ['<a>', '</a>', '<b>']],
    ['with an end tag that the document ends', '<a></a', ['<a>', '</a>']],
    ['with an end tag with attributes that the document ends', '<a></a b', ['<a>', '</a>']],
    ['that ends in a start tag', 'a<b', ['a']],
    ['that ends in an attribute', 'a<b c="d"', ['a']],
    ['that ends in a comment', 'a<!-- b', ['a']],
    ['that ends in CDATA', 'a<![CDATA[b]]', ['a', '[b]]]']],
    ['that ends in a declaration', 'a<?b', ['a']],
    ['that ends in a document type', 'a<!DOCTYPE b', ['a']],
    ['with a control character', 'a\u0007b', ['ab']],
  ])('%s is mended', (_, document, read) => {
    expect(tokens(document)).toEqual({ read, faulty: true });
  });

  it.each<[string, string, string[]]>([
    ['attributes in an end tag', '<a></a b="c">d', ['<a>', '</a>', 'd']],
    ['a quote that belongs to nothing', '<a b="c"" d="e">', ['<a b="c" d="e">']],
  ])('with %s is mended without being called faulty', (_, document, read) => {
    expect(tokens(document)).toEqual({ read, faulty: false });
  });

  it.each<[string, string, string[]]>([
    ['is skipped to its bracket', '<!DOCTYPE a [<!ENTITY b "c">]><d>', ['<d>']],
    ['without an end of its brackets is skipped to its first >', '<!DOCTYPE a [<!ENTITY b "c"> <d>', [' ', '<d>']],
    ['after another is skipped to its first >', '<!DOCTYPE a [b]><!DOCTYPE c [<d> ]>', [' ]>']],
    ['without brackets is skipped to its >', '<!DOCTYPE a><!DOCTYPE b [<c> ]><d>', ['<d>']],
    ['before brackets in a text ends at its >', '<!DOCTYPE a><d>[e]>', ['<d>', '[e]>']],
  ])('with a document type that %s', (_, document, read) => {
    expect(tokens(document).read).toEqual(read);
  });
});

describe('a tag', () => {
  it('has no more than 1,000 attributes', () => {
    const counts: number[] = [];
    readXml(`<a${' b="c"'.repeat(1_000)}/><a${' b="c"'.repeat(1_001)}/><a b="c"/>`, {
      open: (_, attributes) => counts.push(attributes.length),
      close: () => {},
      text: () => {},
    });
    expect(counts).toEqual([1_000, 1_000, 1]);
  });
});
