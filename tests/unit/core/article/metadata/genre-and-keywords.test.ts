import { describe, expect, it } from 'vitest';
import { ld, meta, read } from '../../../../fakes/page-heads.ts';
import { tag } from '../../../../fakes/scanned-pages.ts';

const news = (fields: object): string => ld({ '@type': 'NewsArticle', headline: 'Ferry returns', ...fields });
const OPINIONS = 'https://www.harbour.example/opinion/ferry-returns';

describe('the genre of a page', () => {
  it.each<[string, string, string, string | undefined, string | undefined]>([
    ['is that of its type', ld({ '@type': ['NewsArticle', 'AnalysisNewsArticle'] }), '', 'analysis', 'json-ld'],
    [
      'is that of its type before its section',
      ld({ '@type': 'ReviewNewsArticle', articleSection: 'Opinion' }),
      '',
      'review',
      'json-ld',
    ],
    ['is the genre that JSON-LD names', news({ genre: ['Sea', 'Kommentar'] }), '', 'opinion', 'json-ld'],
    ['is opinion if a tag says so', meta('article:opinion', 'true'), '', 'opinion', 'opengraph'],
    ['is not opinion if a tag denies it', meta('article:opinion', 'false'), '', undefined, undefined],
    ['is the genre of a meta tag', tag('genre', 'Interview'), '', 'interview', 'meta'],
    ['is that of a section in JSON-LD', news({ articleSection: ['Sea', 'Meinung'] }), '', 'opinion', 'json-ld'],
    ['is that of a section in the tags', meta('article:section', 'Satire'), '', 'satire', 'opengraph'],
    ['is that of a folder of the address, though its type is plain', news({}), OPINIONS, 'opinion', 'url'],
    ['is absent if only the type is there, and plain', news({ articleSection: 'Sea' }), '', undefined, undefined],
    [
      'is not that of another article',
      ld({ '@type': 'OpinionNewsArticle', headline: 'The mill closes', url: '/news/2-mill' }) +
        meta('og:title', 'Ferry returns'),
      '',
      undefined,
      undefined,
    ],
  ])('%s', (_, head, url, genre, source) => {
    const metadata = url === '' ? read(head, '<h1>Ferry returns</h1>') : read(head, '', url);
    expect([metadata.genre, metadata.provenance?.genre]).toEqual([genre, source]);
  });
});

describe('the tags and the keywords of a page', () => {
  const tags = (...names: string[]): string => names.map((name) => meta('article:tag', name)).join('');

  it.each<[string, string, readonly string[] | undefined, readonly string[] | undefined]>([
    ['are only tags if there are keywords alone', news({ keywords: ['ferry', 'sea'] }), ['ferry', 'sea'], undefined],
    ['are only tags if there are tags alone', tags('Ferries'), ['Ferries'], undefined],
    [
      'are only tags if both say the same',
      news({ keywords: 'ferries, Sea' }) + tags('Sea', 'Ferries'),
      ['ferries', 'Sea'],
      undefined,
    ],
    [
      'are told apart if JSON-LD has words beside the tags',
      news({ keywords: ['Sea', 'berth 4'] }) + tags('Sea'),
      ['Sea'],
      ['berth 4'],
    ],
    [
      'are told apart if a meta tag has words beside the tags',
      tags('Sea') + tag('news_keywords', 'sea, timetable'),
      ['Sea'],
      ['timetable'],
    ],
    [
      'are told apart by the first source with words of its own',
      news({ keywords: 'Sea' }) + tags('Sea') + tag('keywords', 'Sea, berth'),
      ['Sea'],
      ['berth'],
    ],
    [
      'are only tags if the keywords are cut from the address',
      tags('Sea') + tag('keywords', 'www, harbour, news'),
      ['Sea'],
      undefined,
    ],
  ])('%s', (_, head, expectedTags, keywords) => {
    const metadata = read(head);
    expect([metadata.tags, metadata.keywords]).toEqual([expectedTags, keywords]);
  });
});
