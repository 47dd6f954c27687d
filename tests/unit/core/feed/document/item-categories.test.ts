import { describe, expect, it } from 'vitest';
import { eachCategoryOnce, listedCategories } from '../../../../../lambdas/core/feed/document/item-categories.ts';
import { atomEntry, rssItem } from '../../../../fakes/feed-documents.ts';

describe('the categories of an item', () => {
  it.each([
    ['are those of RSS', '<category>Sea</category><category domain="x">Tides</category>', ['Sea', 'Tides']],
    ['are plain text', '<category>Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;</category>', ['Fish & chips']],
    ['are those of Dublin Core', '<dc:subject>Sea</dc:subject>', ['Sea']],
    ['are those of Media RSS', '<media:category>Sea</media:category>', ['Sea']],
    ['are those of Atom in RSS', '<atom:category term="Sea"/>', ['Sea']],
    [
      'are those of iTunes, and those within',
      '<itunes:category text="Sea"><itunes:category text="Tides"/></itunes:category>',
      ['Sea', 'Tides'],
    ],
    ['are those of iTunes as text', '<itunes:category>Sea</itunes:category>', ['Sea']],
    ['are the keywords of iTunes', '<itunes:keywords>Sea, Tides</itunes:keywords>', ['Sea', 'Tides']],
    ['are the keywords of Media RSS', '<media:keywords>Sea,Tides</media:keywords>', ['Sea', 'Tides']],
    ['are tags', '<tags>Sea,Tides</tags>', ['Sea', 'Tides']],
    ['are not divided if an element is for one', '<category>Sea, Tides</category>', ['Sea, Tides']],
    ['are each named once', '<category>Sea</category><dc:subject> Sea </dc:subject>', ['Sea']],
    ['are absent if empty', '<category/><tags/>', []],
  ])('%s', async (_, xml, expected) => {
    expect((await rssItem(`<guid>1</guid>${xml}`)).categories).toEqual(expected);
  });

  it.each([
    ['is its term', '<category term="sea" label="The Sea"/>', 'sea'],
    ['is its label if the term is an address', '<category term="http://h.example/sea" label="The Sea"/>', 'The Sea'],
    [
      'is its label if the term is an address in capitals',
      '<category term="HTTPS://h.example/sea" label="The Sea"/>',
      'The Sea',
    ],
    ['is its label if it has no term', '<category label="The Sea"/>', 'The Sea'],
    [
      'is its term if the term only holds an address',
      '<category term="see http://h.example" label="The Sea"/>',
      'see http://h.example',
    ],
    ['is its text if it has neither', '<category>The Sea</category>', 'The Sea'],
  ])('of Atom: each %s', async (_, xml, expected) => {
    expect((await atomEntry(`<id>1</id>${xml}`)).categories).toEqual([expected]);
  });

  it('have single spaces, up to 200 characters, and are a hundred at most', () => {
    const many = Array.from({ length: 200 }, (_, n) => `c${n}`);
    expect(eachCategoryOnce([' a \n b ', undefined, 'x'.repeat(201), 'x'.repeat(200)])).toEqual([
      'a b',
      'x'.repeat(200),
    ]);
    expect(eachCategoryOnce([...many, ...many])).toEqual(many.slice(0, 100));
  });

  it('are looked for in the first 500 parts of a list', () => {
    expect(listedCategories(`${','.repeat(499)}sea,port`).filter(Boolean)).toEqual(['sea']);
    expect(listedCategories(undefined)).toEqual(['']);
  });
});
