import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../../../lambdas/core/article/read-page.ts';
import { chooseText, isOfArticle, type Objection } from '../../../../lambdas/core/article/text-source.ts';
import { longText } from '../../../fakes/messages.ts';

const HEADLINE = 'Ferry returns to the island';
const SUMMARY = 'The ferry is back after three weeks in dock.';
const STORY = Array.from({ length: 3 }, (_, n) => longText(`the ferry and the island, part ${n}`)).join('\n');
const fed = (text: string) => ({ text, html: text === '' ? '' : `<p>${text}</p>` });
const COOKIES = longText('cookies, partners and your privacy');
const start = (words: number) => STORY.split(' ').slice(0, words).join(' ');

/** A page that shows a text. */
const page = (text: string, reading: Partial<PageReading> = {}): PageReading => ({
  metadata: { title: HEADLINE },
  shown: { text, html: '' },
  ...reading,
});
const told = (articleBody: string, shown: string): PageReading => ({ ...page(shown), articleBody });
const titled = (title: string, text: string, reading: Partial<PageReading> = {}): PageReading =>
  page(text, { ...reading, metadata: { title } });
const paywalled = (text: string): PageReading => page(text, { metadata: { title: HEADLINE, access: 'paywalled' } });

describe('the text of an article is', () => {
  it.each<[string, string, PageReading | undefined, 'page' | 'json-ld' | 'feed']>([
    ['the page’s', SUMMARY, page(STORY), 'page'],
    ['the page’s when both say the same', SUMMARY, page(SUMMARY), 'page'],
    ['the page’s when the feed is silent', '', page(start(20)), 'page'],
    ['the page’s under another headline than the feed’s', SUMMARY, titled('They are back!', STORY), 'page'],
    ['the page’s when it is paywalled and whole', SUMMARY, paywalled(STORY), 'page'],
    ['the JSON-LD’s when the page shows less than half of it', SUMMARY, told(STORY, start(30)), 'json-ld'],
    [
      'the JSON-LD’s when the page shows nothing',
      SUMMARY,
      { metadata: { title: HEADLINE }, articleBody: STORY },
      'json-ld',
    ],
    ['the page’s when it shows as much as its JSON-LD', SUMMARY, told(STORY, STORY), 'page'],
    ['the page’s when it shows as much as the HTML in its JSON-LD', SUMMARY, told(`<p>${STORY}</p>`, STORY), 'page'],
    ['the feed’s without a page', SUMMARY, undefined, 'feed'],
  ])('%s', (_, feed, reading, textSource) => {
    expect(chooseText(HEADLINE, fed(feed), reading).textSource).toBe(textSource);
  });
});

it.each([
  ['HTML', '<p>One &amp; two</p><p>STORY</p>'],
  ['escaped HTML', '&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;STORY&lt;/p&gt;'],
  ['plain text', 'One & two\nSTORY'],
])('a JSON-LD’s text is read from %s', (_, body) => {
  const page = { metadata: {}, articleBody: body.replace('STORY', STORY.replaceAll('\n', ' ')) };
  expect(chooseText(undefined, fed(''), page).text).toBe(`One & two\n${STORY.replaceAll('\n', ' ')}`);
});

describe('a page doesn’t replace the feed’s words', () => {
  it.each<[string, PageReading, Objection]>([
    [
      'when a guard shows it',
      titled('Just a moment...', 'This page checks that you are human.', { isChallenge: true }),
      'bot-wall',
    ],
    ['when it is a consent wall', titled('We value your privacy', COOKIES), 'other-page'],
    ['when it is a login', titled('Sign in', longText('accounts')), 'other-page'],
    [
      'when it is a list with the story in it',
      titled('News', `${HEADLINE}\n${COOKIES}`, { isIndex: true }),
      'index-page',
    ],
    ['when nothing on it reads like text', { metadata: { title: HEADLINE }, textless: 'no-article' }, 'no-article'],
    ['when it is too large to be read', { metadata: { title: HEADLINE }, textless: 'too-large' }, 'too-large'],
    ['when its JSON-LD has a summary only', { metadata: { title: HEADLINE }, articleBody: start(9) }, 'no-article'],
    ['when a consent wall has the story’s title', page(`${COOKIES}\n${COOKIES}`), 'wall'],
    ['when a notice has the story’s title', page('This copy is for your personal use only.'.repeat(3)), 'wall'],
    ['when it is the beginning of what is to be paid for', paywalled(start(100)), 'teaser'],
    ['when it breaks off before the pay wall', paywalled(`${STORY} and then the captain…`), 'teaser'],
    ['when it says less', page('The ferry returns.'), 'shorter'],
  ])('%s', (_, reading, objection) => {
    expect(chooseText(HEADLINE, fed(SUMMARY), reading)).toEqual({ ...fed(SUMMARY), textSource: 'feed', objection });
  });

  it.each<[string, Partial<PageReading>, Objection | undefined]>([
    ['but if it says that it is an article', { isArticle: true }, undefined],
    ['if it doesn’t say that it is an article', {}, 'other-page'],
  ])('when the feed says only a word that it hasn’t, %s', (_, sign, objection) => {
    expect(chooseText('Gallery', fed(''), titled('Under sail', STORY, sign)).objection).toBe(objection);
  });

  it('when the feed has no headline, and the page not its words', () => {
    expect(chooseText(undefined, fed(SUMMARY), page(COOKIES, { metadata: {} })).objection).toBe('other-page');
  });
});

describe('a page is the article’s', () => {
  it.each<[string, PageReading, string, 'page' | 'feed']>([
    ['when the guard’s script is on it, but also the story', page(STORY, { isChallenge: true }), SUMMARY, 'page'],
    ['when it lists others below the story', page(STORY, { isIndex: true }), SUMMARY, 'page'],
    [
      'when it speaks of cookies, as its headline does',
      page(longText('the ferry, an island and cookies')),
      SUMMARY,
      'page',
    ],
    ['when a short text is all that there is', page(longText('what nobody expected')), '', 'page'],
    ['when its teaser is all that there is', paywalled(start(100)), '', 'page'],
  ])('%s', (_, reading, feed, textSource) => {
    expect(chooseText(HEADLINE, fed(feed), reading).textSource).toBe(textSource);
  });
});

it.each<[Objection, boolean]>([
  ['bot-wall', false],
  ['other-page', false],
  ['index-page', false],
  ['wall', true],
  ['teaser', true],
  ['shorter', true],
])('with the objection %s, the page’s metadata is the article’s: %s', (objection, expected) => {
  expect(isOfArticle({ ...fed(''), textSource: 'feed', objection })).toBe(expected);
});
