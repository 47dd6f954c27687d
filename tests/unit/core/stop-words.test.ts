import { describe, expect, it } from 'vitest';
import { isStopWord, readsLike, readsLikeStranger } from '../../../lambdas/core/stop-words.ts';

const TEXTS = {
  ca: 'El vaixell de l’illa va tornar dilluns al port, i amb ell van arribar els diaris, el pa i les cartes que la gent esperava.',
  da: 'Færgen kom tilbage til øen om mandagen, og med den kom posten, brødet og alle de aviser som folk havde ventet på.',
  de: 'Die Fähre kam am Montag auf die Insel zurück, und mit ihr die Post, das Brot und alle Zeitungen der letzten Woche.',
  en: 'The ferry came back to the island on Monday, and with it the post, the bread and all of the newspapers that it had missed.',
  es: 'El barco de la isla volvió el lunes al puerto, y con él llegaron los periódicos, el pan y las cartas que la gente esperaba.',
  fr: 'Le bateau est revenu lundi dans l’île, et avec lui les lettres, le pain et tous les journaux que les habitants attendaient.',
  it: 'Il traghetto è tornato lunedì sull’isola, e con lui la posta, il pane e i giornali che la gente aspettava da settimane.',
  nl: 'De veerboot kwam maandag terug naar het eiland, en met haar de post, het brood en de kranten van de hele week.',
  pt: 'O barco voltou à ilha na segunda-feira, e com ele as cartas, o pão e os jornais que as pessoas não liam há semanas.',
};

describe('the stop words of a text', () => {
  it.each(Object.keys(TEXTS).filter((code) => code !== 'da'))(
    'a text in the language “%s” reads like its language',
    (code) => {
      expect(readsLike(code, TEXTS[code as keyof typeof TEXTS])).toBe(true);
    },
  );

  it.each(Object.entries(TEXTS))('a text in the language “%s” reads like no other language', (code, text) => {
    for (const other of Object.keys(TEXTS)) if (other !== code) expect(readsLike(other, text)).toBe(false);
  });

  it.each([
    ['an English text is no Indonesian', 'id', TEXTS.en, true],
    ['an English text is English', 'en', TEXTS.en, false],
    ['a Portuguese text may be Galician, which is related', 'gl', TEXTS.pt, false],
    ['a Dutch text may be Afrikaans, which is related', 'af', TEXTS.nl, false],
    ['a German text is no Basque', 'eu', TEXTS.de, true],
    ['a Danish text, of whose words there is no list, may be anything', 'id', TEXTS.da, false],
    ['a text without words may be anything', 'id', '12 : 34', false],
  ])('%s', (_, code, text, expected) => {
    expect(readsLikeStranger(code, text)).toBe(expected);
  });

  it.each([
    ['a text without words reads like no language', ''],
    ['a text of figures reads like no language', '12 : 34'],
    ['a text of names reads like no language', 'Ada Quay, Bea Mole, Cy Pier'],
    ['a text with one stop word in six words reads like no language', 'The Ada Quay Bea Mole Pier'],
    ['a text of words that English and Dutch share reads like neither language', 'In is, in is.'],
  ])('%s', (_, text) => {
    for (const code of Object.keys(TEXTS)) expect(readsLike(code, text)).toBe(false);
  });

  it.each([
    ['a text with one stop word in five words reads like its language', 'Ada Quay was Bea Mole', true],
    ['a text reads like English if seven of its ten stop words are Dutch too', `${'is '.repeat(7)}the the the`, true],
    [
      'a text does not read like English if eight of its ten stop words are Dutch too',
      `${'is '.repeat(8)}the the`,
      false,
    ],
  ])('%s', (_, text, expected) => {
    expect(readsLike('en', text)).toBe(expected);
  });

  it.each([
    ['a stop word of English is a stop word', 'the', true],
    ['a stop word of German is a stop word', 'nicht', true],
    ['a noun is no stop word', 'ferry', false],
    ['white space is no stop word', ' ', false],
  ])('%s', (_, word, expected) => {
    expect(isStopWord(word)).toBe(expected);
  });
});
