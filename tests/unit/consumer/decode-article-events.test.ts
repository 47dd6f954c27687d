import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { decodeArticleEvents, decodeArticleRecord } from '../../../lambdas/consumer/index.ts';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { toRecord } from '../../../lambdas/core/article/record/record.ts';
import { article } from '../../fakes/article.ts';

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

const imageOf = (item: object): NonNullable<Image> => marshall(item, { removeUndefinedValues: true }) as never;
const image = (article: Article): NonNullable<Image> => imageOf(toRecord(article));

function record(before: Image, after: Image, fields: Partial<DynamoDBRecord> = {}): DynamoDBRecord {
  return {
    eventID: 'event-1',
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    dynamodb: {
      ApproximateCreationDateTime: 1_795_420_805,
      SequenceNumber: '100',
      ...(before === undefined ? {} : { OldImage: before }),
      ...(after === undefined ? {} : { NewImage: after }),
    },
    ...fields,
  };
}
const decode = (...records: DynamoDBRecord[]) => decodeArticleEvents({ Records: records });

const appearance = {
  key: 'key-b',
  feedId: 'feed-b',
  feedUrl: 'https://valley.example/atom',
  firstSeenAt: '2026-11-23T09:00:00.000Z',
};
const first = article();
const carried = article({ appearances: [...first.appearances, appearance] });
const revised = article({ revision: 2, title: 'Ferry returns, late', contentHash: 'hash-2' });
const retracted = article({ retractedAt: '2026-11-24T08:00:00.000Z' });
const LATER = '2026-11-24T09:00:00.000Z';
const base = { articleId: 'article-1', eventId: 'event-1', at: '2026-11-23T08:00:05.000Z', overflow: [] };

describe('a record of the stream', () => {
  it('a first image of an article gives `published`', () => {
    expect(decode(record(undefined, image(first)))).toEqual([{ ...base, type: 'published', article: first }]);
  });

  it('a greater revision gives `revised`, with the previous article', () => {
    expect(decode(record(image(first), image(revised)))).toEqual([
      { ...base, type: 'revised', article: revised, previous: first },
    ]);
  });

  it('labels are decoded from a string set, sorted', () => {
    const labelled = image(article({ labels: ['b', 'a'] }));
    expect(labelled['labels']).toEqual({ SS: ['b', 'a'] });
    expect(decode(record(undefined, labelled))).toMatchObject([{ article: { labels: ['a', 'b'] } }]);
  });

  it('labels that alone have changed give no event', () => {
    expect(decode(record(image(first), image(article({ labels: ['a'] }))))).toEqual([]);
  });

  it('another appearance gives `appeared`, with the new appearance', () => {
    expect(decode(record(image(first), image(carried)))).toEqual([
      { ...base, type: 'appeared', article: carried, previous: first, appearances: [appearance] },
    ]);
  });

  it('a retraction date gives `retracted`', () => {
    expect(decode(record(image(first), image(retracted)))).toEqual([
      { ...base, type: 'retracted', article: retracted, previous: first },
    ]);
  });

  it('a retraction date that is removed gives `restored`', () => {
    expect(decode(record(image(retracted), image(first)))).toEqual([
      { ...base, type: 'restored', article: first, previous: retracted },
    ]);
  });

  it('a greater revision without the retraction date gives only `revised`', () => {
    expect(decode(record(image(retracted), image(revised))).map(({ type }) => type)).toEqual(['revised']);
  });

  it('a revision and an appearance in one write give two events under two ids', () => {
    const both = { ...revised, appearances: carried.appearances };
    const events = decode(record(image(first), image(both)));
    expect(events.map(({ type, eventId }) => [type, eventId])).toEqual([
      ['revised', 'event-1'],
      ['appeared', 'event-1/appeared'],
    ]);
  });

  it.each<[string, string, Partial<DynamoDBRecord>]>([
    [
      'an article that TTL removes gives `removed`, expired',
      'expired',
      { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } },
    ],
    ['an article that somebody removes gives `removed`, deleted', 'deleted', {}],
    [
      'an article that a role removes gives `removed`, deleted',
      'deleted',
      { userIdentity: { type: 'AssumedRole', principalId: 'AROAEXAMPLE' } },
    ],
  ])('%s', (_, reason, fields) => {
    expect(decode(record(image(first), undefined, fields))).toEqual([
      { ...base, type: 'removed', reason, previous: first },
    ]);
  });
});

describe('the overflow of an event', () => {
  const { text: _, ...rest } = first;
  const largeText = { ...rest, textKey: 'articles/1/hash.txt' };
  const largeHtml = { ...rest, htmlKey: 'articles/1/hash.html' };
  const large = { ...largeText, ...largeHtml };

  it.each<[string, Image, Image, readonly string[]]>([
    ['an event names text and HTML if both are too large for the table', undefined, image(large), ['text', 'html']],
    ['an event of a revision names the fields of the latest revision', image(large), image(revised), []],
    ['an event of a removal names the fields of the removed article', image(large), undefined, ['text', 'html']],
    ['an event names only the text if only the text is too large', undefined, image(largeText), ['text']],
    ['an event names only the HTML if only the HTML is too large', undefined, image(largeHtml), ['html']],
    ['an event of an ordinary article names no field', undefined, image(first), []],
  ])('%s', (_, before, after, expected) => {
    const [event] = decode(record(before, after));
    expect(event?.overflow).toEqual(expected);
    expect(event?.type === 'published' && expected.length > 0 && 'text' in event.article).toBe(false);
  });
});

describe('a record of the stream without an event', () => {
  it.each<[string, Image, Image]>([
    ['a record gives no event if nothing changed', image(first), image(first)],
    [
      'a record gives no event if only the expiry changed',
      image(first),
      image(article({ expiresAt: '2027-01-01T00:00:00.000Z' })),
    ],
    ['a record gives no event if the revision is an earlier one', image(revised), image(first)],
    ['a record gives no event if an appearance was removed', image(carried), image(first)],
    [
      'a record gives no event if only the date of the retraction changed',
      image(retracted),
      image(article({ retractedAt: LATER })),
    ],
    ['a record gives no event if the item is no article', undefined, imageOf({ articleId: 'lock', owner: 'me' })],
    ['a record gives no event if an item that is no article was removed', imageOf({ articleId: 'lock' }), undefined],
    ['a record gives no event if the record has no images', undefined, undefined],
  ])('%s', (_, before, after) => {
    expect(decode(record(before, after))).toEqual([]);
  });

  it('a record that is empty or of an unknown type gives no event, and the batch goes on after it', () => {
    const unknownType: NonNullable<Image> = JSON.parse('{"articleId":{"X":"of a later year"}}');
    const events = decode({}, record(undefined, unknownType), record(undefined, image(first)));
    expect(events.map(({ type }) => type)).toEqual(['published']);
  });
});

describe('the decoder', () => {
  it('the decoder passes over attributes of a later version', () => {
    const later = imageOf({ ...toRecord(first), mood: { value: ['good'] }, score: 0.5, raw: new Uint8Array([1]) });
    expect(decode(record(undefined, later))).toEqual([{ ...base, type: 'published', article: first }]);
  });

  it('events have the same ids when their batch is delivered again', () => {
    const records = [record(undefined, image(first)), record(image(first), image(carried), { eventID: 'event-2' })];
    const ids = decode(...records).map(({ eventId }) => eventId);
    expect(decode(...records).map(({ eventId }) => eventId)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  it('a record alone is decoded like a record of a batch', () => {
    const changed = record(image(first), image(carried));
    expect(decodeArticleRecord(changed)).toEqual(decode(changed));
  });

  it('an event of a record without id and time has an empty id and the time 1970', () => {
    expect(decode({ dynamodb: { NewImage: image(first) } })).toEqual([
      { ...base, eventId: '', at: '1970-01-01T00:00:00.000Z', type: 'published', article: first },
    ]);
  });

  it('events come in the order of the stream', () => {
    const events = decode(
      record(undefined, image(first), { eventID: '1' }),
      record(image(first), image(carried), { eventID: '2' }),
      record(image(carried), image({ ...revised, appearances: carried.appearances }), { eventID: '3' }),
      record(image(revised), undefined, { eventID: '4' }),
    );
    expect(events.map(({ type }) => type)).toEqual(['published', 'appeared', 'revised', 'removed']);
  });
});
