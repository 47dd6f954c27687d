import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { decodeArticleEvents } from '../../../lambdas/consumer/index.ts';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { toRecord } from '../../../lambdas/core/article/record/record.ts';
import { article } from '../../fakes/article.ts';

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

const imageOf = (item: object): NonNullable<Image> => marshall(item, { removeUndefinedValues: true }) as never;
const image = (of: Article): NonNullable<Image> => imageOf(toRecord(of));

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
const decode = (...records: DynamoDBRecord[]) => decodeArticleEvents({ Records: records } as DynamoDBStreamEvent);

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

describe('a record of the stream tells', () => {
  it('that an article was published', () => {
    expect(decode(record(undefined, image(first)))).toEqual([{ ...base, type: 'published', article: first }]);
  });

  it('that it was revised, with what it said before', () => {
    expect(decode(record(image(first), image(revised)))).toEqual([
      { ...base, type: 'revised', article: revised, previous: first },
    ]);
  });

  it('that it appeared elsewhere, and where', () => {
    expect(decode(record(image(first), image(carried)))).toEqual([
      { ...base, type: 'appeared', article: carried, previous: first, appearances: [appearance] },
    ]);
  });

  it('that its page is gone, and that it is there again', () => {
    expect(decode(record(image(first), image(retracted)))).toEqual([
      { ...base, type: 'retracted', article: retracted, previous: first },
    ]);
    expect(decode(record(image(retracted), image(first)))).toEqual([
      { ...base, type: 'restored', article: first, previous: retracted },
    ]);
  });

  it('that it was revised, when its page is there again and says something else', () => {
    expect(decode(record(image(retracted), image(revised))).map(({ type }) => type)).toEqual(['revised']);
  });

  it('both, when both came in one write, under two ids', () => {
    const both = { ...revised, appearances: carried.appearances };
    const events = decode(record(image(first), image(both)));
    expect(events.map(({ type, eventId }) => [type, eventId])).toEqual([
      ['revised', 'event-1'],
      ['appeared', 'event-1/appeared'],
    ]);
  });

  it.each<[string, string, Partial<DynamoDBRecord>]>([
    ['expired', 'TTL', { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }],
    ['deleted', 'somebody', {}],
    ['deleted', 'a role', { userIdentity: { type: 'AssumedRole', principalId: 'AROAEXAMPLE' } }],
  ])('that it was removed: %s, by %s', (reason, _, fields) => {
    expect(decode(record(image(first), undefined, fields))).toEqual([
      { ...base, type: 'removed', reason, previous: first },
    ]);
  });
});

describe('an event names what was too large for the table', () => {
  const { text: _, ...rest } = first;
  const large = { ...rest, textKey: 'articles/1/hash.txt', htmlKey: 'articles/1/hash.html' };

  it.each<[string, Image, Image, readonly string[]]>([
    ['text and HTML', undefined, image(large), ['text', 'html']],
    ['what the latest revision has there', image(large), image(revised), []],
    ['what was there, when it was removed', image(large), undefined, ['text', 'html']],
    ['nothing of an ordinary article', undefined, image(first), []],
  ])('%s', (_, before, after, expected) => {
    const [event] = decode(record(before, after));
    expect(event?.overflow).toEqual(expected);
    expect(event?.type === 'published' && expected.length > 0 && 'text' in event.article).toBe(false);
  });
});

describe('a record of the stream tells nothing', () => {
  it.each<[string, Image, Image]>([
    ['when nothing changed', image(first), image(first)],
    ['when only its expiry did', image(first), image(article({ expiresAt: '2027-01-01T00:00:00.000Z' }))],
    ['when it came back to an earlier revision', image(revised), image(first)],
    ['when an appearance was taken away', image(carried), image(first)],
    ['when the date of its retraction was mended', image(retracted), image(article({ retractedAt: LATER }))],
    ['when the item is no article', undefined, imageOf({ articleId: 'lock', owner: 'me' })],
    ['when an item that is no article was removed', imageOf({ articleId: 'lock' }), undefined],
    ['when it has no images', undefined, undefined],
  ])('%s', (_, before, after) => {
    expect(decode(record(before, after))).toEqual([]);
  });

  it('when it has nothing at all, and no record of a batch hides the next one', () => {
    const unknownType = { articleId: { X: 'of a later year' } } as unknown as NonNullable<Image>;
    const events = decode({}, record(undefined, unknownType), record(undefined, image(first)));
    expect(events.map(({ type }) => type)).toEqual(['published']);
  });
});

describe('readers', () => {
  it('are not disturbed by attributes of a later version', () => {
    const later = imageOf({ ...toRecord(first), mood: { value: ['good'] }, score: 0.5, raw: new Uint8Array([1]) });
    expect(decode(record(undefined, later))).toEqual([{ ...base, type: 'published', article: first }]);
  });

  it('see the same ids when a batch is delivered again, so that they can do each event once', () => {
    const records = [record(undefined, image(first)), record(image(first), image(carried), { eventID: 'event-2' })];
    const ids = decode(...records).map(({ eventId }) => eventId);
    expect(decode(...records).map(({ eventId }) => eventId)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  it('get the events in the order of the stream', () => {
    const events = decode(
      record(undefined, image(first), { eventID: '1' }),
      record(image(first), image(carried), { eventID: '2' }),
      record(image(carried), image({ ...revised, appearances: carried.appearances }), { eventID: '3' }),
      record(image(revised), undefined, { eventID: '4' }),
    );
    expect(events.map(({ type }) => type)).toEqual(['published', 'appeared', 'revised', 'removed']);
  });
});
