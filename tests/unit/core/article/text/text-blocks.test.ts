import { describe, expect, it } from 'vitest';
import { parseFragment, parsePage } from '../../../../../lambdas/core/article/page/page-document.ts';
import {
  isHeading,
  isLink,
  isRunning,
  isWithin,
  runningLengthOf,
  type Scope,
  textBlocks,
} from '../../../../../lambdas/core/article/text/text-blocks.ts';
import { blocksOf, sentence, textsOf } from '../../../../fakes/story-page.ts';

describe('the blocks of a page', () => {
  it.each<[string, string, string[]]>([
    ['a paragraph is a block', '<p>a</p><p>b</p>', ['a', 'b']],
    ['text before, within and behind a paragraph makes three blocks', 'a<p>b</p>c', ['a', 'b', 'c']],
    ['an item is a block', '<ul><li>a<ul><li>b</ul><li>c</ul>', ['a', 'b', 'c']],
    ['inline elements make no block', 'a <b>b</b> <i>c</i>', ['a b c']],
    ['white space is folded and cut at both ends', '<p>  a \n\t b  </p>', ['a b']],
    ['white space alone is no block', '<p> \n </p><p>a</p>', ['a']],
    ['an empty element is no block', '<p></p><p>a</p>', ['a']],
    ['a line break is kept', '<p>a <br> b</p>', ['a\nb']],
    ['two line breaks end a block', '<p>a<br><br>b</p>', ['a', 'b']],
    ['two line breaks with white space between them end a block', '<p>a<br> <br>b</p>', ['a', 'b']],
    ['text between two line breaks keeps them in one block', '<p>a<br>b<br>c</p>', ['a\nb\nc']],
    ['a line break at the end is cut off', '<p>a<br></p>', ['a']],
    ['a line break in one block doesn’t count for the next', '<p>a<br></p><p>b<br>c</p>', ['a', 'b\nc']],
    ['a rule between texts ends a block', 'a<hr>b', ['a', 'b']],
    ['buttons and fields are silent', 'a<button>b</button><select><option>c</select><textarea>d</textarea>e', ['ae']],
    ['a title in the body is silent', 'a<title>b</title>c', ['ac']],
    [
      'a video’s text is silent',
      'a<video>b</video><audio>c</audio><canvas>d</canvas><map>e</map><object>f</object>g',
      ['ag'],
    ],
    ['a comment is no text', 'a<!-- b -->c', ['a c']],
    ['line breaks in text that keeps its lines end no block', '<pre>a<br><br>b</pre>', ['a\n\nb']],
    ['line breaks with words that are left out between them end no block', '<p>a<br><s>x</s><br>b</p>', ['a\n\nb']],
    ['a block in a hidden element is a block', '<div hidden><p>a</p></div>', ['a']],
  ])('%s', (_, body, expected) => {
    expect(textsOf(blocksOf(body))).toEqual(expected);
  });

  it.each(
    (
      'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form ' +
      'h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary ul'
    ).split(' '),
  )('%s makes a block', (name) => {
    expect(textsOf(blocksOf(`a<${name}>b</${name}>c`))).toEqual(['a', 'b', 'c']);
  });

  it('a cell makes a block', () => {
    const table = '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>';
    expect(textsOf(blocksOf(table))).toEqual(['a', 'b', 'c']);
  });

  it('a doctype is no block, and the text behind it is read', () => {
    const document = parsePage(Buffer.from('<!doctype html><html><body><p>a</p></body></html>'), 'text/html');
    expect(textsOf(textBlocks(document))).toEqual(['a']);
  });

  it('a document without children has no blocks', () => {
    const document = parsePage(Buffer.from('<html></html>'), 'text/html');
    expect(textBlocks(document.documentElement)).toEqual([]);
  });

  it('a page of any depth is read', () => {
    expect(textsOf(blocksOf(`${'<div>'.repeat(20_000)}a`))).toEqual(['a']);
  });
});

describe('a block', () => {
  const only = (body: string) => {
    const [block] = blocksOf(body);
    if (block === undefined) throw new Error('no block');
    return block;
  };

  it.each<[string, string, number]>([
    ['letters count once', '<p>ferry</p>', 5],
    ['Chinese counts twice', '<p>渡轮a</p>', 5],
    ['Japanese kana count twice', '<p>フェリ</p>', 6],
    ['Korean counts twice', '<p>배가</p>', 4],
    ['Greek counts once', '<p>φέρι</p>', 4],
  ])('%s', (_, body, length) => {
    expect(only(body).length).toBe(length);
  });

  it.each<[string, string, number]>([
    ['a text without links has a share of 0', '<p>abcd</p>', 0],
    ['a text that is a link has a share of 1', '<p><a href="/">abcd</a></p>', 1],
    ['a text that is half a link has a share of a half', '<p>ab<a href="/">cd</a></p>', 0.5],
    ['a link around inline elements counts', '<p>ab<a href="/"><b>c</b>d</a></p>', 0.5],
    ['a link ends with its element', '<p><a href="/">ab</a>cd</p>', 0.5],
    ['a link around a block counts', '<a href="/"><p>abcd</p></a>', 1],
    ['an empty link makes no share', '<p><a href="/"></a>abcd</p>', 0],
    ['white space in links doesn’t make the share larger than 1', '<p><a>a</a><a> </a><a>b</a></p>', 1],
  ])('%s', (_, body, linkedShare) => {
    expect(only(body).linkedShare).toBe(linkedShare);
  });

  it('the text of the root itself is a block without links', () => {
    const [root] = parseFragment('<p>ab</p>').body.children;
    expect(root && textBlocks(root)).toMatchObject([{ text: 'ab', linkedShare: 0 }]);
  });

  it('a block has its text nodes and line breaks', () => {
    expect(only('<p>a<b>b</b><br>c<img></p>').nodes.map(({ nodeName }) => nodeName)).toEqual([
      '#text',
      '#text',
      'BR',
      '#text',
    ]);
  });
});

it('a line of verse is running text, though it is short', () => {
  const [line] = blocksOf('<p>a</p>');
  expect(line && isRunning({ ...line, isVerse: true })).toBe(true);
});

describe('the element around blocks', () => {
  const LONG = sentence(80);
  const root = (scope: Scope): Scope => (scope.parent === undefined ? scope : root(scope.parent));

  it('an element has the sums of its blocks', () => {
    const [first] = blocksOf(`<div><p>${LONG}</p><p>ab<a href="/">cd</a></p></div>`);
    const around = first?.scope.parent;
    expect(around?.node.nodeName).toBe('DIV');
    expect(around).toMatchObject({ blockCount: 2, textLength: 84, linkedLength: 2, runningLength: 80 });
    expect(first?.scope).toMatchObject({ blockCount: 1, textLength: 80, linkedLength: 0, runningLength: 80 });
  });

  it('an element has the hint of its markup, and the root has none', () => {
    const [block] = blocksOf('<article><div class="share"><p>a</p></div></article>');
    expect(block?.scope).toMatchObject({ hint: 'none', isMarkedArticle: false });
    expect(block?.scope.parent).toMatchObject({ hint: 'weak', isMarkedArticle: false });
    expect(block?.scope.parent?.parent).toMatchObject({ hint: 'none', isMarkedArticle: true });
    expect(block && root(block.scope)).toMatchObject({ hint: 'none', isMarkedArticle: false, depth: 1 });
  });

  it('a block behind an element is outside', () => {
    const [first, second, third] = blocksOf('<div><p>a</p></div><div><p>b</p></div>c');
    const div = first?.scope.parent;
    if (first === undefined || second === undefined || third === undefined || div === undefined)
      throw new Error('none');
    expect([first, second, third].map((block) => isWithin(block, div))).toEqual([true, false, false]);
    expect([first, second, third].map((block) => isWithin(block, root(first.scope)))).toEqual([true, true, true]);
    expect(isWithin(third, first.scope)).toBe(false);
  });
});

const block = (length: number, linkedShare: number) => {
  const [some] = blocksOf('<p>a</p>');
  if (some === undefined) throw new Error('no block');
  return { ...some, length, linkedShare };
};

it.each<[string, string, readonly boolean[]]>([
  ['a block behind a picture is known', '<p>a</p><img><p>b</p><p>c</p>', [false, true, false]],
  ['a block with a picture in it is behind one', '<p><img>a</p><p>b</p>', [true, false]],
  ['a film is a picture', '<p>a</p><video src="b"></video><p>b</p>', [false, true]],
  ['a custom element for pictures is one', '<amp-img></amp-img><p>a</p>', [true]],
])('%s', (_, body, expected) => {
  expect(blocksOf(body).map(({ isAfterPicture }) => isAfterPicture)).toEqual(expected);
});

it('an element has the number of its pictures', () => {
  const [block] = blocksOf('<div><figure><img><video></video></figure><p>a</p></div><img>');
  expect(block?.scope.pictureCount).toBe(0);
  expect(block?.scope.parent?.pictureCount).toBe(2);
});

it('the share of links counts the words that are shown', () => {
  expect(blocksOf('<p><a href="/">ab<s>xxxx</s></a>cd</p>')[0]?.linkedShare).toBe(0.5);
});

it.each<[string, number, number, boolean]>([
  ['60 characters are running text', 60, 0, true],
  ['59 characters are no running text', 59, 0, false],
  ['a text with less than 40 % of links is running text', 60, 0.39, true],
  ['a text with 40 % of links is no running text', 60, 0.4, false],
])('%s', (_, length, linkedShare, expected) => {
  expect(isRunning(block(length, linkedShare))).toBe(expected);
  expect(runningLengthOf([block(length, linkedShare), block(70, 0)])).toBe(expected ? 130 : 70);
});

it.each<[string, number, number, boolean]>([
  ['a text of 120 characters with 90 % of links is a link', 120, 0.9, true],
  ['a text of 120 characters with less than 90 % of links is no link', 120, 0.89, false],
  ['a text of 121 characters with 95 % of links is a link', 121, 0.95, true],
  ['a text of 121 characters with less than 95 % of links is no link', 121, 0.94, false],
])('%s', (_, length, linkedShare, expected) => {
  expect(isLink(block(length, linkedShare))).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['h1 is a heading', 'H1', true],
  ['h6 is a heading', 'H6', true],
  ['h7 is no heading', 'H7', false],
  ['a header is no heading', 'HEADER', false],
  ['a custom element is no heading', 'X-H1', false],
  ['a paragraph is no heading', 'P', false],
])('%s', (_, nodeName, expected) => {
  expect(isHeading({ node: { nodeName } })).toBe(expected);
});
