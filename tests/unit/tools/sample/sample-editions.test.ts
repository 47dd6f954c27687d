import { describe, expect, it, test } from 'vitest';
import { articlesInEdition } from '../../../../tools/sample/editions.ts';
import { renderBlock } from '../../../../tools/sample/parts/blocks.ts';
import { startSamplePublisher } from '../../../../tools/sample/sample-publisher.ts';
import { sampleSite } from '../../../../tools/sample/site.ts';

const origin = 'http://127.0.0.1:8080';
const start = new Date('2026-11-05T12:00:00Z');
const manyEditions = Array.from({ length: 30 }, (_, edition) => edition);
const frontPages = ['/', '/courier/', '/orrery/', '/shores/'];

/** The paths whose resources differ between an edition and the edition before, without the front pages. */
function changesIn(edition: number): readonly string[] {
  const [before, after] = [sampleSite(origin, edition - 1, start), sampleSite(origin, edition, start)];
  return [...after.keys()]
    .filter((path) => !frontPages.includes(path))
    .filter((path) => !after.get(path)?.body.equals(before.get(path)?.body ?? Buffer.alloc(0)));
}

describe('an edition', () => {
  const bridge = 'teaching-an-old-bridge-to-say-where-it-aches';
  test.each([
    [
      'edition 1 corrects an article of one feed and adds an article to another feed',
      1,
      [
        '/courier/feed.xml',
        '/orrery/atom.xml',
        `/orrery/${bridge}`,
        `/orrery/images/${bridge}.svg`,
        '/courier/night-bus-vote',
      ],
    ],
    [
      'edition 2 corrects an article of one feed and adds an article to another feed',
      2,
      [
        '/orrery/lab-notes.xml',
        '/shores/index.rdf',
        '/orrery/a-year-of-wrong-forecasts',
        '/shores/el-mercado-que-se-suelta-del-muelle',
      ],
    ],
    ['edition 3 adds a reading to the live page', 3, ['/courier/harbour.xml', '/courier/high-water-watch']],
    ['edition 20 adds a reading to the live page', 20, ['/courier/harbour.xml', '/courier/high-water-watch']],
  ])('%s, and nothing else changes', (_, edition, expected) => {
    expect([...changesIn(edition)].sort()).toEqual([...expected].sort());
  });

  it.each([1, 2, 3, 4, 30])('edition %d gives the article that it revises a later modified date', (edition) => {
    const before = new Map(articlesInEdition(edition - 1, start, origin).map((article) => [article.slug, article]));
    const revised = articlesInEdition(edition, start, origin).filter(
      ({ slug, body }) => before.has(slug) && JSON.stringify(body) !== JSON.stringify(before.get(slug)?.body),
    );
    expect(revised).toHaveLength(1);
    for (const { slug, published, modified } of revised) {
      expect(published).toEqual(before.get(slug)?.published);
      expect(modified.getTime()).toBeGreaterThan(before.get(slug)?.modified.getTime() ?? Number.NaN);
    }
  });

  it('a corrected article says so on its page and in its feed', () => {
    const site = sampleSite(origin, 1, start);
    for (const path of ['/courier/night-bus-vote', '/courier/feed.xml']) {
      expect(String(site.get(path)?.body)).toContain('Correction: an earlier version of this article');
    }
    expect(String(site.get('/courier/feed.xml')?.body)).toContain(
      '<dcterms:modified>2026-11-05T11:01:00.000Z</dcterms:modified>',
    );
  });

  it('an edition changes the ETags of the edited feeds, and no others', async () => {
    const publisher = await startSamplePublisher({ now: start });
    try {
      const tags = () => Promise.all(publisher.feedUrls.map(async (url) => (await fetch(url)).headers.get('etag')));
      const before = await tags();
      publisher.nextEdition();
      const after = await tags();
      const changed = publisher.feedUrls.filter((_, index) => before[index] !== after[index]);
      expect(changed).toEqual([`${publisher.origin}/courier/feed.xml`, `${publisher.origin}/orrery/atom.xml`]);
    } finally {
      await publisher.stop();
    }
  });

  it('an edition is the same for the same start, and its dates move with the start', () => {
    expect(sampleSite(origin, 5, start)).toEqual(sampleSite(origin, 5, new Date(start)));
    const later = new Date(start.getTime() + 86_400_000);
    const dates = (from: Date) =>
      articlesInEdition(5, from, origin).map(({ modified }) => from.getTime() - modified.getTime());
    expect(dates(later)).toEqual(dates(start));
  });
});

describe('the texts', () => {
  it.each(manyEditions)('every text has 150 to 500 words in edition %d', (edition) => {
    for (const { slug, body } of articlesInEdition(edition, start, origin)) {
      const text = body.map((block) => renderBlock(block).source.replaceAll(/<[^>]*>/g, ' ')).join(' ');
      const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(
        (part) => part.isWordLike,
      );
      expect(words.length, slug).toBeGreaterThanOrEqual(150);
      expect(words.length, slug).toBeLessThanOrEqual(500);
    }
  });

  it('the texts come from three publications in four languages', () => {
    const articles = articlesInEdition(2, start, origin);
    expect(articles).toHaveLength(16);
    expect(new Set(articles.map(({ publication }) => publication))).toEqual(new Set(['courier', 'orrery', 'shores']));
    expect(new Set(articles.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'fr', 'es']));
  });
});
