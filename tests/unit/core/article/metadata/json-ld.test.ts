import { describe, expect, it } from 'vitest';
import {
  isArticleNode,
  type JsonLdNode,
  namesIn,
  type Ownership,
  readJsonLd,
  stringOf,
  textIn,
} from '../../../../../lambdas/core/article/metadata/json-ld.ts';

const unknown = (): Ownership => 'unknown';
const read = (...nodes: unknown[]) =>
  readJsonLd(
    nodes.map((node) => JSON.stringify(node)),
    unknown,
  );
const names = (...nodes: unknown[]) => read(...nodes).nodes.map(({ name }) => name);
const article = (name: string, fields: object = {}) => ({ '@type': 'NewsArticle', name, ...fields });

describe('the nodes of a page', () => {
  it.each<[string, readonly unknown[], readonly string[]]>([
    ['a node may stand alone', [article('a')], ['a']],
    ['nodes may stand in several scripts', [article('a'), article('b')], ['a', 'b']],
    ['nodes may stand in a list', [[article('a'), article('b')]], ['a', 'b']],
    ['nodes may stand in a graph', [{ '@graph': [article('a'), article('b')] }], ['a', 'b']],
    ['the article may be the main entity of a page', [{ mainEntity: article('a') }], ['a']],
    ['the article may be in its page', [article('a', { mainEntityOfPage: article('b') })], ['a', 'b']],
    ['an article in another property isn’t the page’s', [article('a', { isPartOf: article('b') })], ['a']],
    ['an article comes before a page', [{ '@type': 'WebPage', name: 'p' }, article('a')], ['a', 'p']],
    ['an article comes before a review', [{ '@type': 'Review', name: 'r' }, article('a')], ['a', 'r']],
    [
      'a review comes before a page',
      [
        { '@type': 'WebPage', name: 'p' },
        { '@type': 'Review', name: 'r' },
      ],
      ['r', 'p'],
    ],
    ['one type of several counts', [{ '@type': ['Thing', 'ReportageNewsArticle'], name: 'a' }], ['a']],
    ['a type that only contains an article’s is no article', [{ '@type': 'ArticleList', name: 'a' }], []],
    ['a type that only contains a review’s is no review', [{ '@type': 'Reviews', name: 'a' }], []],
    ['a type that only contains a page’s is no page', [{ '@type': 'WebPages', name: 'a' }], []],
    ['another type is left out', [{ '@type': 'Recipe', name: 'r' }], []],
    ['a type that is no text is left out', [{ '@type': { '@id': 'NewsArticle' }, name: 'a' }], []],
    ['values that are no nodes are left out', [null, 7, 'NewsArticle', []], []],
  ])('%s', (_, nodes, expected) => {
    expect(names(...nodes)).toEqual(expected);
  });

  it.each<[string, Ownership, readonly string[]]>([
    ['the page’s own article comes first', 'own', ['b', 'a', 'c', 'p']],
    ['another article is left out', 'other', ['a', 'c', 'p']],
    ['an article that may be either keeps its place', 'unknown', ['a', 'b', 'c', 'p']],
  ])('%s', (_, ownership, expected) => {
    const nodes = [{ '@type': 'WebPage', name: 'p' }, article('a'), article('b'), article('c')];
    const { nodes: found } = readJsonLd([JSON.stringify(nodes)], ({ name }) => (name === 'b' ? ownership : 'unknown'));
    expect(found.map(({ name }) => name)).toEqual(expected);
  });

  it('the page’s own page doesn’t come before an article', () => {
    const nodes = [{ '@type': 'WebPage', name: 'p' }, article('a')];
    const { nodes: found } = readJsonLd([JSON.stringify(nodes)], ({ name }) => (name === 'p' ? 'own' : 'unknown'));
    expect(found.map(({ name }) => name)).toEqual(['a', 'p']);
  });

  it.each([
    ['a script that is broken hides no other', '{"@type": '],
    ['an empty script hides no other', ''],
  ])('%s', (_, script) => {
    expect(readJsonLd([script, JSON.stringify(article('a'))], unknown).nodes).toEqual([article('a')]);
  });
});

describe('the limits of JSON-LD', () => {
  const nested = (depth: number): object => (depth === 0 ? article('a') : { mainEntity: nested(depth - 1) });
  const sized = (length: number) => JSON.stringify(article('')).padEnd(length);
  it.each<[string, readonly string[], number]>([
    ['nodes are read to a depth of 8', [JSON.stringify(nested(8))], 1],
    ['nodes aren’t read at a depth of 9', [JSON.stringify(nested(9))], 0],
    ['2,000 nodes are read', [JSON.stringify(Array(2_001).fill(article('a')))], 2_000],
    ['1,000,000 characters are read', [sized(500_000), sized(500_000)], 2],
    ['a script beyond 1,000,000 characters isn’t read', [sized(500_000), sized(500_001)], 1],
  ])('%s', (_, scripts, expected) => {
    expect(readJsonLd(scripts, unknown).nodes).toHaveLength(expected);
  });
});

describe('a reference', () => {
  const person = { '@id': '#b', '@type': 'Person', name: 'Bea Mole' };
  const { resolve } = read([{ '@id': '#b' }, person, { ...person, name: 'Cy Pier' }, article('a')]);
  it.each<[string, unknown, unknown]>([
    ['a reference gives the first node with that id', { '@id': '#b' }, person],
    ['an unknown reference stays', { '@id': '#c' }, { '@id': '#c' }],
    ['a node without an id stays', { name: 'Ada' }, { name: 'Ada' }],
    ['a text stays', '#b', '#b'],
    ['a number as an id stays', { '@id': 7 }, { '@id': 7 }],
    ['a list stays', [{ '@id': '#b' }], [{ '@id': '#b' }]],
    ['a missing value stays', undefined, undefined],
  ])('%s', (_, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });
});

it.each<[string, string, boolean]>([
  ['a news article is an article', 'NewsArticle', true],
  ['a blog posting is an article', 'BlogPosting', true],
  ['a review is no article', 'Review', false],
])('%s', (_, type, expected) => {
  expect(isArticleNode({ '@type': type })).toBe(expected);
});

describe('the text of a value', () => {
  const deep = (depth: number): unknown => (depth === 0 ? 'x' : { url: deep(depth - 1) });
  it.each<[string, unknown, string | undefined]>([
    ['a text is itself', ' x ', 'x'],
    ['a list is its first value', ['x', 'y'], 'x'],
    ['a node is its url', { url: 'x', contentUrl: 'y', '@value': 'z', '@id': 'w' }, 'x'],
    ['a node may have a contentUrl', { contentUrl: 'y', '@value': 'z', '@id': 'w' }, 'y'],
    ['a node may have a value', { '@value': 'z', '@id': 'w' }, 'z'],
    ['a node may have an id', { '@id': 'w' }, 'w'],
    ['a node within a node is read', { url: [{ '@id': 'w' }] }, 'w'],
    ['eight nodes within each other are read', deep(8), 'x'],
    ['nine nodes within each other are not', deep(9), undefined],
    ['half a character is replaced', 'x\ud83d', 'x\uFFFD'],
    ['a blank text is none', ' ', undefined],
    ['a number is no text', 7, undefined],
    ['null is no text', null, undefined],
    ['a missing value is no text', undefined, undefined],
  ])('%s', (_, value, expected) => {
    expect(stringOf(value)).toBe(expected);
  });
});

describe('the names in a property', () => {
  it.each<[string, JsonLdNode, readonly string[]]>([
    ['a text is a name', { author: ' Ada Quay ' }, ['Ada Quay']],
    ['a list has several names', { author: ['Ada Quay', { name: 'Bea Mole' }] }, ['Ada Quay', 'Bea Mole']],
    ['a node has a name', { author: { name: 'Ada Quay', '@value': 'y' } }, ['Ada Quay']],
    ['a node may have a list of names', { author: { name: ['Ada Quay', 'Bea Mole'] } }, ['Ada Quay', 'Bea Mole']],
    ['a name may be a node with a name', { author: { name: { '@type': 'Person', name: 'Ada Quay' } } }, ['Ada Quay']],
    ['a name may be a list of nodes', { author: { name: [{ name: 'Ada' }, { name: 'Bea' }] } }, ['Ada', 'Bea']],
    ['a node may be a list', { author: { '@list': [{ name: 'Ada' }, { name: 'Bea' }] } }, ['Ada', 'Bea']],
    ['a blank name yields to the parts', { author: { name: '', givenName: 'Ada', familyName: 'Quay' } }, ['Ada Quay']],
    ['a node may have an alternate name', { author: { name: null, alternateName: 'Ada Quay' } }, ['Ada Quay']],
    ['lists within lists are read', { author: [['Ada Quay'], [['Bea Mole']]] }, ['Ada Quay', 'Bea Mole']],
    [
      'a name in two languages is one name',
      {
        author: {
          name: [
            { '@language': 'ja', '@value': '山田太郎' },
            { '@language': 'en', '@value': 'Taro Yamada' },
          ],
        },
      },
      ['山田太郎'],
    ],
    ['a node may have a value', { author: { '@value': 'Ada Quay', givenName: 'x' } }, ['Ada Quay']],
    ['a node may have two names', { author: { givenName: 'Ada', familyName: 'Quay' } }, ['Ada Quay']],
    ['a node may have one of two names', { author: { givenName: 7, familyName: 'Quay' } }, ['Quay']],
    ['a node without a name is none', { author: { url: 'x' } }, []],
    ['a number is no name', { author: 7 }, []],
    ['a blank text is no name', { author: ' ' }, []],
    ['half a character is replaced', { author: 'x\ud83d' }, ['x\uFFFD']],
    ['the next property is read if the first has no names', { author: '', creator: 'Ada Quay' }, ['Ada Quay']],
    ['the next property isn’t read if the first has names', { author: 'Ada Quay', creator: 'Bea Mole' }, ['Ada Quay']],
  ])('%s', (_, fields, expected) => {
    expect(namesIn(read(article('a', fields)), ['author', 'creator'])).toEqual(expected);
  });

  it('names come from the first node that has any', () => {
    const jsonLd = read([article('a'), article('b', { author: 'Ada Quay' }), article('c', { author: 'Bea Mole' })]);
    expect(namesIn(jsonLd, ['author'])).toEqual(['Ada Quay']);
    expect(textIn(jsonLd, 'author')).toBe('Ada Quay');
    expect(textIn(jsonLd, 'publisher')).toBeUndefined();
  });

  it.each<[string, unknown, string | undefined]>([
    ['a number is a text', 1795510800, '1795510800'],
    ['zero is a text', 0, '0'],
    ['true is no text', true, undefined],
    ['a value of a type is a text', { '@type': 'Date', '@value': '2026-11-24' }, '2026-11-24'],
  ])('%s', (_, datePublished, expected) => {
    expect(textIn(read(article('a', { datePublished })), 'datePublished')).toBe(expected);
  });

  it('names within names are read to a depth of eight', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'Ada' : { name: nested(depth - 1) });
    expect(namesIn(read(article('a', { author: nested(8) })), ['author'])).toEqual(['Ada']);
    expect(namesIn(read(article('a', { author: nested(9) })), ['author'])).toEqual([]);
  });

  it('names may be references', () => {
    const jsonLd = read([article('a', { author: { '@id': '#b' } }), { '@id': '#b', name: 'Bea Mole' }]);
    expect(namesIn(jsonLd, ['author'])).toEqual(['Bea Mole']);
  });
});

it('the first 500 values of a list are read', () => {
  const author = Array.from({ length: 600 }, (_, n) => `Ada ${n}`);
  expect(namesIn(read(article('a', { author })), ['author'])).toEqual(author.slice(0, 500));
});
