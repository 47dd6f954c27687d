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
const words = (count: number, word = 'island') => Array(count).fill(word).join(' ');

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

describe('the text of an article', () => {
  it.each<[string, string, PageReading | undefined, 'page' | 'json-ld' | 'feed']>([
    ['the page’s text wins', SUMMARY, page(STORY), 'page'],
    ['the page’s text wins if both say the same', SUMMARY, page(SUMMARY), 'page'],
    ['the page’s text wins if the feed has no text', '', page(start(20)), 'page'],
    ['the page’s text wins under another headline than the feed’s', SUMMARY, titled('They are back!', STORY), 'page'],
    ['the page’s text wins if it is paywalled and whole', SUMMARY, paywalled(STORY), 'page'],
    ['the JSON-LD’s text wins if the page shows less than half of it', SUMMARY, told(STORY, start(30)), 'json-ld'],
    [
      'the JSON-LD’s text wins if the page shows nothing',
      SUMMARY,
      { metadata: { title: HEADLINE }, articleBody: STORY },
      'json-ld',
    ],
    ['the page’s text wins if it is as long as its JSON-LD’s', SUMMARY, told(STORY, STORY), 'page'],
    [
      'the page’s text wins if it is as long as the HTML in its JSON-LD',
      SUMMARY,
      told(`<p>${STORY}</p>`, STORY),
      'page',
    ],
    ['the feed’s text wins without a page', SUMMARY, undefined, 'feed'],
    [
      'the page’s text wins with the script of a bot wall beside it',
      SUMMARY,
      page(STORY, { isChallenge: true }),
      'page',
    ],
    ['the page’s text wins above a list of others', SUMMARY, page(STORY, { isIndex: true }), 'page'],
    [
      'the page’s text wins if its headline speaks of cookies too',
      SUMMARY,
      page(longText('the ferry, an island and cookies')),
      'page',
    ],
    ['a short text about something else wins if there is no other', '', page(longText('what nobody expected')), 'page'],
    ['a teaser wins if there is no other text', '', paywalled(start(100)), 'page'],
  ])('%s', (_, feed, reading, textSource) => {
    const { objection, ...choice } = chooseText(HEADLINE, fed(feed), reading);
    expect(choice.textSource).toBe(textSource);
    expect(objection).toBeUndefined();
  });

  it('the feed’s text without a page has no objection', () => {
    expect(chooseText(HEADLINE, fed(SUMMARY), undefined)).toEqual({ ...fed(SUMMARY), textSource: 'feed' });
  });
});

describe('an objection to a page', () => {
  it.each<[string, PageReading, Objection]>([
    [
      'a challenge is a bot wall',
      titled('Just a moment...', 'This page checks that you are human.', { isChallenge: true }),
      'bot-wall',
    ],
    ['a challenge under the headline is a bot wall', page(start(149), { isChallenge: true }), 'bot-wall'],
    ['a consent wall under another title is another page', titled('We value your privacy', COOKIES), 'other-page'],
    ['a login is another page', titled('Sign in', longText('accounts')), 'other-page'],
    [
      'a page that declares itself an article is another page under another headline',
      titled('Sign in', longText('accounts'), { isArticle: true }),
      'other-page',
    ],
    [
      'a list with the headline in it is an index page',
      titled('News', `${HEADLINE}\n${COOKIES}`, { isIndex: true }),
      'index-page',
    ],
    [
      'a page without running text has no article',
      { metadata: { title: HEADLINE }, textless: 'no-article' },
      'no-article',
    ],
    ['a page without a text and a reason has no article', { metadata: { title: HEADLINE } }, 'no-article'],
    ['a page that is too large says so', { metadata: { title: HEADLINE }, textless: 'too-large' }, 'too-large'],
    [
      'a page with a summary only in its JSON-LD has no article',
      { metadata: { title: HEADLINE }, articleBody: start(9) },
      'no-article',
    ],
    ['a consent wall under the headline is a wall', page(`${COOKIES}\n${COOKIES}`), 'wall'],
    ['a notice under the headline is a wall', page('This copy is for your personal use only.'.repeat(3)), 'wall'],
    ['a paid text of fewer than 150 words is a teaser', paywalled(start(149)), 'teaser'],
    ['a paid text that ends with an ellipsis is a teaser', paywalled(`${STORY} and then the captain…`), 'teaser'],
    ['a paid text that ends with dots in brackets is a teaser', paywalled(`${STORY} and then [...] )`), 'teaser'],
    ['a text that is shorter than the feed’s says so', page('The ferry returns.'), 'shorter'],
  ])('%s', (_, reading, objection) => {
    expect(chooseText(HEADLINE, fed(SUMMARY), reading)).toEqual({ ...fed(SUMMARY), textSource: 'feed', objection });
  });

  it.each<[string, string, PageReading, Objection | undefined]>([
    ['a challenge with 150 words is no bot wall', SUMMARY, page(start(150), { isChallenge: true }), undefined],
    ['a free text that ends with an ellipsis is no teaser', SUMMARY, page(`${STORY} and then the captain…`), undefined],
    ['a paid text with an ellipsis within it is no teaser', SUMMARY, paywalled(`The captain… ${STORY}`), undefined],
    [
      'a long text about something else is no wall',
      SUMMARY,
      page(longText('what nobody expected').repeat(2)),
      undefined,
    ],
  ])('%s', (_, feed, reading, objection) => {
    expect(chooseText(HEADLINE, fed(feed), reading).objection).toBe(objection);
  });

  it.each<[string, string, string, string, Objection | undefined]>([
    [
      'a fifth of the announced words in a text is enough',
      'Alpha Bravo',
      'Charlie Delta Echoes',
      'Alpha is what we had expected',
      undefined,
    ],
    [
      'less than a fifth of the announced words is a wall',
      'Alpha Bravo',
      'Charlie Delta Echoes Foxtrot',
      'Alpha is what we expected today',
      'wall',
    ],
    ['three announced words tell too little', 'Alpha', 'Bravo Charlie', words(20), undefined],
    ['four announced words tell enough', 'Alpha', 'Bravo Charlie Delta', words(20), 'wall'],
    [
      'a consent wall is a wall even if the feed has no text',
      'Alpha Bravo Charlie Delta',
      '',
      longText('your cookies'),
      'wall',
    ],
    [
      'a wall that asks for consent is a wall even if the feed has no text',
      'Alpha Bravo Charlie Delta',
      '',
      longText('your consent'),
      'wall',
    ],
    [
      'another text is no wall if the feed has no text',
      'Alpha Bravo Charlie Delta',
      '',
      longText('your copy'),
      undefined,
    ],
    ['words of three letters tell nothing', 'Alpha', 'Bravo Charlie the sea', words(20), undefined],
    ['words of four letters tell enough', 'Alpha', 'Bravo Charlie boat', words(20), 'wall'],
    [
      'words are compared by their first four letters',
      'Alphabet',
      'Bravo Charlie Delta',
      `Alphas ${words(20)}`,
      undefined,
    ],
    ['words of scripts without case are compared', '연락선', '귀항 섬 항구', `연락선 ${words(20)}`, undefined],
    ['words of scripts without case tell enough', '연락선', '귀항 섬 항구', words(20), 'wall'],
    [
      'announced words beyond 280 characters don’t count',
      'Alpha',
      `Bravo Charlie ${'x '.repeat(140)}Delta`,
      words(300),
      undefined,
    ],
  ])('%s', (_, headline, feed, text, objection) => {
    expect(chooseText(headline, fed(feed), titled(headline, text)).objection).toBe(objection);
  });

  it.each<[string, string, string, Partial<PageReading>, Objection | undefined]>([
    [
      'a single word that the page lacks doesn’t matter to a declared article',
      'Gallery',
      '',
      { isArticle: true },
      undefined,
    ],
    ['a single word with a number doesn’t matter to a declared article', 'Photo 7', '', { isArticle: true }, undefined],
    [
      'two words that the page lacks matter to a declared article',
      'Photo gallery',
      '',
      { isArticle: true },
      'other-page',
    ],
    ['a word in the feed’s text counts too', 'Gallery', 'Photos', { isArticle: true }, 'other-page'],
    ['a single word that the page lacks matters to an undeclared article', 'Gallery', '', {}, 'other-page'],
    [
      'a single word doesn’t make a declared article an index page',
      'Gallery',
      '',
      { isArticle: true, isIndex: true },
      undefined,
    ],
  ])('%s', (_, headline, feed, sign, objection) => {
    expect(chooseText(headline, fed(feed), titled('Under sail', STORY, sign)).objection).toBe(objection);
  });

  it.each<[string, string, PageReading, Objection | undefined]>([
    ['without a headline the page must have the feed’s words', SUMMARY, page(COOKIES, { metadata: {} }), 'other-page'],
    [
      'without a headline the feed’s words are enough',
      SUMMARY,
      page(`${SUMMARY} ${STORY}`, { metadata: {} }),
      undefined,
    ],
    [
      'without a headline the first 80 characters count',
      `${words(11)} ${words(40, 'bridge')}`,
      page(words(200), { metadata: {} }),
      undefined,
    ],
    ['a title may have the headline’s words', SUMMARY, titled(SUMMARY, words(200)), undefined],
  ])('%s', (_, feed, reading, objection) => {
    expect(chooseText(undefined, fed(feed), reading).objection).toBe(objection);
  });
});

it.each<[string, Objection, boolean]>([
  ['metadata of a bot wall isn’t the article’s', 'bot-wall', false],
  ['metadata of another page isn’t the article’s', 'other-page', false],
  ['metadata of an index page isn’t the article’s', 'index-page', false],
  ['metadata of a page without a text is the article’s', 'no-article', true],
  ['metadata of a wall is the article’s', 'wall', true],
  ['metadata of a teaser is the article’s', 'teaser', true],
  ['metadata of a shorter page is the article’s', 'shorter', true],
])('%s', (_, objection, expected) => {
  expect(isOfArticle({ ...fed(''), textSource: 'feed', objection })).toBe(expected);
});
