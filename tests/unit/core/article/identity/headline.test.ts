import { expect, it } from 'vitest';
import {
  bareWordsOf,
  contentWords,
  hasSameWords,
  namesIn,
  namesInHeadline,
  shareOf,
} from '../../../../../lambdas/core/article/identity/headline.ts';

it.each<[string, string, string[]]>([
  ['words are in lower case and without punctuation', 'Ferry, returns!', ['ferry', 'returns']],
  ['an English genitive is cut off', 'the town’s ferry', ['the', 'town', 'ferry']],
  ['an English genitive with a straight apostrophe is cut off', "the town's ferry", ['the', 'town', 'ferry']],
  ['a French article is cut off', 'l’été d’Ada', ['été', 'ada']],
  ['a French article of two letters is cut off', 'qu’Ada', ['ada']],
  ['a longer word before an apostrophe stays', 'aujourd’hui', ["aujourd'hui"]],
  ['an apostrophe at the end of a Hebrew word is cut off', "קולאז'", ['קולאז']],
  ['a single letter behind an apostrophe stays', 'a’b', ["a'b"]],
])('%s', (_, text, expected) => {
  expect(bareWordsOf(text)).toEqual(expected);
});

it.each<[string, string, string[]]>([
  ['stop words of a headline are left out', 'The ferry is back at the pier', ['ferry', 'back', 'pier']],
  ['a headline of stop words keeps them', 'To be and not', ['to', 'be', 'and', 'not']],
])('%s', (_, headline, expected) => {
  expect(contentWords(headline)).toEqual(expected);
});

it.each<[string, string, string[]]>([
  ['a capital within a sentence makes a name', 'Yesterday Marta sailed', ['marta']],
  ['a capital at the beginning of a text makes no name', 'Marta sailed', []],
  ['a capital at the beginning of a sentence makes no name', 'It is back. Marta sailed', []],
  ['a capital behind a comma makes a name', 'back, Marta said', ['marta']],
  ['a number makes a name', 'some 340 passengers', ['340']],
  ['a single letter makes no name', 'plan B failed', []],
  ['a name’s genitive is cut off', 'in Marta’s boat', ['marta']],
  ['letters with accents are part of a name', 'by Émile Zola', ['émile', 'zola']],
  ['a combining accent is part of a name', 'by E\u0301mile', ['\u00E9mile']],
  ['a text without names has none', 'nobody sailed', []],
  ['a name that comes twice is named once', 'by Ada and Ada', ['ada']],
])('%s', (_, text, expected) => {
  expect([...namesIn(text)]).toEqual(expected);
});

it.each<[string, string, string[]]>([
  ['a headline names its capitals', 'Harbour mourns Marta Holm', ['marta', 'holm']],
  ['a headline in which all words have capitals names nobody', 'Harbour Mourns Marta Holm', []],
  ['short words in small letters are no sign of a sentence', 'Harbour in the Fog and Ice', []],
])('%s', (_, headline, expected) => {
  expect([...namesInHeadline(headline)]).toEqual(expected);
});

it.each<[string, string, string, boolean]>([
  ['two headlines with the same words are the same in any order', 'Back: the ferry', 'The Ferry, back', true],
  ['a word more makes another headline', 'The ferry', 'The ferry back', false],
  ['a word that comes twice counts twice', 'Ferry ferry', 'Ferry', false],
])('%s', (_, first, second, expected) => {
  expect(hasSameWords(first, second)).toBe(expected);
});

it('shareOf returns the share of words that are among others', () => {
  expect(shareOf(['a', 'b', 'c', 'd'], new Set(['b', 'x']))).toBe(0.25);
  expect(shareOf(['a', 'b'], new Set(['a', 'b', 'c']))).toBe(1);
  expect(shareOf([], new Set(['a']))).toBeNaN();
});
