import { describe, expect, it } from 'vitest';
import { isOtherXml, mayBePage } from '../../../../../lambdas/core/article/page/page-type.ts';

describe('the type of a page', () => {
  it.each([
    undefined,
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'application/xhtml+xml',
    'application/vnd.wap.xhtml+xml',
    'application/xml',
    ' text/xml;charset=utf-8',
  ])('%s may be that of a page', (type) => {
    expect(mayBePage(type)).toBe(true);
  });

  it.each([
    'application/rss+xml',
    'application/atom+xml; charset=utf-8',
    'application/rdf+xml',
    'application/feed+json',
    'image/svg+xml',
    'text/plain; was=html',
    'application/pdf',
  ])('%s is not that of a page', (type) => {
    expect(mayBePage(type)).toBe(false);
  });
});

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

describe('a document that is XML of another kind', () => {
  it.each<[string, string, string | undefined]>([
    ['RSS without a declaration, sent as HTML', '<rss version="2.0"><channel>', 'text/html'],
    ['RSS sent without a type', `${XML}<rss version="2.0"><channel>`, undefined],
    [
      'Atom behind a comment and a style sheet',
      `${XML}<?xml-stylesheet href="a.xsl"?><!-- <html> --><feed xmlns="x">`,
      'text/html',
    ],
    ['RDF with a prefix', '\n<rdf:RDF xmlns:rdf="x">', 'text/html'],
    ['Atom with a prefix', '<atom:feed xmlns:atom="x">', undefined],
    ['a sitemap', '<urlset xmlns="x">', 'text/html'],
    ['an OPML list', '<OPML version="2.0">', 'text/html'],
    ['an unknown document with a declaration', `\ufeff${XML}<news><article>`, 'text/html'],
    ['an unknown document sent as XML', '<news><article>', 'text/xml'],
    ['RSS with a document type', `${XML}<!DOCTYPE rss [<!ENTITY a "b">]><rss>`, 'application/xml'],
    ['text sent as XML', 'no element', 'text/xml'],
  ])('%s is no page', (_, text, type) => {
    expect(isOtherXml(text, type)).toBe(true);
  });

  it.each<[string, string, string | undefined]>([
    ['HTML', '<!DOCTYPE html><html><body>', 'text/html'],
    ['HTML without its first tags', '<p>A page</p>', 'text/html'],
    ['HTML without a type', '<html>', undefined],
    ['XHTML with a declaration', `${XML}<!DOCTYPE html PUBLIC "x"><html xmlns="x">`, 'application/xhtml+xml'],
    ['XHTML sent as XML', `${XML}<html xmlns="http://www.w3.org/1999/xhtml">`, 'application/xml'],
    ['XHTML with a prefix', `${XML}<h:html xmlns:h="http://www.w3.org/1999/xhtml">`, 'text/xml'],
    ['XHTML sent as HTML', `${XML}<!-- a --><html>`, 'text/html'],
    ['HTML that shows RSS', '<html><pre>&lt;rss&gt;</pre><rss></rss>', 'text/html'],
    ['HTML that starts in the body', `${XML}<body>`, 'text/html'],
    ['an empty document', '', 'text/html'],
  ])('%s may be a page', (_, text, type) => {
    expect(isOtherXml(text, type)).toBe(false);
  });
});
