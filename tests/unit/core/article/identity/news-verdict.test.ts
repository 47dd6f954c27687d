/** Each reason for which two items are one article, or two. */
import { describe, expect, it } from 'vitest';
import type { Likeness } from '../../../../../lambdas/core/article/identity/near-duplicate.ts';
import { isSameNewsNearby, judgeNews } from '../../../../../lambdas/core/article/identity/near-news.ts';
import { otherNews, reasonOf, sameNews } from '../../../../../lambdas/core/article/identity/news-verdict.ts';
import { isSameText, judgeText } from '../../../../../lambdas/core/article/identity/same-news.ts';
import type { Article } from '../../../../../lambdas/core/article/record/article.ts';
import { article } from '../../../../fakes/article.ts';
import { FRAMED_NEWS } from '../../../../fakes/framed-news.ts';

const [HERE, ELSEWHERE] = ['https://harbour.example/news/2', 'https://valley.example/wire/9'];
const TEXT = 'the ferry of the island sailed again from its pier';
const [MONDAY, FRIDAY] = ['2026-11-23T07:00:00.000Z', '2026-11-27T07:00:00.000Z'];
const common = { title: 'Ferry sailed again', text: TEXT, wordCount: 100, publishedAt: MONDAY };

interface Pair {
  readonly known?: Partial<Article>;
  readonly found?: Partial<Article>;
  readonly like?: Partial<Likeness>;
}
const hindi = (town: string, person: string): string =>
  (FRAMED_NEWS['Hindi']?.sentences ?? []).join(' ').replaceAll('T', town).replace('P', person);

describe('the reason for which a similar text is an article or an appearance', () => {
  it.each<[string, Pair]>([
    ['same-words-in-headline', {}],
    ['headlines-agree', { found: { title: 'Ferry sailed on Monday' } }],
    ['copy-under-other-headline', { found: { title: 'Pier and island cheer boats' } }],
    ['edit-on-site', { found: { url: HERE } }],
    ['little-in-common', { like: { containment: 0.49 } }],
    ['other-figures', { like: { numbersAgree: false } }],
    ['correction-or-live', { found: { title: 'Correction: Ferry sailed again' } }],
    ['days-apart', { found: { publishedAt: FRIDAY } }],
    ['no-edit-on-site', { found: { url: HERE }, like: { coverage: 0.9 } }],
    ['other-headline-on-site', { found: { url: HERE, title: 'Islanders cheer' } }],
    ['headline-not-borne-out', { found: { title: 'Apples dear', wordCount: 110 }, like: { coverage: 0.7 } }],
    [
      'headlines-name-others',
      { known: { title: 'Ferry sailed with Ada' }, found: { title: 'Ferry sailed with Bea' }, like: { coverage: 0.9 } },
    ],
    ['headlines-disagree', { known: { title: 'Islanders cheer' }, found: { title: 'Apples dear' } }],
    [
      'own-subjects',
      {
        known: { title: 'Ferry apples', text: 'ferry apples' },
        found: { title: 'Ferry pears', text: 'ferry pears' },
      },
    ],
    ['other-names', { known: { text: 'with Ada, Bea and Cyr' }, found: { text: 'with Eli, Fay and Gus' } }],
    ['one-frame', { known: { text: hindi('नीलगढ़', 'मोहन तेली') }, found: { text: hindi('बालूपुरा', 'बिरजू केवट') } }],
  ])('is “%s”', (reason, { known, found, like }) => {
    const appearances = article().appearances.map((each) => ({ ...each, url: 'https://harbour.example/news/1' }));
    const stored = article({ ...common, url: 'https://harbour.example/news/1', appearances, ...known });
    const content = article({ ...common, url: ELSEWHERE, ...found });
    const likeness = { containment: 1, coverage: 1, numbersAgree: true, ...like };
    const verdict = judgeNews(stored, content, 'feed-x', likeness);
    expect(verdict.reason).toBe(reason);
    expect(isSameNewsNearby(stored, content, 'feed-x', likeness)).toBe(verdict.isSame);
  });
});

describe('the reason for which the same text is an article or an appearance', () => {
  it.each<[string, string, string, string]>([
    ['same-words-in-headline', 'Ferry back', 'Back: ferry', ELSEWHERE],
    ['text-has-headline', 'Ferry sailed', 'Islanders cheer', ELSEWHERE],
    ['other-headline-on-site', 'Ferry sailed', 'Islanders cheer', HERE],
    ['headlines-name-others', 'Ferry sailed with Ada', 'Ferry sailed with Bea', ELSEWHERE],
    ['text-without-headline', 'Islanders cheer', 'Apples dear', ELSEWHERE],
  ])('is “%s”', (reason, knownTitle, foundTitle, url) => {
    const stored = article({ text: TEXT, title: knownTitle, url: 'https://harbour.example/1' });
    const content = article({ text: TEXT, title: foundTitle, url });
    const verdict = judgeText(stored, content, 'feed-x');
    expect(verdict.reason).toBe(reason);
    expect(isSameText(stored, content, 'feed-x')).toBe(verdict.isSame);
  });
});

it('reasonOf tells a reason in words', () => {
  expect(reasonOf(sameNews('headlines-agree'))).toBe('the headlines agree, and both texts bear out the headlines');
  expect(reasonOf(otherNews('other-names'))).toBe('neither text has half of the other’s names');
});
