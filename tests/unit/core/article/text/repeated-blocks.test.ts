import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';
import {
  type HostBlocks,
  learnBlocks,
  NOTHING_KNOWN,
  repeatedBlocks,
} from '../../../../../lambdas/core/article/text/repeated-blocks.ts';
import { type TextBlock, textBlocks } from '../../../../../lambdas/core/article/text/text-blocks.ts';

const APPEAL =
  '<p>Ef þér líkar þetta blað, þá biðjum við þig um að styrkja útgáfuna með litlu framlagi í hverjum mánuði.</p>';
const blocksOf = (html: string): TextBlock[] => textBlocks(parseFragment(html).body);
const paragraph = (name: string): string =>
  `<p>What article ${name} tells its readers is found in no other one, however long they look for it in this paper.</p>
   <p>And once more article ${name} says what no other one does, so that it is longer than the lines around it are.</p>`;
const learnAll = (articles: Readonly<Record<string, string>>, memory: HostBlocks = NOTHING_KNOWN): HostBlocks =>
  Object.entries(articles).reduce((known, [url, html]) => learnBlocks(known, url, blocksOf(html)), memory);

/** The texts that are left out of a host's fourth article, after three with the same block among their own paragraphs. */
function fourth(block: string, around = (name: string) => `${paragraph(name)}${block}${paragraph(`${name} too`)}`) {
  const memory = learnAll({ a: around('a'), b: around('b'), c: around('c') });
  const blocks = blocksOf(around('d'));
  const repeated = repeatedBlocks(memory, 'd', blocks);
  return blocks.filter((each) => repeated.has(each)).map(({ text }) => text);
}

describe('a block that stood in three articles of a host', () => {
  it.each<[string, string, boolean]>([
    ['an appeal in any language is left out', APPEAL, true],
    ['a label of two words is left out', '<p>Read more</p>', true],
    ['a label with other markup is left out', '<div><b>Read</b> more…</div>', true],
    ['one word stays', '<p>Update</p>', false],
    ['signs alone stay', '<p>* * *</p>', false],
    ['a line that ends with a Chinese colon stays', '<p>记者 问：</p>', false],
    ['a short line with a colon in its middle is left out', '<p>Read: more</p>', true],
    ['a line of one word with 59 characters stays', `<p>${'x'.repeat(59)}</p>`, false],
    ['a line of one word with 60 characters is left out', `<p>${'x'.repeat(60)}</p>`, true],
    ['a long item is left out', `<ul><li>${'word '.repeat(14)}</li></ul>`, true],
    ['a term and its definition stay', '<dl><dt>first mate</dt><dd>the second one</dd></dl>', false],
    ['a head cell stays', '<table><tr><th>not available</th></tr></table>', false],
    ['a speaker’s name stays', '<p>Ada Quay, harbour master:</p>', false],
    ['an ingredient stays', '<ul><li>1 tsp salt</li><li>2 eggs</li></ul>', false],
    ['the cells of a table stay', '<table><tr><td>not available</td><td>half past ten</td></tr></table>', false],
    ['a heading over a paragraph of the article stays', '<h2>What we liked</h2>', false],
  ])('%s', (_, block, isLeftOut) => {
    expect(fourth(block)).toEqual(isLeftOut ? blocksOf(block).map(({ text }) => text) : []);
  });

  it('a repeated block is left out with its heading', () => {
    expect(fourth(`<h2>Styrktu okkur</h2>${APPEAL}`)).toHaveLength(2);
  });

  it('a short repeated block stays at the beginning of a text: a place and its agency', () => {
    expect(fourth('', (name) => `<p>Harbour Town, AP</p>${paragraph(name)}`)).toEqual([]);
  });

  it('a long repeated block is left out at the beginning of a text: the introduction of a column', () => {
    expect(fourth('', (name) => `${APPEAL}${paragraph(name)}`)).toHaveLength(1);
  });

  it('a repeated block stays if it is the greater part of the article: the host writes like that', () => {
    expect(fourth('', (name) => `<p>Today’s weather is like that of ${name}, says the office.</p>${APPEAL}`)).toEqual(
      [],
    );
  });
});

describe('an article counts once', () => {
  const page = (name: string): string => `${paragraph(name)}${APPEAL}`;
  const has = (memory: HostBlocks, url: string): boolean => repeatedBlocks(memory, url, blocksOf(page(url))).size > 0;

  it.each<[string, readonly string[], string, boolean]>([
    ['a block of two articles stays', ['a', 'b'], 'c', false],
    ['a block of three articles is left out of the fourth', ['a', 'b', 'c'], 'd', true],
    ['an article that is read three times counts once', ['a', 'a', 'a', 'b'], 'c', false],
    ['the first three articles keep their block when they are read again', ['a', 'b', 'c', 'd', 'e'], 'b', false],
    ['later articles lack the block when they are read again', ['a', 'b', 'c', 'd', 'e'], 'd', true],
  ])('%s', (_, read, url, expected) => {
    const memory = read.reduce((known, each) => learnBlocks(known, each, blocksOf(page(each))), NOTHING_KNOWN);
    expect(has(memory, url)).toBe(expected);
  });

  it('an article that is read again teaches nothing', () => {
    const memory = learnAll({ a: page('a') });
    expect(learnAll({ a: page('a') }, memory)).toBe(memory);
  });
});

describe('the memory of a host', () => {
  const line = (text: string) => ({ text, length: 80, scope: { node: { nodeName: 'P' } } });

  it('the memory stays small after 1,000 articles, and still knows a block that is rare', () => {
    let memory = NOTHING_KNOWN;
    for (let article = 0; article < 1_000; article++) {
      const paragraphs = Array.from({ length: 5 }, (_, index) => line(`paragraph ${index} of ${article}`));
      memory = learnBlocks(memory, `${article}`, article < 3 ? [...paragraphs, line('rare appeal')] : paragraphs);
      expect(memory.length).toBeLessThanOrEqual(12_000);
    }
    const blocks = [line('a'), line('rare appeal'), line('b')];
    expect([...repeatedBlocks(memory, 'next', blocks)]).toEqual([blocks[1]]);
  });

  const learn = (articles: Readonly<Record<string, readonly string[]>>, memory = NOTHING_KNOWN): HostBlocks =>
    Object.entries(articles).reduce((known, [url, texts]) => learnBlocks(known, url, texts.map(line)), memory);
  const knows = (memory: HostBlocks, text: string): boolean =>
    repeatedBlocks(memory, 'next', [line('first'), line(text), line('last')]).size > 0;
  const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `block ${index}`);

  it('the memory has twelve bytes a block: its hash and the articles that had it', () => {
    expect(Buffer.from(learn({ a: ['The ferry'], b: ['The ferry!', '* * *'] })).toString('hex')).toBe(
      '2d87200b1d6641626f050000',
    );
  });

  it('a memory of 150 blocks takes up one in four articles whose blocks are all new', () => {
    const memory = learn({ first: names(150) });
    const articles = Array.from({ length: 400 }, (_, n) => `article ${n}`);
    const remembered = articles.filter((article) => learn({ [article]: [`about ${article}`] }, memory) !== memory);
    expect(remembered.length).toBeGreaterThan(60);
    expect(remembered.length).toBeLessThan(140);
  });

  it('a memory of 150 blocks takes up each article that shares a block with an earlier one', () => {
    const memory = learn({ first: names(150) });
    const articles = Array.from({ length: 40 }, (_, n) => `article ${n}`);
    expect(articles.filter((article) => learn({ [article]: ['block 7', 'new'] }, memory) === memory)).toEqual([]);
  });

  it('a memory of 149 blocks takes up every article', () => {
    const memory = learn({ first: names(149) });
    const articles = Array.from({ length: 40 }, (_, n) => `article ${n}`);
    expect(articles.filter((article) => learn({ [article]: ['new'] }, memory) === memory)).toEqual([]);
  });

  it('an appeal that a host begins to print is left out after a dozen articles or so', () => {
    let memory = learn({ first: names(700) });
    let article = 0;
    while (!knows(memory, 'appeal') && article < 40)
      memory = learn({ [`a${++article}`]: [`text ${article}`, 'appeal'] }, memory);
    expect(article).toBeLessThanOrEqual(12);
  });

  it('the memory keeps 700 blocks that stood in fewer than three articles, the latest', () => {
    const all = learn({ a: names(700), f: ['other'], c: ['block 0', 'block 1'] });
    expect(all).toHaveLength(700 * 12);
    const more = learn({ d: ['block 0', 'block 1'], e: ['block 1'] }, all);
    expect([knows(more, 'block 0'), knows(more, 'block 1')]).toEqual([false, true]);
  });

  it('the memory keeps 300 repeated blocks, the latest', () => {
    const memory = learn({ a: names(301), b: names(301), c: names(301) });
    expect(memory).toHaveLength(300 * 12);
    expect([knows(memory, 'block 0'), knows(memory, 'block 1')]).toEqual([false, true]);
  });

  it('the memory keeps a repeated block that comes again before others', () => {
    const memory = learn({
      a: names(300),
      b: names(300),
      c: names(300),
      g: ['block 0', 'new'],
      e: ['new'],
      f: ['new'],
    });
    expect([knows(memory, 'block 0'), knows(memory, 'block 1')]).toEqual([true, false]);
  });

  it('the memory is read from the middle of a larger buffer', () => {
    const memory = learn({ a: ['appeal'], b: ['appeal'], c: ['appeal'] });
    const buffer = Buffer.concat([Buffer.alloc(5), memory]);
    expect(knows(new Uint8Array(buffer.buffer, buffer.byteOffset + 5, memory.length), 'appeal')).toBe(true);
  });

  it.each<[string, number, boolean]>([
    ['a block with half of the article’s text is left out', 160, true],
    ['a block with more than half of the article’s text stays', 161, false],
  ])('%s', (_, length, expected) => {
    const memory = learn({ a: ['appeal'], b: ['appeal'], c: ['appeal'] });
    const blocks = [line('first'), { ...line('appeal'), length }, line('last')];
    expect(repeatedBlocks(memory, 'next', blocks).size > 0).toBe(expected);
  });

  it('a damaged memory is read as far as it goes', () => {
    expect(() => repeatedBlocks(new Uint8Array(17).fill(7), 'a', [line('b')])).not.toThrow();
  });

  it('a block that stood in fewer than three other articles is never left out', () => {
    const article = fc.record({
      url: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      lines: fc.array(
        fc.constantFrom(...'ABCDEFGHIJ').map((name) => `line ${name}`),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(fc.array(article, { maxLength: 30 }), (articles) => {
        const stoodIn = new Map<string, Set<string>>();
        let memory = NOTHING_KNOWN;
        for (const { url, lines } of articles) {
          const blocks = lines.map(line);
          for (const { text } of repeatedBlocks(memory, url, blocks)) {
            const others = new Set(stoodIn.get(text));
            others.delete(url);
            expect(others.size).toBeGreaterThanOrEqual(3);
          }
          memory = learnBlocks(memory, url, blocks);
          for (const text of lines) stoodIn.set(text, (stoodIn.get(text) ?? new Set()).add(url));
        }
      }),
    );
  });
});
