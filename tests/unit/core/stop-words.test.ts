import { describe, expect, it } from 'vitest';
import { readsLike } from '../../../lambdas/core/stop-words.ts';

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

describe('a text reads like', () => {
  it.each(Object.keys(TEXTS).filter((code) => code !== 'da'))('its own language: %s', (code) => {
    expect(readsLike(code, TEXTS[code as keyof typeof TEXTS])).toBe(true);
  });

  it.each(Object.entries(TEXTS))('no other language: %s', (code, text) => {
    for (const other of Object.keys(TEXTS)) if (other !== code) expect(readsLike(other, text)).toBe(false);
  });

  it.each([
    ['no words', ''],
    ['figures', '12 : 34'],
    ['names', 'Ada Quay, Bea Mole, Cy Pier'],
  ])('nothing: %s', (_, text) => {
    expect(readsLike('en', text)).toBe(false);
  });
});
