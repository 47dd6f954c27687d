import { describe, expect, it } from 'vitest';
import type { Appearance, Article } from '../../../../../lambdas/core/article/record/article.ts';
import { packHtml, unpackHtml } from '../../../../../lambdas/core/article/record/packed-html.ts';
import {
  contentAttributes,
  fromRecord,
  toRecord,
  toRevisionRecord,
} from '../../../../../lambdas/core/article/record/record.ts';
import { article, completeArticle } from '../../../../fakes/article.ts';

const at = (key: string, firstSeenAt: string): Appearance => ({
  key,
  feedId: 'f',
  feedUrl: 'https://f.example/',
  firstSeenAt,
});

describe('an article in the table', () => {
  it.each<[string, Article]>([
    ['an article with a value in every field comes out as it went in', completeArticle],
    ['an article with empty lists comes out as it went in', article({ tags: [], authors: [], appearances: [] })],
    ['an article with two appearances comes out as it went in', article({ appearances: [at('a', '1'), at('b', '2')] })],
  ])('%s', (_, stored) => {
    expect(fromRecord(toRecord(stored))).toEqual(stored);
  });

  it('the item has appearances by key, the day of the first sight, and its expiry in epoch seconds', () => {
    const { appearances, day, expiresAt } = toRecord(article({ expiresAt: '2027-05-22T08:00:00.999Z' }));
    const [{ key: _, ...first }] = article().appearances as [Appearance];
    expect({ appearances, day, expiresAt }).toEqual({
      appearances: { 'key-a': first },
      day: '2026-11-23',
      expiresAt: 1_810_972_800,
    });
  });

  it('the item of an article that never expires has no expiry', () => {
    expect(toRecord(article())).not.toHaveProperty('expiresAt');
  });

  it.each<[string, readonly Appearance[]]>([
    ['appearances are sorted by their first sight', [at('0', '2026-11-24'), at('1', '2026-11-23')]],
    ['appearances of one time are sorted by their key', [at('b', '2026-11-23'), at('a', '2026-11-23')]],
    ['appearances that are in order stay in order', [at('b', '2026-11-23'), at('a', '2026-11-24')]],
    ['appearances of one time in order stay in order', [at('a', '2026-11-23'), at('b', '2026-11-23')]],
  ])('%s', (_, appearances) => {
    const sorted = appearances.toSorted((a, b) => (a.firstSeenAt + a.key).localeCompare(b.firstSeenAt + b.key));
    expect(fromRecord(toRecord(article({ appearances })))?.appearances).toEqual(sorted);
  });
});

describe('the links of an article', () => {
  const links = ['https://harbour.example/a'];
  const html = '<p><a href="https://harbour.example/a">Tides</a></p>';
  const { html: _, ...withoutHtml } = article();

  it('are no attribute of an item that has its HTML, and are read from the HTML', () => {
    expect(toRecord(article({ html, links }))).not.toHaveProperty('links');
    expect(contentAttributes(article({ html, links })).links).toBeUndefined();
    expect(fromRecord(toRecord(article({ html, links })))?.links).toEqual(links);
  });

  it('are read from the HTML of an item of an older version', () => {
    const { links: __, ...older } = article({ html });
    expect(fromRecord(toRecord(older))?.links).toEqual(links);
  });

  it('are an attribute of an item whose HTML is in the Bodies bucket', () => {
    const large = { ...withoutHtml, htmlKey: 'articles/article-1/hash-1.html', links };
    expect(toRecord(large)).toHaveProperty('links', links);
    expect(contentAttributes(large).links).toEqual(links);
    expect(fromRecord(toRecord(large))?.links).toEqual(links);
  });
});

describe('an earlier revision in the table', () => {
  it('the item has the content, and neither appearances nor a day', () => {
    const { appearances: _, links: __, html: ___, ...content } = article();
    expect(toRevisionRecord(article(), undefined)).toEqual({ ...content, packedHtml: expect.any(Uint8Array) });
  });

  it('the item has its own expiry in epoch seconds', () => {
    const earlier = article({ expiresAt: '2030-01-01T00:00:00.000Z' });
    expect(toRevisionRecord(earlier, new Date('2027-05-22T08:00:00.999Z'))).toMatchObject({ expiresAt: 1_810_972_800 });
    expect(toRevisionRecord(earlier, undefined)).not.toHaveProperty('expiresAt');
  });
});

describe('an item that isn’t as it should be', () => {
  const record = toRecord(article());
  it.each([
    ['an unknown attribute is left out', { mood: 'good', day: 7 }, {}],
    ['a list loses values that are no text', { tags: ['a', 1, null, 'b'] }, { tags: ['a', 'b'] }],
    ['a value in the place of a list gives an empty list', { authors: 'Ada', tags: null }, { authors: [], tags: [] }],
    ['an invalid appearance is left out', { appearances: { 'key-a': 'gone' } }, { appearances: [] }],
    ['invalid appearances give an empty list', { appearances: ['x'] }, { appearances: [] }],
    ['an invalid word count is 0', { wordCount: 'many' }, { wordCount: 0 }],
    ['an unknown source of the text is the feed', { textSource: 'telepathy' }, { textSource: 'feed' }],
    [
      'a medium of an unknown kind or without an address is left out',
      { media: [{ url: 'a', kind: 'hologram' }, { kind: 'audio' }, 7, { url: 'b', kind: 'video' }] },
      { media: [{ url: 'b', kind: 'video' }] },
    ],
    [
      'an invalid part of a medium is left out',
      { media: [{ url: 'a', kind: 'audio', bytes: -1, durationSeconds: 'long', title: 7, credit: [], type: null }] },
      { media: [{ url: 'a', kind: 'audio' }] },
    ],
    ['media of which none can be read are absent', { media: [{ kind: 'audio' }] }, {}],
    [
      'media and keywords beyond the fiftieth are left out',
      { media: Array(60).fill({ url: 'a', kind: 'image' }), keywords: Array(60).fill('a') },
      { media: Array(50).fill({ url: 'a', kind: 'image' }), keywords: Array(50).fill('a') },
    ],
    ['an unknown genre is absent', { genre: 'limerick' }, {}],
    ['keywords lose values that are no text', { keywords: ['a', 1, { b: 2 }] }, { keywords: ['a'] }],
    ['an invalid part of an image is left out', { image: { url: 'x', width: 'w', alt: 7 } }, { image: { url: 'x' } }],
  ])('%s', (_, stored, expected) => {
    expect(fromRecord({ ...record, ...stored })).toEqual({ ...article(), ...expected });
  });

  const REQUIRED = ['articleId', 'revision', 'title', 'contentHash', 'feedId', 'firstSeenAt', 'revisedAt'];
  const REPLACED = ['authors', 'tags', 'textSource', 'wordCount', 'appearances'];
  /** Read from the HTML, or packed. */
  const DERIVED = ['links', 'html'];
  const names = [...Object.keys(completeArticle), 'packedHtml'];
  const optional = names.filter((name) => ![...REQUIRED, ...REPLACED, ...DERIVED].includes(name));
  it.each(optional.map((name) => [`an optional ${name} of another type is absent`, name]))('%s', (_, name) => {
    const other = name === 'restricted' ? 'yes' : true;
    const read = fromRecord({ ...toRecord(completeArticle), [name]: other });
    expect(read).toBeDefined();
    expect(read).not.toHaveProperty(name);
  });

  it.each(REQUIRED.map((name) => [`an item without ${name} is no article`, name]))('%s', (_, name) => {
    expect(fromRecord({ ...record, [name]: undefined })).toBeUndefined();
  });

  it.each([
    ['nothing is no article', undefined],
    ['null is no article', null],
    ['a text is no article', 'article'],
    ['an empty item is no article', {}],
    ['an item of another table is no article', { feedId: 'feed-a', url: 'https://harbour.example/rss' }],
    ['an item whose id is a number is no article', { ...record, articleId: 7 }],
  ])('%s', (_, item) => {
    expect(fromRecord(item)).toBeUndefined();
  });

  it('an appearance keeps its valid optional parts', () => {
    const stored = { feedId: 'f', feedUrl: 'u', firstSeenAt: '1', url: 7, similarity: 'x', publisher: 'Post' };
    expect(fromRecord({ ...record, appearances: { k: stored } })?.appearances).toEqual([
      { key: 'k', feedId: 'f', feedUrl: 'u', firstSeenAt: '1', publisher: 'Post' },
    ]);
  });
});

it.each(
  Object.entries({
    textSource: ['page', 'json-ld', 'feed'],
    access: ['free', 'metered', 'paywalled'],
    publishedAssumed: ['missing', 'invalid', 'future'],
    publishedPrecision: ['time', 'local-time', 'day'],
    modifiedPrecision: ['time', 'local-time', 'day'],
  }).flatMap(([name, values]) => values.map((value) => [`the ${name} “${value}” is read`, name, value])),
)('%s', (_, name = '', value = '') => {
  expect(fromRecord({ ...toRecord(article()), [name]: value })).toHaveProperty(name, value);
});

it.each(
  ['json-ld', 'microdata', 'opengraph', 'meta', 'feed', 'page', 'url'].map((source) => [
    `the source “${source}” is read`,
    source,
  ]),
)('%s', (_, source) => {
  expect(fromRecord({ ...toRecord(article()), provenance: { title: source } })?.provenance).toEqual({ title: source });
});

describe('the HTML of an item', () => {
  const html = '<p>Die Fähre ist <em>wieder</em> da.</p>';
  const stored = toRecord(article({ html, text: 'Die Fähre ist wieder da.' }));

  it('the item has the HTML packed, and not as it is', () => {
    expect(stored).not.toHaveProperty('html');
    expect(fromRecord(stored)?.html).toBe(html);
  });

  it('packed HTML is read as an event of Lambda writes it, in base64', () => {
    const event = { ...stored, packedHtml: Buffer.from(stored.packedHtml ?? []).toString('base64') };
    expect(fromRecord(event)?.html).toBe(html);
  });

  it('the HTML of an item of an older version is read as it is', () => {
    const { packedHtml: _, ...older } = stored;
    expect(fromRecord({ ...older, html })?.html).toBe(html);
  });

  it.each<[string, unknown]>([
    ['bytes that are not packed HTML', Uint8Array.of(7, 7, 7)],
    ['text that is not base64', 'packed?'],
    ['a number', 7],
  ])('%s give no HTML, and the article is read', (_, packedHtml) => {
    expect(fromRecord({ ...stored, packedHtml })).toMatchObject({ title: article().title });
    expect(fromRecord({ ...stored, packedHtml })).not.toHaveProperty('html');
  });

  it('HTML that unpacks to more than an item ever had is left out', () => {
    const bomb = packHtml('a'.repeat(500_000));
    expect(unpackHtml(bomb)).toBeUndefined();
  });

  it('packed HTML takes a fraction of the HTML, because the text has most of it', () => {
    const lines = Array.from({ length: 60 }, (_, n) => `The ferry number ${n} is back at the pier of the old harbour.`);
    const whole = lines.map((line) => `<p>${line}</p>`).join('');
    expect(packHtml(whole, lines.join('\n')).length).toBeLessThan(whole.length / 10);
  });
});

describe('the attributes that a revision replaces', () => {
  it('the attributes name every part of the content, also those that this revision lacks', () => {
    const { title, contentHash } = article();
    const slight = { title, contentHash, authors: [], tags: [], textSource: 'feed' as const, wordCount: 0 };
    const attributes = contentAttributes(slight);
    expect(attributes).toMatchObject(slight);
    const {
      labels,
      articleId,
      revision,
      feedId,
      firstSeenAt,
      revisedAt,
      retractedAt,
      appearances,
      expiresAt,
      ...content
    } = completeArticle;
    expect(Object.keys(attributes).sort()).toEqual(Object.keys(content).sort());
    expect(attributes.url).toBeUndefined();
  });
});
