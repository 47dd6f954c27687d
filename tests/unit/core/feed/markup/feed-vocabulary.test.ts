import { describe, expect, it } from 'vitest';
import {
  attributeNamed,
  elementNamed,
  endsText,
  type FeedElement,
  isAddress,
  isEntry,
  isRoot,
  mayContain,
} from '../../../../../lambdas/core/feed/markup/feed-vocabulary.ts';

function element(name: string): FeedElement {
  const found = elementNamed(name.toLowerCase());
  if (found === undefined) throw new Error(`The vocabulary has no ${name}.`);
  return found;
}
const words = (text: string): string[] => text.split(' ');

describe('an element', () => {
  it.each([
    ['holds elements', 'box', 'rss rdf:RDF feed channel item entry image textInput skipHours skipDays source author'],
    ['holds elements', 'box', 'contributor media:group media:content itunes:owner itunes:category atom:author'],
    ['holds elements', 'box', 'atom:contributor'],
    ['is an address', 'url', 'link url uri comments feedburner:origLink'],
    ['is text with markup', 'html', 'title description summary content tagline subtitle content:encoded dc:title'],
    ['is text with markup', 'html', 'atom:title atom:summary atom:content media:description itunes:summary'],
    ['is text with markup', 'html', 'xhtml:body body fullitem yandex:full-text'],
    [
      'is a plain value',
      'text',
      'guid id pubDate issued created modified category tags language ttl hour day name email',
    ],
    [
      'is a plain value',
      'text',
      'enclosure dc:creator dc:date dcterms:modified atom:link atom:id atom:updated atom:name',
    ],
    [
      'is a plain value',
      'text',
      'media:thumbnail media:credit itunes:author itunes:image sy:updatePeriod slash:comments',
    ],
  ])('%s: kind %s, for %s', (_, kind, names) => {
    for (const name of words(names)) expect(elementNamed(name.toLowerCase())).toEqual({ name, kind });
  });

  it('of a date that rss-parser would stumble over has the name of Atom’s', () => {
    expect(elementNamed('published')).toEqual({ name: 'atom:published', kind: 'text' });
    expect(elementNamed('updated')).toEqual({ name: 'atom:updated', kind: 'text' });
  });

  it('is known by its name in lower case only', () => {
    expect(elementNamed('pubDate')).toBeUndefined();
    expect(elementNamed('x')).toBeUndefined();
    expect(elementNamed('')).toBeUndefined();
  });

  it.each([
    ['root', isRoot, 'rss rdf:RDF feed channel', 'item entry title author'],
    ['entry', isEntry, 'item entry', 'rss feed channel title'],
  ])('is a %s by its name', (_, is, names, others) => {
    expect(words(names).map(element).filter(is)).toHaveLength(words(names).length);
    expect(words(others).map(element).filter(is)).toEqual([]);
  });
});

describe('an attribute', () => {
  it.each(
    words(
      'href rel type url src length term scheme domain label text isPermaLink rdf:about rdf:resource medium width role',
    ),
  )('%s is read, whatever its capitals', (name) => {
    expect(attributeNamed(name.toUpperCase())).toBe(name);
  });

  it('of another name is not read', () => {
    expect(attributeNamed('onclick')).toBeUndefined();
  });

  it('is an address if it is an href, url, src or rdf:resource', () => {
    expect(words('href rel url type src rdf:resource rdf:about').filter(isAddress)).toEqual(
      words('href url src rdf:resource'),
    );
  });
});

describe('an element may hold', () => {
  it.each([
    ['anything if it is a box', 'channel', 'title link guid media:title'],
    ['the parts of a person if it is an author', 'author', 'name email uri url atom:name atom:email'],
    ['the parts of a person if it is a contributor', 'contributor', 'name'],
    ['the parts of a person if it is an author of Atom', 'atom:author', 'atom:name'],
    ['the parts of a person if it is a contributor of Atom', 'atom:contributor', 'atom:name'],
    ['elements of Media RSS if it is one', 'media:group', 'media:content media:title'],
    ['elements of iTunes if it is one', 'itunes:owner', 'itunes:name itunes:email'],
  ])('%s: %s holds %s', (_, outer, names) => {
    for (const name of words(names)) expect(mayContain(element(outer), element(name))).toBe(true);
  });

  it.each([
    ['nothing if it is a text', 'title', 'title link'],
    ['nothing if it is a value', 'guid', 'link'],
    ['no other elements if it is an author', 'author', 'title guid media:title'],
    ['no other elements if it is a contributor', 'contributor', 'title'],
    ['no other elements if it is an author of Atom', 'atom:author', 'title'],
    ['no other elements if it is a contributor of Atom', 'atom:contributor', 'title'],
    ['no other elements if it is of Media RSS', 'media:group', 'title itunes:name'],
    ['no other elements if it is of iTunes', 'itunes:owner', 'name media:title'],
  ])('%s: %s does not hold %s', (_, outer, names) => {
    for (const name of words(names)) expect(mayContain(element(outer), element(name))).toBe(false);
  });
});

describe('a text ends', () => {
  it.each(
    words(
      'guid id pubDate description category enclosure author published updated content:encoded dc:date media:title itunes:author',
    ),
  )('where an element of feeds begins: %s', (name) => {
    expect(endsText(element('description'), element(name))).toBe(true);
  });

  it('where a link begins, if the text is a title', () => {
    expect(endsText(element('title'), element('link'))).toBe(true);
    expect(endsText(element('description'), element('link'))).toBe(false);
  });

  it.each(words('title summary content name day body source contributor comments'))(
    'not where an element begins that may be of HTML, or within a text: %s',
    (name) => {
      expect(endsText(element('title'), element(name))).toBe(false);
    },
  );
});
