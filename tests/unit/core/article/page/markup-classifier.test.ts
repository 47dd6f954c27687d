import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  classesOf,
  isArticleScope,
  isForScreenReaders,
  isOutsideArticle,
  marksByline,
  marksDate,
} from '../../../../../lambdas/core/article/page/markup-classifier.ts';
import { parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';

const elementOf = (html: string): Element => {
  const element = parseFragment(html).body.firstElementChild;
  if (element === null) throw new Error('no element');
  return element;
};

it.each<[string, string, string | undefined]>([
  ['an attribute has its value', '<p class="a b">', 'a b'],
  ['an empty attribute has an empty value', '<p class>', ''],
  ['a missing attribute has no value', '<p id="a">', undefined],
])('%s', (_, html, expected) => {
  expect(attributeOf(elementOf(html), 'class')).toBe(expected);
});

it.each<[string, string, string]>([
  ['class and id are joined', '<p class="author" id="byline">', 'author byline'],
  ['a capital within a name begins a new word', '<p class="commentAuthor">', 'comment-author'],
  ['underscores and rows of hyphens become one hyphen', '<p class="author__name--date">', 'author-name-date'],
  ['a single hyphen stays', '<p class="author-name">', 'author-name'],
  ['names that no pattern knows are left out', '<p class="text-xl mt-4">', ''],
  ['an element without names has none', '<p>', ''],
  ['an id alone is read', '<p id="date">', 'date'],
])('%s', (_, html, expected) => {
  expect(classesOf(elementOf(html))).toBe(expected);
});

it('the first 1,000 characters of class and id are read', () => {
  expect(classesOf(elementOf(`<p class="date ${'x'.repeat(2_000)}">`))).toHaveLength(1_000);
  expect(classesOf(elementOf(`<p class="${'x'.repeat(1_000)} date">`))).toBe('');
});

describe('isOutsideArticle', () => {
  it.each<[string, string, boolean]>([
    ['a menu is outside', '<nav>', true],
    ['an aside is outside', '<aside>', true],
    ['a footer is outside', '<footer>', true],
    ['a form is outside', '<form>', true],
    ['a dialog is outside', '<dialog>', true],
    ['a quotation is outside', '<blockquote>', true],
    ['an ordinary element is inside', '<div class="story-date">', false],
    ['comments are outside', '<div class="comments">', true],
    ['a list of comments is outside', '<ol class="commentlist">', true],
    ['a comment’s author is outside', '<div class="comment-author">', true],
    ['an area of comments is outside', '<div id="commentsArea">', true],
    ['a prefixed class is outside', '<div class="c-article-related">', true],
    ['a class with three prefixes is inside', '<div class="a-b-c-related">', false],
    ['a teaser is outside', '<div class="teaser">', true],
    ['recommended articles are outside', '<div class="recommended-articles">', true],
    ['a newsletter box is outside', '<div class="newsletter-box">', true],
    ['a breadcrumb is outside', '<div class="breadcrumb">', true],
    ['a reply form is outside', '<div id="respond">', true],
    ['a class is read among others', '<div class="date related-posts wide">', true],
    ['a class with an unknown ending is inside', '<div class="related-date-picker">', false],
    ['the whole page is inside, whatever its class', '<main class="comments">', false],
    ['an article is inside, whatever its class', '<article class="teaser">', false],
  ])('%s', (_, html, expected) => {
    const element = elementOf(html);
    expect(isOutsideArticle(element, classesOf(element))).toBe(expected);
  });

  it.each(['html', 'body', 'main', 'article', 'head'])('a class says nothing about %s', (localName) => {
    expect(isOutsideArticle({ localName } as Element, 'comments')).toBe(false);
  });
});

it.each<[string, string, boolean]>([
  ['an element hidden from screen readers counts as hidden', '<i aria-hidden="true">', true],
  ['an element that is not hidden from them does not', '<i aria-hidden="false">', false],
  ['sr-only hides', '<i class="sr-only">', true],
  ['visually-hidden hides', '<i class="big visually-hidden">', true],
  ['visuallyHidden hides', '<i class="visuallyHidden">', true],
  ['screen-reader-text hides', '<i class="screen-reader-text">', true],
  ['screenreader-only hides', '<i class="screenreader-only">', true],
  ['screen-reader hides', '<i class="screen-reader">', true],
  ['element-invisible hides', '<i class="element-invisible">', true],
  ['aural hides', '<i class="aural">', true],
  ['hidden-text hides', '<i class="hidden-text">', true],
  ['offscreen hides', '<i class="offscreen wide">', true],
  ['a longer word does not hide', '<i class="offscreens">', false],
  ['a word behind a hyphen does not hide', '<i class="not-aural">', false],
  ['an element without a class is shown', '<i>', false],
])('%s', (_, html, expected) => {
  expect(isForScreenReaders(elementOf(html))).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['byline marks a byline', 'byline', true],
  ['by-line marks a byline', 'by-line', true],
  ['bylines behind another class mark a byline', 'wide bylines', true],
  ['author within a longer class marks a byline', 'article-author-name', true],
  ['autoren marks a byline', 'autoren', true],
  ['auteur marks a byline', 'auteur', true],
  ['writer marks a byline', 'writer', true],
  ['a longer word marks no byline', 'authority', false],
  ['a word that ends like author marks no byline', 'coauthor', false],
  ['the author of a comment marks no byline', 'comment-author', false],
  ['the author’s picture marks no byline', 'author-image', false],
  ['the author’s biography marks no byline', 'author bio', false],
  ['a longer word than bio is allowed', 'author biology', true],
  ['no class marks no byline', '', false],
])('%s', (_, classes, expected) => {
  expect(marksByline(classes)).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['date marks a date', 'date', true],
  ['published-at marks a date', 'published-at', true],
  ['a date within a longer class marks a date', 'article-date-line', true],
  ['time behind another class marks a date', 'wide time', true],
  ['a longer word marks no date', 'dated', false],
  ['a word that ends like date marks no date', 'candidate', false],
  ['an update marks no date', 'date-update', false],
  ['a date of modification marks no date', 'modified date', false],
  ['a comment’s date marks no date', 'comment-date', false],
  ['the time of reading marks no date', 'reading-time', false],
  ['no class marks no date', '', false],
])('%s', (_, classes, expected) => {
  expect(marksDate(classes)).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['a news article is an article', 'https://schema.org/NewsArticle', true],
  ['a blog posting is an article', 'http://schema.org/BlogPosting', true],
  ['a report is an article', 'Report', true],
  ['a page is an article', 'WebPage', true],
  ['a person is no article', 'https://schema.org/Person', false],
  ['a type that only contains the word is no article', 'https://schema.org/ArticleList', false],
])('%s', (_, itemType, expected) => {
  expect(isArticleScope(itemType)).toBe(expected);
});

describe('each word that marks a part is known', () => {
  const words = (list: string): string[] => list.split(' ');

  it.each(
    words(
      'comments commentlist comment related teaser teasers recommend recommended newsletter breadcrumb breadcrumbs respond',
    ),
  )('%s lies outside the article', (word) => {
    const element = elementOf(`<div class="wide ${word}">`);
    expect(isOutsideArticle(element, classesOf(element))).toBe(true);
  });

  it.each(
    words(
      'list area section box wrap wrapper container article articles post posts news item items body author meta link date time',
    ),
  )('a class that ends with related-%s lies outside the article', (ending) => {
    const element = elementOf(`<div class="related-${ending}">`);
    expect(isOutsideArticle(element, classesOf(element))).toBe(true);
  });

  it.each(
    words(
      'byline bylines by-line by-lines author authors autor autoren autores autorin autore autori auteur auteurs writer writers ' +
        'reporter reporters journalist journalists verfasser yazar skribent',
    ),
  )('%s marks a byline', (word) => {
    expect(marksByline(`wide c-${word}-name`)).toBe(true);
    expect(classesOf(elementOf(`<div class="${word}">`))).toBe(word);
  });

  it.each(
    words('comment comments avatar bio image img photo social desc description box quote follow twitter related more'),
  )('author-%s marks no byline', (word) => {
    expect(marksByline(`author-${word}`)).toBe(false);
    expect(marksByline(`${word} author`)).toBe(false);
  });

  it.each(
    words(
      'date dates datum time timestamp datetime publish published published-at pubdate publishdate publishingdate posted created ' +
        'fecha dateline meta-date byline',
    ),
  )('%s marks a date', (word) => {
    expect(marksDate(`wide c-${word}-x`)).toBe(true);
    expect(classesOf(elementOf(`<div class="${word}">`))).toBe(word);
  });

  it.each(words('comment comments update updated-at modified reading event read'))('date-%s marks no date', (word) => {
    expect(marksDate(`date-${word}`)).toBe(false);
    expect(marksDate(`${word} date`)).toBe(false);
  });

  it.each(
    words(
      'sr-only visually-hidden visuallyhidden screen-reader screenreader screen-reader-text screen-reader-only element-invisible ' +
        'aural hidden-visually hiddenvisually hidden-text hiddentext offscreen',
    ),
  )('%s hides an element', (word) => {
    expect(isForScreenReaders(elementOf(`<i class="big ${word} wide">`))).toBe(true);
  });

  it.each(words('NewsArticle BlogPosting Report WebPage Review CreativeWork VideoObject'))(
    '%s is an article',
    (type) => {
      expect(isArticleScope(`https://schema.org/${type}`)).toBe(true);
    },
  );
});
