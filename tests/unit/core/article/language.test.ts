import { describe, expect, it } from 'vitest';
import { checkedLanguage, detectLanguage } from '../../../../lambdas/core/article/language.ts';

const ENGLISH =
  'The ferry came back to the island on Monday, and with it the post, the bread and all of the newspapers. ';
const GERMAN =
  'Die Fähre kam am Montag auf die Insel zurück, und mit ihr die Post, das Brot und alle Zeitungen der Woche. ';
const NORWEGIAN =
  'Fergen kom tilbake til øya på mandag, og med den kom posten, brødet og alle avisene som folk hadde ventet på. ';
/** A Norwegian text without the words by which its language is recognised without the detector. */
const RARE_NORWEGIAN = 'Fergemannskapets lønnsforhandlinger strandet mandag morgen. Rederiet varsler nedbemanning. ';

it.each([
  ['an English text is detected', ENGLISH, 'en'],
  ['a German text is detected', GERMAN, 'de'],
  ['a Greek text is detected', 'Το πλοίο επέστρεψε στο νησί τη Δευτέρα με τα γράμματα και το ψωμί.', 'el'],
  ['a Japanese text is detected', '月曜日にフェリーが島に戻り、郵便とパンと新聞が届きました。', 'ja'],
  ['a text without words has no language', '12 : 34', undefined],
  ['a text is read to its first 2,000 characters', `${GERMAN.repeat(19).padEnd(2_000)}${ENGLISH.repeat(60)}`, 'de'],
])('%s', async (_, text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

describe('the language of an article', () => {
  const german = GERMAN.repeat(4);
  it.each([
    ['a declared language stays if the text is in it', 'de-AT', german, 'de-AT'],
    ['a declared language yields to a text that is plainly in another language', 'en-US', german, 'de'],
    ['a declared language stays if the text has fewer than 300 characters', 'en-US', german.slice(0, 299), 'en-US'],
    ['a declared language yields to a text of 300 characters', 'en-US', german.slice(0, 300), 'de'],
    ['a declared language stays if the detector isn’t sure', 'en', '12 : 34 '.repeat(50), 'en'],
    ['another code of Norwegian stays', 'nb', NORWEGIAN.repeat(4), 'nb'],
    ['a code of New Norwegian stays', 'nn', RARE_NORWEGIAN.repeat(4), 'nn'],
    ['a code of Norwegian stays if the detector is asked', 'nb', RARE_NORWEGIAN.repeat(4), 'nb'],
    ['a language is the text’s if none is declared', undefined, GERMAN, 'de'],
    ['a language isn’t known if nothing tells', undefined, '', undefined],
    ['only the first 2,000 characters count', 'de', `${GERMAN.repeat(19).padEnd(2_000)}${ENGLISH.repeat(60)}`, 'de'],
  ])('%s', async (_, declared, text, language) => {
    expect(await checkedLanguage(declared, text)).toBe(language);
  });
});
