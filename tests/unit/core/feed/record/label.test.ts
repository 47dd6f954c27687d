import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asFolder,
  asLabel,
  isLabel,
  MAX_LABEL_LENGTH,
  sortedLabels,
} from '../../../../../lambdas/core/feed/record/label.ts';

describe('a label', () => {
  it.each([
    ['a word', 'politics'],
    ['a word after a colon', 'desk:politics'],
    ['a number', '7'],
    ['capitals, which stay', 'News'],
    ['folders', 'News/Mercados/Ações'],
    ['spaces between words', 'Arts & Culture'],
    ['Greek', 'γραφείο:πολιτική'],
    ['Arabic', 'مكتب/سياسة'],
    ['Devanagari with vowel signs', 'डेस्क:राजनीति'],
    ['Japanese', 'デスク:政治'],
    ['signs at the end', 'C++ and C#'],
    ['64 letters beyond the basic plane', '𐐨'.repeat(64)],
  ])('may have %s', (_, label) => {
    expect(isLabel(label)).toBe(true);
    expect(asLabel(label)).toBe(label);
  });
});

describe('a name that is no label', () => {
  it.each([
    ['a sign before the name vanishes', '+a', 'a'],
    ['a hyphen before the name vanishes', '-b', 'b'],
    ['quotation marks around the name vanish', '"desk"', 'desk'],
    ['quotation marks of other languages vanish', '« Politique »', 'Politique'],
    ['a sign within the name becomes a hyphen', 'Women’s sports', 'Women-s sports'],
    ['a comma becomes a hyphen', 'Law, order', 'Law-order'],
    ['brackets become a hyphen', 'Sports (UK)', 'Sports-UK'],
    ['a picture vanishes', '📰 News', 'News'],
    ['controls vanish', 'de\u0000sk\u001b[31m', 'desk-31m'],
    ['line ends become a space', 'desk\r\npolitics', 'desk politics'],
    ['signs that turn the direction of text vanish', '\u202edesk\u200f:a\u2066', 'desk:a'],
    ['a joiner vanishes', 'می\u200cخواهم', 'میخواهم'],
    ['spaces come once', '  desk   politics ', 'desk politics'],
    ['empty folders vanish', '/desk//politics/', 'desk/politics'],
    ['a letter and its accent become one', 'Cafe\u0301', 'Café'],
    ['half a character becomes a hyphen', 'a\ud800b', 'a-b'],
    ['an asterisk and a backslash become a hyphen', 'a*b\\c', 'a-b-c'],
  ])('%s', (_, name, label) => {
    expect(isLabel(name)).toBe(false);
    expect(asLabel(name)).toBe(label);
  });

  it.each(['', ' ', '\t\n'])('a blank name is none: %j', (name) => {
    expect(asLabel(name)).toBeUndefined();
    expect(isLabel(name)).toBe(false);
  });

  it('a name without a letter or digit becomes a hash', () => {
    expect(asLabel('!!!')).toMatch(/^label-[\da-f]{8}$/);
    expect(asLabel('📰')).not.toBe(asLabel('!!!'));
  });

  it('a long name keeps its start and ends with a hash of the whole', () => {
    const long = (end: string): string => asLabel(`${'desk '.repeat(2_000)}${end}`) ?? '';
    expect(long('a')).toMatch(/^(desk )+desk-[\da-f]{8}$/);
    expect([...long('a')].length).toBeLessThanOrEqual(MAX_LABEL_LENGTH);
    expect(long('a')).not.toBe(long('b'));
  });

  it('a long name that is cut at a slash or space has no empty part', () => {
    expect(asLabel(`${'a'.repeat(54)}/${'b'.repeat(54)}`)).toMatch(/^a{54}-[\da-f]{8}$/);
  });
});

it('the slash of a folder’s own name doesn’t separate folders', () => expect(asFolder('TV/Radio')).toBe('TV-Radio'));

it('labels are sorted, each once', () => expect(sortedLabels(['b', 'a', 'b'])).toEqual(['a', 'b']));

it('each name that isn’t blank becomes a label, and a label stays as it is', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aé\u0301 -/+:,"🦉\u200fक्') }),
  );
  fc.assert(
    fc.property(name, (text) => {
      const label = asLabel(text);
      if (label === undefined) return text.trim() === '';
      return isLabel(label) && [...label].length <= MAX_LABEL_LENGTH && !/[,"\p{Cc}\p{Cf}]/u.test(label);
    }),
    { numRuns: 2_000 },
  );
});
