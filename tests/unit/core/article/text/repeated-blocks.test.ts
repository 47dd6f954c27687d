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

/** What is left of the fourth article of a host, after three with the same block among their own paragraphs. */
function fourth(block: string, around = (name: string) => `${paragraph(name)}${block}${paragraph(`${name} too`)}`) {
  const memory = learnAll({ a: around('a'), b: around('b'), c: around('c') });
  const blocks = blocksOf(around('d'));
  const repeated = repeatedBlocks(memory, 'd', blocks);
  return blocks.filter((each) => repeated.has(each)).map(({ text }) => text);
}

describe('what stood in three articles of a host', () => {
  it.each<[string, string, boolean]>([
    ['an appeal in any language goes', APPEAL, true],
    ['a label of two words goes', '<p>Read more</p>', true],
    ['a label that is marked up otherwise goes', '<div><b>Read</b> more…</div>', true],
    ['one word stays', '<p>Update</p>', false],
    ['signs alone stay', '<p>* * *</p>', false],
    ['who speaks stays', '<p>Ada Quay, harbour master:</p>', false],
    ['an ingredient stays', '<ul><li>1 tsp salt</li><li>2 eggs</li></ul>', false],
    ['the cells of a table stay', '<table><tr><td>not available</td><td>half past ten</td></tr></table>', false],
    ['a heading over a paragraph of the article stays', '<h2>What we liked</h2>', false],
  ])('%s', (_, block, goes) => {
    expect(fourth(block)).toEqual(goes ? blocksOf(block).map(({ text }) => text) : []);
  });

  it('goes with its heading', () => {
    expect(fourth(`<h2>Styrktu okkur</h2>${APPEAL}`)).toHaveLength(2);
  });

  it('stays where the text begins, if it is short: a place and its agency', () => {
    expect(fourth('', (name) => `<p>Harbour Town, AP</p>${paragraph(name)}`)).toEqual([]);
  });

  it('goes where the text begins, if it is long: the introduction of a column', () => {
    expect(fourth('', (name) => `${APPEAL}${paragraph(name)}`)).toHaveLength(1);
  });

  it('stays if it is the greater part: that is how this host writes', () => {
    expect(fourth('', (name) => `<p>Today’s weather is like that of ${name}, says the office.</p>${APPEAL}`)).toEqual(
      [],
    );
  });
});

describe('an article counts once', () => {
  const page = (name: string): string => `${paragraph(name)}${APPEAL}`;
  const has = (memory: HostBlocks, url: string): boolean => repeatedBlocks(memory, url, blocksOf(page(url))).size > 0;

  it.each<[string, readonly string[], string, boolean]>([
    ['two articles are too few', ['a', 'b'], 'c', false],
    ['three are enough', ['a', 'b', 'c'], 'd', true],
    ['one that is read three times is one', ['a', 'a', 'a', 'b'], 'c', false],
    ['the first three keep what they had when they are read again', ['a', 'b', 'c', 'd', 'e'], 'b', false],
    ['later ones lack it when they are read again', ['a', 'b', 'c', 'd', 'e'], 'd', true],
  ])('%s', (_, read, url, expected) => {
    const memory = read.reduce((known, each) => learnBlocks(known, each, blocksOf(page(each))), NOTHING_KNOWN);
    expect(has(memory, url)).toBe(expected);
  });

  it('and teaches nothing the second time', () => {
    const memory = learnAll({ a: page('a') });
    expect(learnAll({ a: page('a') }, memory)).toBe(memory);
  });
});

describe('a memory', () => {
  const line = (text: string) => ({ text, length: 80, scope: { node: { nodeName: 'P' } } });

  it('stays small after 10,000 articles, and knows still what repeats now and then', () => {
    let memory = NOTHING_KNOWN;
    for (let article = 0; article < 10_000; article++) {
      const own = Array.from({ length: 5 }, (_, index) => line(`paragraph ${index} of ${article}`));
      memory = learnBlocks(memory, `${article}`, article < 3 ? [...own, line('rare appeal')] : own);
      expect(memory.length).toBeLessThanOrEqual(12_000);
    }
    const blocks = [line('a'), line('rare appeal'), line('b')];
    expect([...repeatedBlocks(memory, 'next', blocks)]).toEqual([blocks[1]]);
  });

  it('that is damaged is read as far as it goes', () => {
    expect(() => repeatedBlocks(new Uint8Array(17).fill(7), 'a', [line('b')])).not.toThrow();
  });

  it('drops nothing that stood in fewer than three other articles', () => {
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
