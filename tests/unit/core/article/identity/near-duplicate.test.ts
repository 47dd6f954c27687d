import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeSketch,
  encodeSketch,
  isNear,
  likeness,
  sketchOf,
  type TextSketch,
} from '../../../../../lambdas/core/article/identity/near-duplicate.ts';
import { BOILERPLATE, FERRY, forecast, MARKET, paragraphs } from '../../../../fakes/stories.ts';

const sketch = (text: string): TextSketch => {
  const sketched = sketchOf(text);
  if (sketched === undefined) throw new Error('too short to be sketched');
  return sketched.sketch;
};
const compare = (one: string, other: string) => likeness(sketch(one), sketch(other));
const ferry = paragraphs(FERRY);
const edited = ferry
  .replace('two minutes early', 'ten minutes late')
  .replace('lived on the island', 'spent her life there');

describe('texts are near', () => {
  it.each([
    ['when they are the same', ferry],
    ['whatever their letter case and punctuation', ferry.toUpperCase().replace(/[“”]|[,.:](?= |$)/gm, ' ')],
    ['when a few words were edited', edited],
    ['when one is cut short', paragraphs(FERRY.slice(0, 4))],
    ['when one begins in other words', paragraphs([MARKET[1], ...FERRY.slice(1)])],
    ['when a site put its own words around one', paragraphs([BOILERPLATE[0], ...FERRY, BOILERPLATE[1]])],
    ['when their paragraphs are in another order', paragraphs([...FERRY.slice(5), ...FERRY.slice(0, 5)])],
  ])('%s', (_, other) => {
    expect(isNear(compare(ferry, other))).toBe(true);
    expect(isNear(compare(other, ferry))).toBe(true);
    const keys = new Set(sketchOf(ferry)?.keys);
    expect(sketchOf(other)?.keys.some((key) => keys.has(key))).toBe(true);
  });

  it.each([
    ['when they are of other things', paragraphs(MARKET)],
    ['when only a site’s own words are the same', paragraphs([...BOILERPLATE, ...MARKET])],
    ['when one quotes a paragraph of the other', paragraphs([...MARKET, FERRY[4]])],
  ])('and not %s', (_, other) => {
    expect(isNear(compare(paragraphs([...BOILERPLATE, ...FERRY]), other))).toBe(false);
  });

  it('and not when they are a template with other figures', () => {
    const [monday, tuesday] = [
      forecast('Monday', [3, 5, 12, 8, 11, 15, 240, 35]),
      forecast('Monday', [6, 9, 22, 13, 14, 25, 228, 41]),
    ];
    expect(compare(monday, tuesday).containment).toBeGreaterThan(0.5);
    expect(isNear(compare(monday, tuesday))).toBe(false);
  });
});

describe('how much is shared', () => {
  it('is said of the shorter text and of the longer', () => {
    const { containment, coverage } = compare(ferry, paragraphs(FERRY.slice(0, 5)));
    expect(containment).toBeGreaterThan(0.9);
    expect(coverage).toBeGreaterThan(0.4);
    expect(coverage).toBeLessThan(0.65);
  });

  it('is estimated from samples, for texts of any length, within what three standard deviations allow', () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `w${from + index}`).join(' ');
    const lengths = fc.integer({ min: 300, max: 3_000 });
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.2, max: 1, noNaN: true }), (length, share) => {
        const shared = Math.round(length * share);
        const { containment } = compare(words(0, length), words(length - shared, length));
        expect(Math.abs(containment - share)).toBeLessThan(0.17);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('is nothing where a sample is too small to tell: a teaser beside a book', () => {
    const book = Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' ');
    expect(compare(book, book.slice(0, 400)).containment).toBe(0);
  });
});

describe('a text that cannot be sketched', () => {
  it.each([
    ['is empty', ''],
    ['is short', 'The ferry sailed again on Monday morning.'],
    ['says the same again and again', 'Subscribe to read. '.repeat(500)],
    ['has no words', '… '.repeat(5_000)],
  ])('%s', (_, text) => {
    expect(sketchOf(text)).toBeUndefined();
  });
});

describe('any script', () => {
  it.each([
    ['Chinese', '岛上的渡轮在船坞停留十一周后星期一早晨重新起航码头上有三百多名乘客等候挥舞着旗帜孩子们唱起了歌'],
    ['Thai', 'เรือข้ามฟากกลับมาให้บริการอีกครั้งในเช้าวันจันทร์หลังจากซ่อมแซมนานสิบเอ็ดสัปดาห์ผู้โดยสารรออยู่ที่ท่าเรือ'],
    [
      'Greek',
      'Το φέρι απέπλευσε ξανά τη Δευτέρα το πρωί μετά από έντεκα εβδομάδες στη δεξαμενή και στην προβλήτα περίμεναν τριακόσιοι επιβάτες με σημαίες και τραγούδια από όλο το νησί',
    ],
  ])('is read: %s', (_, text) => {
    expect(compare(text, `${text}。`).containment).toBe(1);
  });

  it('is one, however its accents are composed', () => {
    const text = paragraphs(FERRY).replaceAll('e', 'é');
    expect(compare(text.normalize('NFD'), text.normalize('NFC')).containment).toBe(1);
  });
});

describe('hostile text is sketched soon', () => {
  it.each([
    ['one word of eight megabytes', 'a'.repeat(8_000_000)],
    ['a number of eight megabytes', '1.'.repeat(4_000_000)],
    ['accents without a letter', '\u0301'.repeat(8_000_000)],
    ['a million words', Array.from({ length: 1_000_000 }, (_, index) => `w${index}`).join(' ')],
  ])('%s', (_, text) => {
    expect(() => sketchOf(text)).not.toThrow();
  });
});

describe('as bytes a sketch', () => {
  it('comes out as it went in, and is no larger than a unit of writing', () => {
    const big = sketch(Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' '));
    for (const each of [sketch(ferry), sketch(paragraphs(MARKET)), big]) {
      expect(decodeSketch(encodeSketch(each))).toEqual(each);
      expect(encodeSketch(each).length).toBeLessThanOrEqual(641);
    }
  });

  it.each([
    ['nothing', []],
    ['too little', [3, 1, 2, 3, 4]],
    ['half a number', [1, 1, 2]],
  ])('is not read out of %s', (_, bytes) => {
    expect(decodeSketch(Uint8Array.from(bytes))).toBeUndefined();
  });
});
