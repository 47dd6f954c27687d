import { describe, expect, it } from 'vitest';
import { parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';
import {
  type BoilerplateHint,
  boilerplateHintOf,
  hintedBy,
  isMarkedArticle,
} from '../../../../../lambdas/core/article/text/boilerplate-hint.ts';

const elementOf = (html: string): Element => {
  const element = parseFragment(html).body.firstElementChild;
  if (element === null) throw new Error('no element');
  return element;
};

it.each<[string, string, BoilerplateHint]>([
  ['an element without names gives no hint', '<div>', 'none'],
  ['a menu is boilerplate', '<nav>', 'strong'],
  ['an aside is boilerplate', '<aside class="article-body">', 'strong'],
  ['a footer is boilerplate', '<footer>', 'strong'],
  ['a dialog is boilerplate', '<dialog>', 'strong'],
  ['a figure’s caption is boilerplate', '<figcaption>', 'strong'],
  ['a hidden element is hidden', '<div hidden>', 'hidden'],
  ['an element hidden from screen readers is hidden', '<div aria-hidden="true">', 'hidden'],
  ['an element that is not hidden from them gives no hint', '<div aria-hidden="false">', 'none'],
  ['a hidden article is hidden', '<article hidden>', 'hidden'],
  ['a role may be boilerplate’s', '<div role="navigation">', 'weak'],
  ['a role of the article gives no hint', '<div role="main">', 'none'],
  ['an alert may be boilerplate', '<div role="alertdialog">', 'weak'],
  ['a class says nothing about an article', '<article class="newsletter">', 'none'],
  ['a class says nothing about the main part', '<main class="newsletter">', 'none'],
  ['the article’s class goes before other words', '<div class="article-body has-newsletter">', 'none'],
  ['the microformat of an article goes before other words', '<div class="h-entry promo">', 'none'],
  ['the microformat in its older form goes before other words', '<div class="hentry promo">', 'none'],
  ['WordPress’s class of the content goes before other words', '<div class="entry-content share">', 'none'],
  ['a post’s content goes before other words', '<div class="post-content share">', 'none'],
  ['a story’s body goes before other words', '<div class="c-storybody share">', 'none'],
  ['WordPress’s type goes before other words', '<div class="type-post tag-sea">', 'none'],
  [
    'the article’s body in camel case goes before other words',
    '<div class="pageArticleBodyShare articleBody">',
    'none',
  ],
  ['a longer word is not the article’s class', '<div class="entry-contents share">', 'weak'],
  ['a word before it is not the article’s class', '<div class="reentry-content share">', 'weak'],
  ['a class that hides on some screens may be boilerplate’s', '<div class="hidden md:block">', 'weak'],
  ['a visually hidden class hides', '<div class="visuallyhidden">', 'hidden'],
  ['a class for screen readers hides', '<div class="screen-reader-text big">', 'hidden'],
  ['a class that is only prefixed with hidden gives no hint', '<div class="hidden-lg">', 'none'],
  ['a class that is only suffixed with hidden gives no hint', '<div class="lg-hidden">', 'none'],
  ['comments are boilerplate', '<div class="comments">', 'strong'],
  ['comments in German are boilerplate', '<div id="Kommentare">', 'strong'],
  ['a newsletter may be boilerplate', '<div class="newsletter-box">', 'weak'],
  ['related links are boilerplate if they are links', '<div class="relatedLinks">', 'linked'],
  ['a box for pictures may be a caption', '<div class="c-photo">', 'picture'],
  ['the strongest word decides', '<div class="photo related share comments">', 'strong'],
  ['a weak word goes before links', '<div class="photo related share">', 'weak'],
  ['links go before pictures', '<div class="photo related">', 'linked'],
  ['a longer word gives no hint', '<div class="sharecropper">', 'none'],
  ['words are told by digits between them', '<div class="col2share">', 'weak'],
  ['the id counts', '<div class="x" id="share">', 'weak'],
  ['a heading’s id gives no hint', '<h2 id="related">', 'none'],
  ['a heading’s class counts', '<h2 class="related">', 'linked'],
  ['a utility class with a variant gives no hint', '<div class="print:hidden md:share">', 'none'],
  ['a utility class with a value gives no hint', '<div class="[share] !share &share">', 'none'],
])('%s', (_, html, hint) => {
  expect(boilerplateHintOf(elementOf(html))).toBe(hint);
});

it.each(
  (
    'nav toolbar recirculation seealso verwandte correlati share addthis partager anzeige sponsored promos newsletter login ' +
    'paywall consent byline dateline tags keywords infobox captions bildunterschrift'
  ).split(' '),
)('the class %s may be boilerplate’s', (word) => {
  expect(boilerplateHintOf(elementOf(`<div class="${word}">`))).toBe('weak');
});

it.each(['complementary', 'banner', 'search', 'toolbar', 'status'])('the role %s may be boilerplate’s', (role) => {
  expect(boilerplateHintOf(elementOf(`<div role="${role}">`))).toBe('weak');
});

it.each(['html', 'body', 'main'])('a hint says nothing about %s, which holds the whole page', (name) => {
  const document = parseFragment('<main></main>');
  const element = document.querySelector(name);
  element?.setAttribute('class', 'newsletter');
  element?.setAttribute('hidden', '');
  expect(element && boilerplateHintOf(element)).toBe('none');
});

describe('an id that is made of its heading’s words', () => {
  it.each([
    ['in English', 'the-share-of-the-sea', 'The share of the sea'],
    ['with an apostrophe', 'the-sponsors-money', 'The sponsor’s money'],
    ['with accents that the id leaves out', 'la-publicite-des-iles', 'La publicité des îles'],
    ['with a letter that becomes two', 'anzeige-strasse', 'Anzeige Straße'],
    ['with an umlaut that the id leaves out', 'anzeige-fur-die-fahre', 'Anzeige für die Fähre'],
    ['with a number before it', '2-share-of-the-sea', 'The share of the sea'],
    ['with a word that the heading hasn’t', 'section-share-of-the-sea', 'Share of the sea'],
  ])('says what the part is about: %s', (_, id, heading) => {
    expect(boilerplateHintOf(elementOf(`<section id="${id}"><div><h2>${heading}</h2></div>`))).toBe('linked');
  });

  it.each([
    ['a single word', '<section id="comments"><h2>Comments</h2>', 'strong'],
    ['another heading’s words', '<section id="share-the-sea"><h2>Tell a friend</h2>', 'weak'],
    ['words without a heading', '<section id="share-the-sea"><p>Share the sea</p>', 'weak'],
    ['words beside a class', '<section class="promo" id="share-the-sea"><h2>Share the sea</h2>', 'weak'],
  ])('%s are a label', (_, html, hint) => {
    expect(boilerplateHintOf(elementOf(html))).toBe(hint);
  });
});

it.each<[string, string, BoilerplateHint]>([
  ['the source of a quotation gives no hint', '<blockquote><footer>Ada Quay</footer></blockquote>', 'none'],
  ['a footer elsewhere is boilerplate', '<div><footer>Ada Quay</footer></div>', 'strong'],
  ['a panel beside a shown one gives no hint', '<div><p class="tab" hidden>a</p><p class="tab">b</p></div>', 'none'],
  ['an element that a search may open gives no hint', '<div><p hidden="until-found">a</p></div>', 'none'],
])('%s', (_, html, hint) => {
  const within = elementOf(html).firstElementChild;
  expect(within && boilerplateHintOf(within)).toBe(hint);
});

it.each([
  ['<aside>', 'its name is “aside”'],
  ['<div hidden>', 'it is hidden'],
  ['<div class="hide">', 'it is hidden on some screens'],
  ['<div role="menu">', 'its role is “menu”'],
  ['<div class="c-newsletter wide">', '“newsletter” is in its class or id'],
  ['<div>', ''],
])('a hint says what it comes from: %s', (html, because) => {
  expect(hintedBy(elementOf(html)).because).toBe(because);
});

it('the first 1,000 characters of a class and of an id are read', () => {
  const long = 'x'.repeat(1_000);
  expect(boilerplateHintOf(elementOf(`<div class="share ${long}" id="${long} share">`))).toBe('weak');
  expect(boilerplateHintOf(elementOf(`<div class="${long} share" id="${long} share">`))).toBe('none');
});

it.each<[string, string, boolean]>([
  ['an article is marked', '<article>', true],
  ['the main part is marked', '<main>', true],
  ['the main role marks an article', '<div role="main">', true],
  ['another role marks none', '<div role="note">', false],
  ['schema.org’s articleBody marks an article', '<div itemprop="text ArticleBody">', true],
  ['another property marks none', '<div itemprop="headline">', false],
  ['a class marks an article', '<div class="wide entry-content">', true],
  ['an id marks an article', '<div id="article-body">', true],
  ['a section without names is not marked', '<section>', false],
])('%s', (_, html, expected) => {
  expect(isMarkedArticle(elementOf(html))).toBe(expected);
});

it.each<[string, BoilerplateHint]>([
  ['hidden', 'weak'],
  ['hide', 'weak'],
  ['invisible', 'weak'],
  ['visually-hidden', 'hidden'],
  ['visuallyhidden', 'hidden'],
  ['sr-only', 'hidden'],
  ['screen-reader-text', 'hidden'],
  ['screenreader-only', 'hidden'],
])('the class %s gives the hint “%s”, alone and among others', (name, hint) => {
  for (const classes of [name, `wide ${name}`, `${name} wide`])
    expect(boilerplateHintOf(elementOf(`<div class="${classes}">`))).toBe(hint);
  for (const classes of [`x-${name}`, `${name}-x`])
    expect(boilerplateHintOf(elementOf(`<div class="${classes}">`))).toBe('none');
});

it.each(
  (
    'hentry h-entry entry-content entrycontent article-body articlebody post-content postcontent post-body postbody story-body ' +
    'storybody type-post'
  ).split(' '),
)('the class %s is the article’s, alone and among others', (name) => {
  for (const classes of [name, `share ${name}`, `${name} share`, `c-${name}`, `c_${name}_x`])
    expect(boilerplateHintOf(elementOf(`<div class="${classes}">`))).toBe('none');
  for (const classes of [`share x${name}`, `share ${name}x`])
    expect(boilerplateHintOf(elementOf(`<div class="${classes}">`))).toBe('weak');
  expect(isMarkedArticle(elementOf(`<div class="${name}">`))).toBe(true);
});

it.each(['disqus', 'outbrain', 'taboola', 'breadcrumbs', 'kommentar'])('the class %s is boilerplate’s', (name) => {
  expect(boilerplateHintOf(elementOf(`<div class="${name}">`))).toBe('strong');
});
