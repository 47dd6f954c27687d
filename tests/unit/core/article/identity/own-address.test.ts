import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../../../../lambdas/core/article/identity/own-address.ts';

const H = 'https://harbour.example';
const isOwn = (claim: string, served: string, title?: string) => isOwnAddress(H + claim, { url: H + served, title });

describe('the declared address is the article’s', () => {
  it.each<[string, string, string, string?]>([
    ['the address that served the page is the article’s', '/sport', '/sport'],
    ['the address of an AMP view loses its last part', '/news/1', '/news/1/amp'],
    ['the address of an AMP view loses its first part', '/news/1', '/amp/news/1'],
    ['the address of an AMP view loses its extension', '/news/ferry-returns', '/news/ferry-returns.amp.html'],
    ['the address of an AMP view loses its parameter', '/news/1', '/news/1?amp=1'],
    ['the address of a mobile view loses its first part', '/news/1', '/m/news/1'],
    ['the address of a view for printers loses its last part', '/news/1', '/news/1/print'],
    ['the address of the third page loses its last two parts', '/news/1', '/news/1/page/3'],
    ['the address of the third page loses its parameter', '/news/ferry-returns', '/news/ferry-returns?page=3'],
    [
      'the address of the third page loses a number if the headline is declared',
      '/news/ferry-returns',
      '/news/ferry-returns/3',
      'The ferry returns',
    ],
    ['an extension makes no difference', '/news/ferry-returns', '/news/ferry-returns.html'],
    ['a parameter for statistics makes no difference', '/ferry-returns', '/ferry-returns?pos=2', 'Ferry returns'],
    ['the parameter that names the article is enough', '/story?id=7', '/story?id=7&pos=2'],
    ['the same id is enough', '/sea/ferry-is-back-48151', '/48151'],
    ['the same number at the end is enough', '/n/1', '/news/1'],
    ['most words of the same slug are enough', '/sea/the-ferry-is-back', '/news/the-ferry-is-back-id48'],
    ['the words of the headline are enough', '/sea/ferry-returns', '/?p=815', 'The ferry returns to Port Town'],
    [
      'the words of the headline are enough in Cyrillic letters',
      '/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC-%D0%B8%D0%B4%D1%91%D1%82',
      '/?p=815',
      'Паром идёт',
    ],
    ['a view for printers may have its extension', '/news/ferry-returns', '/drucken/news/ferry-returns.html'],
    ['the address of the third page loses a part of one word', '/news/ferry-returns', '/news/ferry-returns/seite-3'],
    ['the address of the third page loses a part without a hyphen', '/news/ferry-returns', '/news/ferry-returns/page3'],
    ['a declared view is the article’s', '/news/ferry-returns/komplettansicht', '/news/ferry-returns'],
    ['letter case makes no difference if the slug has several words', '/News/Ferry-Returns', '/news/ferry-returns'],
    ['letter case makes no difference if the slug has a number', '/News/7', '/news/7'],
    ['parameters in another view make no difference', '/story?id=7&amp', '/story?id=7&outputType=amp&'],
    ['a slug with a number is enough, whatever the query', '/news-7', '/news-7?from=home'],
    ['an owner’s article is the owner’s', '/@ada/ferry-returns', '/@ada/ferry-returns?from=home', 'Ferry returns'],
    ['a home directory’s article is that of its owner', '/~ada/ferry-1', '/~ada/ferry-1/amp'],
    ['three quarters of a slug’s words are enough', '/a/ferry-island-pier-now', '/b/ferry-island-pier-today'],
    ['an escape that can’t be decoded is taken as it is', '/a/ferry-island-pier-%ZZ', '/b/ferry-island-pier-%ZZ'],
    [
      'a slug whose accents are composed in another way is the same',
      '/a/f%C3%A4hre-kommt-zur%C3%BCck',
      '/b/fahre-kommt-zuruck',
    ],
    [
      'the words of the headline are enough without accents',
      '/le-ferry-revient-a-lete',
      '/?p=815',
      'Le ferry revient à l’été',
    ],
  ])('%s', (_, claim, served, title) => {
    expect(isOwn(claim, served, title)).toBe(true);
  });
});

describe('the declared address is not the article’s', () => {
  const HEADLINE = 'Ferry returns to Port Town after storm';
  it.each<[string, string, string, string?]>([
    ['a section’s address has no sign', '/sport', '/news/1'],
    ['a section’s address has no sign, though the headline has the section’s name', '/ferry', '/news/1'],
    ['the address of an error page has no sign', '/404', '/news/1'],
    ['the address of another article has no sign', '/news/2-other-story', '/news/1'],
    ['another id speaks against an address', '/news/48152', '/news/48151'],
    ['another number speaks against an address', '/news/1-ferry-returns', '/news/2-ferry-returns'],
    ['the id of the section is no sign', '/sea-48151/bridge-closes-20002', '/sea-48151/ferry-10001'],
    ['the same day is no sign', '/20261123/bridge-closes', '/20261123/ferry'],
    [
      'another day speaks against the address of a column',
      '/morning-briefing-of-november-22',
      '/morning-briefing-of-november-23',
    ],
    ['two shared words of a slug are too few', '/port-town-bridge-closes-at-night', '/port-town-ferry'],
    ['the section above is not the article', '/news', '/news/1'],
    ['the collection above is not the article, whatever its words', '/ferry-returns', '/ferry-returns/to-port-town'],
    ['a section’s view has no sign', '/sport', '/sport/all'],
    ['a relative link without its base is not the article', '/news/1/news/1', '/news/1'],
    ['the same slug of another author is not the article', '/@bea/ferry-returns', '/@ada/ferry-returns'],
    ['an address that has lost the article’s parameter is not the article', '/story', '/story?id=7'],
    [
      'an address of several words that has lost the article’s parameter is not the article',
      '/news-detail',
      '/news-detail?id=7',
    ],
    [
      'less than three quarters of a slug’s words are too few',
      '/a/ferry-island-pier',
      '/b/ferry-island-pier-today-again',
    ],
    ['letter case makes a difference if the slug is one word', '/Sport', '/sport'],
    ['a year is no number of an article', '/2031-review', '/2031-preview'],
    ['a view alone is no article', '/amp', '/news/1'],
    ['two views without an article are not the same', '/m?id=7', '/all?id=7&x=1'],
    ['a word that ends like “page” is no page of several', '/news-7/frontpage3', '/news-7/frontpage4'],
    ['a slash behind the collection above makes no difference', '/ferry-returns/', '/ferry-returns/to-port-town'],
    ['one word of the headline is too little', '/ferry', '/?p=815'],
    ['an article of a site’s author is not one of the site', '/ferry-returns-7', '/@ada/ferry-returns-7'],
    ['the collection above is not the article, whatever its query', '/sea?sort=new', '/sea/ferry'],
    [
      'the collection above is not the first page of an article without its words',
      '/bridge-closes',
      '/bridge-closes/3',
    ],
    ['a part behind the collection above is no page number', '/ferry-returns', '/ferry-returns/100'],
    ['the same number under another slug is too little', '/bridge-7', '/ferry-7'],
    ['a parameter with another number speaks against an address', '/story?id=8', '/story?id=7'],
  ])('%s', (_, claim, served, title = HEADLINE) => {
    expect(isOwn(claim, served, title)).toBe(false);
  });
});
