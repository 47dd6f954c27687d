import { expect, it } from 'vitest';
import {
  comparedArticle,
  headlinesNameOthers,
  subjectDifference,
} from '../../../../../lambdas/core/article/identity/name-comparison.ts';
import { article } from '../../../../fakes/article.ts';

const compared = (title: string, text: string) => comparedArticle(article({ title, text }));

it('comparedArticle has the words of headline and text, without stop words of the headline', () => {
  const { headlineWords, words, wordCount } = comparedArticle(
    article({ title: 'The ferry is back', text: 'At the town’s pier', wordCount: 4 }),
  );
  expect(headlineWords).toEqual(['ferry', 'back']);
  expect([...words].sort()).toEqual(['at', 'back', 'ferry', 'pier', 'the', 'town']);
  expect(wordCount).toBe(4);
});

it('comparedArticle without a text has the words of its headline', () => {
  const { text: _, ...withoutText } = article({ title: 'Ferry back' });
  expect([...comparedArticle(withoutText).words]).toEqual(['ferry', 'back']);
  expect(comparedArticle(withoutText).text).toBe('');
});

it.each<[string, ReturnType<typeof compared>, ReturnType<typeof compared>, boolean]>([
  [
    'headlines name others if each has a name of its own',
    compared('Town mourns Ada', ''),
    compared('Town mourns Bea', ''),
    true,
  ],
  [
    'headlines with the same name name no others',
    compared('Town mourns Ada', ''),
    compared('Here they mourn Ada', ''),
    false,
  ],
  [
    'a headline without a name names no others',
    compared('Town mourns Ada', ''),
    compared('Town mourns teacher', ''),
    false,
  ],
  [
    'a name that is in the other text is no other',
    compared('Town mourns Ada', ''),
    compared('Town mourns Bea', 'so did Ada'),
    false,
  ],
  ['a stop word with a capital is no name', compared('Town mourns And', ''), compared('Town mourns The', ''), false],
])('%s', (_, first, second, expected) => {
  expect(headlinesNameOthers(first, second)).toBe(expected);
  expect(headlinesNameOthers(second, first)).toBe(expected);
});

const [FIRST, SECOND] = ['with Ada, Bea, Cyr and Dan', 'with Eli, Fay, Gus and Hal'];
it.each<[string, ReturnType<typeof compared>, ReturnType<typeof compared>, boolean]>([
  [
    'names differ if each article has a subject of its own',
    compared('apples', 'the apples'),
    compared('pears', 'the pears'),
    true,
  ],
  [
    'names differ if one word of each headline is a subject of its own',
    compared('apples today', 'the apples'),
    compared('pears today', 'the pears'),
    true,
  ],
  [
    'names are the same if only one has a subject of its own',
    compared('apples', 'the apples'),
    compared('fruit', 'the pears'),
    false,
  ],
  [
    'a headline’s word that is in neither text is no subject',
    compared('apples', 'fruit'),
    compared('pears', 'fruit'),
    false,
  ],
  [
    'a subject that is in the other text too is no own subject',
    compared('apples', 'apples pears'),
    compared('pears', 'pears apples'),
    false,
  ],
  ['names differ if the texts have none in common', compared('x', FIRST), compared('x', SECOND), true],
  [
    'names are the same if half of one text’s are in the other',
    compared('x', FIRST),
    compared('x', 'with Ada, Bea, Fay and Gus'),
    false,
  ],
  [
    'names differ if less than half of each are in the other',
    compared('x', FIRST),
    compared('x', 'with Ada, Fay, Gus and Hal'),
    true,
  ],
  [
    'names are the same if a short text has most of its names in the longer',
    compared('x', 'with Ada, Bea and Cyr'),
    compared('x', 'with Ada, Bea, Eli, Fay, Gus and Hal'),
    false,
  ],
  [
    'names are the same if half of a short text’s are in the longer',
    compared('x', FIRST),
    compared('x', 'with Ada, Bea, Eli, Fay, Gus and Hal'),
    false,
  ],
  ['two names are too few to tell', compared('x', 'with Ada and Bea'), compared('x', SECOND), false],
  ['three names are enough to tell', compared('x', 'with Ada, Bea and Cyr'), compared('x', SECOND), true],
])('%s', (_, first, second, expected) => {
  expect(subjectDifference(first, second) !== undefined).toBe(expected);
  expect(subjectDifference(second, first) !== undefined).toBe(expected);
});
