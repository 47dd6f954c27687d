import { describe, expect, it } from 'vitest';
import { checkedLanguage, detectLanguage } from '../../../../lambdas/core/article/language.ts';

const ENGLISH =
  'The ferry came back to the island on Monday, and with it the post, the bread and all of the newspapers. ';
const GERMAN =
  'Die Fähre kam am Montag auf die Insel zurück, und mit ihr die Post, das Brot und alle Zeitungen der Woche. ';
const NORWEGIAN =
  'Fergen kom tilbake til øya på mandag, og med den kom posten, brødet og alle avisene som folk hadde ventet på. ';

describe('a text is found to be in', () => {
  it.each([
    ['English', ENGLISH, 'en'],
    ['German', GERMAN, 'de'],
    ['Greek', 'Το πλοίο επέστρεψε στο νησί τη Δευτέρα με τα γράμματα και το ψωμί.', 'el'],
    ['Japanese', '月曜日にフェリーが島に戻り、郵便とパンと新聞が届きました。', 'ja'],
    ['no language at all', '12 : 34', undefined],
  ])('%s', async (_, text, language) => {
    expect(await detectLanguage(text)).toBe(language);
  });
});

describe('the language of an article is', () => {
  it.each([
    ['the one declared', 'de-AT', GERMAN.repeat(4), 'de-AT'],
    ['not the one declared, when its text is plainly in another', 'en-US', GERMAN.repeat(4), 'de'],
    ['the one declared, when the text is too short to tell', 'en-US', GERMAN, 'en-US'],
    ['the one declared, under the other code of Norwegian', 'nb', NORWEGIAN.repeat(4), 'nb'],
    ['that of its text, when none is declared', undefined, GERMAN, 'de'],
    ['not known, when there is nothing to tell by', undefined, '', undefined],
  ])('%s', async (_, declared, text, language) => {
    expect(await checkedLanguage(declared, text)).toBe(language);
  });
});
