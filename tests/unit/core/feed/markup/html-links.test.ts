import { describe, expect, it } from 'vitest';
import { absoluteLink, absoluteLinks } from '../../../../../lambdas/core/feed/markup/html-links.ts';
import { DocumentBase } from '../../../../../lambdas/core/web/document-base.ts';

const BASE = DocumentBase.of('https://harbour.example/news/1');

it('links beyond what resolving may add to a document are empty, and the words stay', () => {
  const base = DocumentBase.of(`https://harbour.example/${'d/'.repeat(1_000)}`);
  const links = '<a href=b>x</a>'.repeat(1_000);
  const html = absoluteLinks(links, base);
  expect(html.length).toBeLessThan(1_050_000);
  expect(html.replace(/<[^>]*>/g, '')).toBe('x'.repeat(1_000));
  expect(html.endsWith('<a href="">x</a>')).toBe(true);
  expect(absoluteLink('srcset', 'b 1x, https://a.example/c 2x', base)).toBe('https://a.example/c 2x');
});

describe('a link in HTML', () => {
  it.each([
    ['that is relative is made absolute', '<a href="2">', '<a href="https://harbour.example/news/2">'],
    ['in capitals is made absolute', '<A HREF="2">', '<A HREF="https://harbour.example/news/2">'],
    ['in single quotes keeps them', "<img src='/i'>", `<img src='https://harbour.example/i'>`],
    ['without quotes gets them', '<img src=/i>', '<img src="https://harbour.example/i">'],
    ['with white space around is made absolute', '<a href = " 2 ">', '<a href = "https://harbour.example/news/2">'],
    ['without a scheme gets the base’s scheme', '<img src="//cdn.example/i">', '<img src="https://cdn.example/i">'],
    ['of a query is made absolute', '<a href="?a=b">', '<a href="https://harbour.example/news/1?a=b">'],
    ['behind another attribute is made absolute', '<a x="y" href="/2">', '<a x="y" href="https://harbour.example/2">'],
    [
      'behind an absolute link is made absolute',
      '<a href="http://a.example"><a href="/2">',
      '<a href="http://a.example"><a href="https://harbour.example/2">',
    ],
    [
      'beside an absolute link is made absolute',
      '<a href="http://a.example" cite="/2">',
      '<a href="http://a.example" cite="https://harbour.example/2">',
    ],
    [
      'far down in a text is made absolute',
      `${'x = y '.repeat(99)}<a href="/2">`,
      `${'x = y '.repeat(99)}<a href="https://harbour.example/2">`,
    ],
    [
      'of an attribute with a long name is made absolute',
      '<object longdesc="/2">',
      '<object longdesc="https://harbour.example/2">',
    ],
    [
      'of several sizes is made absolute in each size',
      '<img srcset="a 1x,  b  2x">',
      '<img srcset="https://harbour.example/news/a 1x, https://harbour.example/news/b 2x">',
    ],
    [
      'of several sizes may contain commas',
      '<img srcset="a,b 1x">',
      '<img srcset="https://harbour.example/news/a,b 1x">',
    ],
    ['that is absolute stays', '<a href="http://a.example">', '<a href="http://a.example">'],
    ['of another scheme stays', '<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['of a scheme with signs stays', '<a href="a+b-c.1:x">', '<a href="a+b-c.1:x">'],
    ['to a place in the text stays', '<a href="#note">', '<a href="#note">'],
    [
      'to a place in the text stays beside a relative link',
      '<a href="#n" cite="/2">',
      '<a href="#n" cite="https://harbour.example/2">',
    ],
    ['that is empty stays', '<a href="" cite="/2">', '<a href="" cite="https://harbour.example/2">'],
    ['outside a tag is text', 'write href="2"', 'write href="2"'],
    ['in an end of a tag is text', '<a>href="2"</a href="2">', '<a>href="2"</a href="2">'],
    ['of an unknown attribute stays', '<a data-href="2">', '<a data-href="2">'],
    ['that can not be resolved stays', '<a href="//[">', '<a href="//[">'],
  ])('%s', (_, html, expected) => {
    expect(absoluteLinks(html, BASE)).toBe(expected);
  });

  it.each('href src srcset poster cite action longdesc background data codebase classid usemap profile'.split(' '))(
    'is the value of the attribute %s',
    (name) => {
      expect(absoluteLinks(`<a ${name}="/2">`, BASE)).toBe(`<a ${name}="https://harbour.example/2">`);
    },
  );

  it('is found in linear time in whatever text', () => {
    for (const text of ['<a href="', '<a ', ' href=', '=', '<a href=x ', `<a${' '.repeat(1_000)}`]) {
      expect(absoluteLinks(text.repeat(100_000), BASE).length).toBeGreaterThan(0);
    }
  });
});

describe('the value of an attribute', () => {
  it.each([
    ['is made absolute if the attribute is a link', 'HREF', '/2', 'https://harbour.example/2'],
    [
      'is made absolute in each size of a srcset',
      'SRCSET',
      '/a 1x, /b',
      'https://harbour.example/a 1x, https://harbour.example/b',
    ],
    ['is empty if it is a list of too many sources', 'srcset', 'b 1x, '.repeat(20_000), ''],
    ['stays if the attribute is no link', 'title', '/2', '/2'],
    ['stays if it is absolute', 'href', ' http://a.example ', ' http://a.example '],
    ['stays if it leads to a place in the text', 'href', ' #note', ' #note'],
    ['stays if it is blank', 'href', ' ', ' '],
  ])('%s', (_, attribute, value, expected) => {
    expect(absoluteLink(attribute, value, BASE)).toBe(expected);
  });
});
