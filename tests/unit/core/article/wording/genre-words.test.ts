import { describe, expect, it } from 'vitest';
import { genreInAddress, genreOfTypes, genreOfWords } from '../../../../../lambdas/core/article/wording/genre-words.ts';

describe('the genre by the type of the article', () => {
  it.each<[string, string[], string | undefined]>([
    ['is none for a plain news article', ['NewsArticle'], undefined],
    ['is news for a report', ['ReportageNewsArticle'], 'news'],
    ['is opinion', ['OpinionNewsArticle'], 'opinion'],
    ['is analysis', ['AnalysisNewsArticle'], 'analysis'],
    ['is background', ['BackgroundNewsArticle'], 'background'],
    ['is review', ['ReviewNewsArticle'], 'review'],
    ['is satire', ['SatiricalArticle'], 'satire'],
    ['is sponsored', ['AdvertiserContentArticle'], 'sponsored'],
    ['is live', ['LiveBlogPosting'], 'live'],
    ['is that of the type that tells one', ['NewsArticle', 'OpinionNewsArticle'], 'opinion'],
    ['is told by a type with its vocabulary', ['http://schema.org/OpinionNewsArticle'], 'opinion'],
    ['is none for a name like a property of objects', ['constructor', 'toString'], undefined],
  ])('%s', (_, types, expected) => {
    expect(genreOfTypes(types)).toBe(expected);
  });
});

describe('the genre by a section', () => {
  it.each<[string, string, string | undefined]>([
    ['is opinion in English', 'Opinion', 'opinion'],
    ['is opinion in two words', 'Op-Ed', 'opinion'],
    ['is opinion in German', 'Meinung', 'opinion'],
    ['is opinion in French', 'Points de vue', 'opinion'],
    ['is opinion in Spanish with its accent', 'Opinión', 'opinion'],
    ['is opinion in Portuguese', 'Opinião', 'opinion'],
    ['is opinion in Finnish', 'Pääkirjoitus', 'opinion'],
    ['is opinion in Russian', 'Мнения', 'opinion'],
    ['is opinion in Turkish', 'Köşe Yazıları', 'opinion'],
    ['is opinion in Arabic', 'آراء', 'opinion'],
    ['is opinion in Japanese', '社説', 'opinion'],
    ['is opinion in Korean', '오피니언', 'opinion'],
    ['is analysis', 'News Analysis', 'analysis'],
    ['is background', 'Explainer', 'background'],
    ['is review', 'Rezensionen', 'review'],
    ['is interview', 'Entrevistas', 'interview'],
    ['is satire', 'Satire', 'satire'],
    ['is live', 'Liveticker', 'live'],
    ['is press-release', 'Pressemitteilungen', 'press-release'],
    ['is sponsored', 'Anzeige', 'sponsored'],
    ['is that of a section within another', 'News/Opinion', 'opinion'],
    ['is none for a section about a subject', 'Politics', undefined],
    ['is none for a section whose name only has the word', 'Opinion polls', undefined],
    ['is none for the section of concerts', 'Live', undefined],
    ['is none for a section named like a property of objects', 'constructor', undefined],
    ['is none for a long text', 'opinion '.repeat(50), undefined],
  ])('%s', (_, section, expected) => {
    expect(genreOfWords([section])).toBe(expected);
  });
});

describe('the genre by the address', () => {
  it.each<[string, string, string | undefined]>([
    ['is that of a folder', 'https://harbour.example/opinion/2026/ferry', 'opinion'],
    ['is that of a folder in another', 'https://harbour.example/kultur/rezensionen/faehre-1.html', 'review'],
    ['is that of a folder with hyphens', 'https://harbour.example/press-releases/2026/1', 'press-release'],
    ['is that of a folder in percent signs', 'https://harbour.example/opini%C3%B3n/1', 'opinion'],
    ['is live', 'https://harbour.example/news/live/2026/ferry', 'live'],
    ['is none for the article’s own name', 'https://harbour.example/news/opinion', undefined],
    ['is none for a folder about a subject', 'https://harbour.example/opinion-polls/1', undefined],
    ['is none for broken percent signs', 'https://harbour.example/%E0%A4%A/1', undefined],
    ['is none for what is no address', 'opinion/1', undefined],
  ])('%s', (_, url, expected) => {
    expect(genreInAddress(url)).toBe(expected);
  });
});
