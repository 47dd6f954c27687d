import { describe, expect, it } from 'vitest';
import { eachPersonOnce } from '../../../../../lambdas/core/feed/document/item-people.ts';
import { atom, itemOf, rss, rssItem } from '../../../../fakes/feed-documents.ts';

const ADA = { name: 'Ada Quay' };
const ADA_WITH_MAIL = { name: 'Ada Quay', email: 'ada@h.example' };

describe('the author of an item', () => {
  it.each([
    ['is an address and a name', '<author>ada@h.example (Ada Quay)</author>', [ADA_WITH_MAIL]],
    ['is an address and a name without a space', '<author>ada@h.example(Ada Quay)</author>', [ADA_WITH_MAIL]],
    [
      'is an address and a name with spaces in parentheses',
      '<author>ada@h.example ( Ada  Quay )</author>',
      [ADA_WITH_MAIL],
    ],
    ['is a name and an address', '<author>Ada Quay &lt;ada@h.example&gt;</author>', [ADA_WITH_MAIL]],
    ['is a name and an address with spaces', '<author>Ada Quay &lt; ada@h.example &gt;</author>', [ADA_WITH_MAIL]],
    ['is a name and an address in parentheses', '<author>Ada Quay (ada@h.example)</author>', [ADA_WITH_MAIL]],
    ['is an address', '<author>ada@h.example</author>', [{ name: 'ada@h.example', email: 'ada@h.example' }]],
    ['is a name', '<author>Ada\n  Quay</author>', [ADA]],
    ['is a name with a remark', '<author>Ada Quay (Harbour)</author>', [{ name: 'Ada Quay (Harbour)' }]],
    [
      'is a name with an open parenthesis',
      '<author>Ada Quay (ada@h.example</author>',
      [{ name: 'Ada Quay (ada@h.example' }],
    ],
    [
      'is a name with markup and references',
      '<author>&lt;b&gt;Ada&lt;/b&gt; &amp;amp; Bea</author>',
      [{ name: 'Ada & Bea' }],
    ],
    [
      'is plain behind an address',
      '<author>ada@h.example (Ada &amp;amp; Bea)</author>',
      [{ name: 'Ada & Bea', email: 'ada@h.example' }],
    ],
    [
      'is plain before an address',
      '<author>Ada &amp;amp; Bea (ada@h.example)</author>',
      [{ name: 'Ada & Bea', email: 'ada@h.example' }],
    ],
    ['is an element with a name', '<author><name>Ada Quay</name><uri>https://h.example</uri></author>', [ADA]],
    [
      'is an element with a name and an address',
      '<author><name>Ada Quay</name><email>ada@h.example</email></author>',
      [ADA_WITH_MAIL],
    ],
    [
      'is an element with an address alone',
      '<author><email>ada@h.example</email></author>',
      [{ name: 'ada@h.example', email: 'ada@h.example' }],
    ],
    [
      'is an element of Atom',
      '<atom:author><atom:name>Ada &amp;amp; Quay</atom:name><atom:email>ada@h.example</atom:email></atom:author>',
      [{ name: 'Ada & Quay', email: 'ada@h.example' }],
    ],
    ['is named by dc:creator', '<dc:creator>Ada Quay</dc:creator>', [ADA]],
    ['is named by dc:author', '<dc:author>Ada Quay</dc:author>', [ADA]],
    ['is named by dcterms:creator', '<dcterms:creator>Ada Quay</dcterms:creator>', [ADA]],
    ['is named by itunes:author', '<itunes:author>Ada Quay</itunes:author>', [ADA]],
    ['is named once', '<itunes:author>Ada Quay</itunes:author><dc:creator>Ada Quay</dc:creator>', [ADA]],
    [
      'is credited',
      '<media:credit role="author">Ada Quay</media:credit><media:credit role="producer">Bea</media:credit>',
      [ADA],
    ],
    [
      'is not credited if named',
      '<dc:creator>Ada Quay</dc:creator><media:credit role="author">Bea</media:credit>',
      [ADA],
    ],
    ['is that of the source', '<source><author><name>Ada Quay</name></author></source>', [ADA]],
    [
      'is not that of the source if credited',
      '<source><author><name>Bea</name></author></source><media:credit role="author">Ada Quay</media:credit>',
      [ADA],
    ],
    ['is absent if empty', '<author> </author>', []],
    ['is absent if longer than a name and an address', `<author>${'x'.repeat(1_000)}</author>`, []],
    ['is absent if longer than a name', `<author>${'x'.repeat(201)}</author>`, []],
    ['may have a name of 200 characters', `<author>${'x'.repeat(200)}</author>`, [{ name: 'x'.repeat(200) }]],
    [
      'may have a name and an address of 400 characters together',
      `<author>a@${'b'.repeat(198)} (${'c'.repeat(197)})</author>`,
      [{ name: 'c'.repeat(197), email: `a@${'b'.repeat(198)}` }],
    ],
    [
      'is absent if name and address are longer together than each may be',
      `<author>a@${'b'.repeat(198)} (${'c'.repeat(200)})</author>`,
      [],
    ],
    [
      'is the whole text if more stands before an address and a name',
      '<author>Editor (news), ada@h.example (Ada)</author>',
      [{ name: 'Editor (news), ada@h.example (Ada)' }],
    ],
    ['is absent if the address is too long', `<author><name>a</name><email>${'x'.repeat(201)}</email></author>`, []],
  ])('%s', async (_, xml, expected) => {
    expect((await rssItem(xml)).authors).toEqual(expected);
  });

  it.each([
    ['is that of the Atom feed if the entry names none', '', ['Bea']],
    ['is not that of the Atom feed if the entry names one', '<author><name>Ada</name></author>', ['Ada']],
    [
      'is not that of the Atom feed if the source names one',
      '<source><author><name>Ada</name></author></source>',
      ['Ada'],
    ],
  ])('%s', async (_, xml, expected) => {
    const { authors } = await itemOf(atom(`<author><name>Bea</name></author><entry><id>1</id>${xml}</entry>`));
    expect(authors.map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    [
      'is that of the RSS feed if the feed names an element of Atom',
      '<atom:author><name>Ada</name></atom:author>',
      [{ name: 'Ada' }],
    ],
    [
      'is that of the RSS feed if the feed names an element with a name',
      '<author><name>Ada</name></author>',
      [{ name: 'Ada' }],
    ],
    ['is not the text by which an RSS feed names its editor', '<author>ada@h.example (Ada)</author>', []],
  ])('%s', async (_, xml, expected) => {
    expect((await itemOf(rss(`${xml}<item><guid>1</guid></item>`))).authors).toEqual(expected);
  });
});

it('people are kept by their names: the first of each, and fifty at most', () => {
  const people = Array.from({ length: 60 }, (_, n) => ({ name: `n${n}` }));
  expect(eachPersonOnce([{ name: 'n0', email: 'a@b.example' }, ...people])).toEqual([
    { name: 'n0', email: 'a@b.example' },
    ...people.slice(1, 50),
  ]);
});
