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

describe('two texts', () => {
  it.each([
    ['the same text is near', ferry],
    ['a text in other letter case and punctuation is near', ferry.toUpperCase().replace(/[“”]|[,.:](?= |$)/gm, ' ')],
    ['a text with a few edited words is near', edited],
    ['a text that is cut short is near', paragraphs(FERRY.slice(0, 4))],
    ['a text that begins in other words is near', paragraphs([MARKET[1], ...FERRY.slice(1)])],
    ['a text with a site’s own words around it is near', paragraphs([BOILERPLATE[0], ...FERRY, BOILERPLATE[1]])],
    ['a text with its paragraphs in another order is near', paragraphs([...FERRY.slice(5), ...FERRY.slice(0, 5)])],
  ])('%s', (_, other) => {
    expect(isNear(compare(ferry, other))).toBe(true);
    expect(isNear(compare(other, ferry))).toBe(true);
    const keys = new Set(sketchOf(ferry)?.keys);
    expect(sketchOf(other)?.keys.some((key) => keys.has(key))).toBe(true);
  });

  it.each([
    ['a text about something else is not near', paragraphs(MARKET)],
    ['a text that only has the site’s own words in common is not near', paragraphs([...BOILERPLATE, ...MARKET])],
    ['a text that quotes one paragraph is not near', paragraphs([...MARKET, FERRY[4]])],
  ])('%s', (_, other) => {
    expect(isNear(compare(paragraphs([...BOILERPLATE, ...FERRY]), other))).toBe(false);
  });

  it('a template with other figures is not near', () => {
    const [monday, tuesday] = [
      forecast('Monday', [3, 5, 12, 8, 11, 15, 240, 35]),
      forecast('Monday', [6, 9, 22, 13, 14, 25, 228, 41]),
    ];
    expect(compare(monday, tuesday).containment).toBeGreaterThan(0.5);
    expect(isNear(compare(monday, tuesday))).toBe(false);
  });
});

describe('how much is shared', () => {
  it('the share of the shorter text and that of the longer are told apart', () => {
    const { containment, coverage } = compare(ferry, paragraphs(FERRY.slice(0, 5)));
    expect(containment).toBeGreaterThan(0.9);
    expect(coverage).toBeGreaterThan(0.4);
    expect(coverage).toBeLessThan(0.65);
  });

  it('the share is estimated within three standard deviations, for texts of any length', () => {
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

  it('the share is 0 if a sample is too small to tell: a teaser beside a book', () => {
    const book = Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' ');
    expect(compare(book, book.slice(0, 400)).containment).toBe(0);
  });
});

describe('a text without a sketch', () => {
  it.each([
    ['an empty text has no sketch', ''],
    ['a short text has no sketch', 'The ferry sailed again on Monday morning.'],
    ['a text that repeats one sentence has no sketch', 'Subscribe to read. '.repeat(500)],
    ['a text without words has no sketch', '… '.repeat(5_000)],
  ])('%s', (_, text) => {
    expect(sketchOf(text)).toBeUndefined();
  });
});

describe('any script', () => {
  it.each([
    [
      'Chinese is sketched',
      '岛上的渡轮在船坞停留十一周后星期一早晨重新起航码头上有三百多名乘客等候挥舞着旗帜孩子们唱起了歌',
    ],
    ['Thai is sketched', 'เรือข้ามฟากกลับมาให้บริการอีกครั้งในเช้าวันจันทร์หลังจากซ่อมแซมนานสิบเอ็ดสัปดาห์ผู้โดยสารรออยู่ที่ท่าเรือ'],
    [
      'Greek is sketched',
      'Το φέρι απέπλευσε ξανά τη Δευτέρα το πρωί μετά από έντεκα εβδομάδες στη δεξαμενή και στην προβλήτα περίμεναν τριακόσιοι επιβάτες με σημαίες και τραγούδια από όλο το νησί',
    ],
  ])('%s', (_, text) => {
    expect(compare(text, `${text}。`).containment).toBe(1);
  });

  it('a text is the same, however its accents are composed', () => {
    const text = paragraphs(FERRY).replaceAll('e', 'é');
    expect(compare(text.normalize('NFD'), text.normalize('NFC')).containment).toBe(1);
  });
});

describe('hostile text', () => {
  it.each([
    ['one word of eight megabytes is read', 'a'.repeat(8_000_000)],
    ['a number of eight megabytes is read', '1.'.repeat(4_000_000)],
    ['eight megabytes of accents without a letter are read', '\u0301'.repeat(8_000_000)],
    ['a million words are read', Array.from({ length: 1_000_000 }, (_, index) => `w${index}`).join(' ')],
  ])('%s', (_, text) => {
    expect(() => sketchOf(text)).not.toThrow();
  });
});

describe('the bytes of a sketch', () => {
  it('a sketch is decoded as it was encoded, and has 641 bytes at most', () => {
    const big = sketch(Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' '));
    for (const each of [sketch(ferry), sketch(paragraphs(MARKET)), big]) {
      expect(decodeSketch(encodeSketch(each))).toEqual(each);
      expect(encodeSketch(each).length).toBeLessThanOrEqual(641);
    }
  });

  it.each([
    ['no bytes are no sketch', []],
    ['bytes with fewer hashes than announced are no sketch', [3, 1, 2, 3, 4]],
    ['bytes with half a hash are no sketch', [1, 1, 2]],
  ])('%s', (_, bytes) => {
    expect(decodeSketch(Uint8Array.from(bytes))).toBeUndefined();
  });
});
