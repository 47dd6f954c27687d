import { expect, it } from 'vitest';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { changeOf, type PageCheck } from '../../../lambdas/ingest-item/article-change.ts';
import { article } from '../../fakes/article.ts';

const own: PageCheck = { isOwn: true, isGone: false, feedId: 'feed-a' };
const gone: PageCheck = { ...own, isGone: true };
const copy: PageCheck = { isOwn: false, isGone: false, feedId: 'feed-b' };

const stored = article();
const retracted = article({ retractedAt: '2026-11-24T08:00:00.000Z' });
const byOther: Partial<Article> = { textSource: 'feed', wordsOf: 'other-site' };
const standIn = article(byOther);
const fromFeed = article({ textSource: 'feed' });
const edited = { contentHash: 'hash-2' };
const elsewhere = 'https://valley.example/wire/9';

it.each<[string, Article, Partial<Article>, PageCheck, string]>([
  ['an article is revised if its own page has new content', stored, edited, own, 'revised'],
  ['an article is unchanged if its own page has the same content', stored, {}, own, 'unchanged'],
  ['an article is retracted if its own page is gone', stored, { textSource: 'feed' }, gone, 'retracted'],
  [
    'a retracted article is unchanged if its own page is still gone',
    retracted,
    { textSource: 'feed' },
    gone,
    'unchanged',
  ],
  ['a retracted article is restored if its own page has the same content', retracted, {}, own, 'restored'],
  ['a retracted article is revised if its own page has new content', retracted, edited, own, 'revised'],
  [
    'a retracted article stays retracted if only the feed has a text',
    retracted,
    { ...edited, textSource: 'feed' },
    own,
    'unchanged',
  ],
  [
    'an article is unchanged if the page of a copy is gone',
    stored,
    { textSource: 'feed' },
    { ...copy, isGone: true },
    'unchanged',
  ],
  [
    'an article is unchanged if the page of a copy has other content',
    stored,
    { ...edited, url: elsewhere },
    copy,
    'unchanged',
  ],
  ['a stand-in is revised by a new text of its feed', standIn, { ...edited, ...byOther }, own, 'revised'],
  [
    'a stand-in is unchanged if its feed has moved its item to another address',
    standIn,
    { ...edited, ...byOther, url: elsewhere },
    own,
    'unchanged',
  ],
  [
    'a stand-in is unchanged if its feed has moved its item to an address of its own site',
    standIn,
    { ...edited, textSource: 'feed', url: elsewhere },
    own,
    'unchanged',
  ],
  [
    'the site’s words stay if its feed speaks for another site now',
    fromFeed,
    { ...edited, ...byOther },
    own,
    'unchanged',
  ],
  ['an article is revised if another page gives the article’s address as its own', stored, edited, copy, 'revised'],
  ['a page’s text stays if only the feed has a text', stored, { ...edited, textSource: 'feed' }, own, 'unchanged'],
  [
    'a feed’s text is revised by a new text of the same feed',
    fromFeed,
    { ...edited, textSource: 'feed' },
    own,
    'revised',
  ],
  [
    'a feed’s text stays if another feed has another text',
    fromFeed,
    { ...edited, textSource: 'feed' },
    copy,
    'unchanged',
  ],
  ['a feed’s text is revised by the text of its own page', fromFeed, edited, own, 'revised'],
  [
    'an article with a feed’s text is not retracted if its page is gone',
    fromFeed,
    { textSource: 'feed' },
    gone,
    'unchanged',
  ],
])('%s', (_, before, content, check, expected) => {
  expect(changeOf(before, article(content), check)).toBe(expected);
});

it('an article without an address is unchanged if another page gives no address', () => {
  const { url: _, ...withoutAddress } = stored;
  expect(changeOf(withoutAddress, { ...withoutAddress, ...edited }, copy)).toBe('unchanged');
});
