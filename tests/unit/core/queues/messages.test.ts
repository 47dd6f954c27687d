import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageError } from '../../../../lambdas/core/errors.ts';
import {
  type ItemMessage,
  messageBody,
  type PollMessage,
  parseItemMessage,
  parsePollMessage,
  parseScheduledRun,
} from '../../../../lambdas/core/queues/messages.ts';
import { item, message } from '../../../fakes/messages.ts';

const poll: PollMessage = { version: 1, feedId: 'feed-a', nextPollAt: '2026-11-23T08:00:00.000Z' };
const whole: ItemMessage = message({
  feed: { feedId: 'feed-a', url: 'https://harbour.example/rss', title: 'Harbour Post', language: 'en', pages: 'off' },
  item: item({
    urlIsShared: true,
    content: '<p>Long</p>',
    authors: [{ name: 'Ada' }, { name: 'Grace', email: 'grace@harbour.example' }],
    publishedAt: '2026-11-23T07:00:00.000Z',
    updatedAt: '2026-11-23T07:30:00.000Z',
    categories: ['Sea'],
    imageUrl: 'https://harbour.example/i.jpg',
    publishedRaw: 'Mon, 23 Nov 2026 07:00:00 GMT',
    enclosures: [{ url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', length: 1_000 }],
    media: [
      { url: 'https://harbour.example/m.jpg', kind: 'content', type: 'image/jpeg', medium: 'image', credit: 'Ada' },
      { url: 'https://harbour.example/t.jpg', kind: 'thumbnail' },
    ],
  }),
});

describe('a message', () => {
  it.each<[string, ItemMessage]>([
    ['an item with every field comes out as it went in', whole],
    [
      'an item of a feed that is followed with its pages comes out as it went in',
      message({ feed: { ...whole.feed, pages: 'on' } }),
    ],
    [
      'an item with the required fields only comes out as it went in',
      message({ item: { authors: [], categories: [] } }),
    ],
  ])('%s', (_, sent) => {
    expect(parseItemMessage(messageBody(sent))).toEqual(sent);
  });

  it.each<[string, PollMessage]>([
    ['a poll comes out as it went in', poll],
    ['a poll with its host comes out as it went in', { ...poll, host: 'harbour.example' }],
  ])('%s', (_, sent) => {
    expect(parsePollMessage(messageBody(sent))).toEqual(sent);
  });

  it('a recheck comes out as it went in', () => {
    const sent = { version: 1, recheck: { articleId: 'article-1', url: 'https://harbour.example/news/1' } } as const;
    expect(parseItemMessage(messageBody(sent))).toEqual(sent);
  });

  it('a reference to a message that was too large comes out as it went in', () => {
    const overflow = { version: 1, bodyKey: 'messages/1.json' } as const;
    expect(parseItemMessage(messageBody(overflow))).toEqual(overflow);
  });

  it('a message loses the fields that this version does not know', () => {
    expect(parsePollMessage(JSON.stringify({ ...poll, priority: 9 }))).toEqual(poll);
    const sent = { ...whole, item: { ...whole.item, mood: 'good' }, extra: [] };
    expect(parseItemMessage(JSON.stringify(sent))).toEqual(whole);
  });

  it('a message carries any text in characters that SQS accepts (SendMessage, "characters")', () => {
    const accepted = /^(?:[\t\n\r]|[\u0020-\uD7FF]|[\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}])*$/u;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\uFFFE', '\uFFFF', '\uD800', '\u0000'),
        (a, b) => {
          const sent = message({ item: item({ title: a + b }) });
          const body = messageBody(sent);
          expect(body).toMatch(accepted);
          expect(body).not.toMatch(/[\uD800-\uDFFF]/); // queue emulators refuse characters beyond U+FFFF
          expect(parseItemMessage(body)).toEqual(sent);
        },
      ),
    );
  });
});

describe('a message that does not match its schema', () => {
  it.each([
    ['a poll that is no JSON is refused', 'hello', 'The message is not JSON.'],
    ['an empty poll is refused', '', 'The message is not JSON.'],
    ['a poll that is a list is refused', '[]', /^The message is not what was expected: /],
    ['a poll that is null is refused', 'null', /^The message is not what was expected: message: /],
    [
      'a poll without its feed is refused',
      JSON.stringify({ version: 1, nextPollAt: poll.nextPollAt }),
      /feedId: .*undefined/,
    ],
    [
      'a poll of another version is refused',
      JSON.stringify({ ...poll, version: 2 }),
      /version: .*Expected 1 but received 2/,
    ],
    ['a poll whose date is no date is refused', JSON.stringify({ ...poll, nextPollAt: 'soon' }), /nextPollAt: .*soon/],
    [
      'a poll with a number instead of a text is refused',
      JSON.stringify({ ...poll, feedId: 7 }),
      /feedId: .*Expected string but received 7/,
    ],
    [
      'a poll with several faults is refused with all of them',
      JSON.stringify({ version: 1 }),
      /feedId: .*; nextPollAt: /,
    ],
  ])('%s', (_, body, expected) => {
    expect(() => parsePollMessage(body)).toThrow(MessageError);
    expect(() => parsePollMessage(body)).toThrow(expected);
  });

  it.each([
    ['an item that is no JSON is refused', '<rss/>', 'The message is not JSON.'],
    ['an item message that is null is refused', 'null', /message: /],
    ['an item message that is a text is refused', '"item"', /message: /],
    [
      'an item without its lists is refused',
      JSON.stringify({ ...whole, item: {} }),
      /item\.authors: .*item\.categories: /,
    ],
    [
      'an item with an author without a name is refused',
      JSON.stringify({ ...whole, item: { ...whole.item, authors: [{}] } }),
      /item\.authors\.0\.name/,
    ],
    [
      'an item with null instead of an absent title is refused',
      JSON.stringify({ ...whole, item: { ...whole.item, title: null } }),
      /item\.title/,
    ],
    ['a reference of another version is refused', JSON.stringify({ version: 2, bodyKey: 'a' }), /version/],
    ['a reference without a key is refused', JSON.stringify({ version: 1, bodyKey: null }), /bodyKey/],
  ])('%s', (_, body, expected) => {
    expect(() => parseItemMessage(body)).toThrow(MessageError);
    expect(() => parseItemMessage(body)).toThrow(expected);
  });

  it('an error about a message that is no JSON has the parser’s error as its cause', () => {
    expect(causeOf(() => parsePollMessage('hello'))).toBeInstanceOf(SyntaxError);
  });
});

const causeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as Error).cause;
  }
};

describe('the event of a schedule', () => {
  it('an event is read with the time when its run was due', () => {
    const event = { scheduledTime: '2026-11-23T08:00:00Z', 'detail-type': 'Scheduled Event' };
    expect(parseScheduledRun(event)).toEqual({ scheduledTime: '2026-11-23T08:00:00Z' });
  });

  it.each([
    ['an event without its time is refused', {}, /scheduledTime: /],
    [
      'an event whose time is no date is refused',
      { scheduledTime: '<aws.scheduler.scheduled-time>' },
      /scheduledTime: /,
    ],
    ['an event that is no object is refused', undefined, /message: /],
  ])('%s', (_, event, expected) => {
    expect(() => parseScheduledRun(event)).toThrow(MessageError);
    expect(() => parseScheduledRun(event)).toThrow(expected);
  });
});
