import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageError } from '../../../../lambdas/core/errors.ts';
import {
  type ItemMessage,
  messageBody,
  type PollMessage,
  parseItemMessage,
  parsePollMessage,
} from '../../../../lambdas/core/queues/messages.ts';
import { item, message } from '../../../fakes/messages.ts';

const poll: PollMessage = { version: 1, feedId: 'feed-a', nextPollAt: '2026-11-23T08:00:00.000Z' };
const whole: ItemMessage = message({
  feed: { feedId: 'feed-a', url: 'https://harbour.example/rss', title: 'Harbour Post', language: 'en' },
  item: item({
    urlIsShared: true,
    content: '<p>Long</p>',
    authors: [{ name: 'Ada' }, { name: 'Grace', email: 'grace@harbour.example' }],
    publishedAt: '2026-11-23T07:00:00.000Z',
    updatedAt: '2026-11-23T07:30:00.000Z',
    categories: ['Sea'],
    imageUrl: 'https://harbour.example/i.jpg',
  }),
});

describe('a message', () => {
  it.each<[string, ItemMessage]>([
    ['with everything', whole],
    ['with as little as possible', message({ item: { authors: [], categories: [] } })],
  ])('about an item comes out as it went in: %s', (_, sent) => {
    expect(parseItemMessage(messageBody(sent))).toEqual(sent);
  });

  it('about a poll comes out as it went in', () => {
    expect(parsePollMessage(messageBody(poll))).toEqual(poll);
  });

  it('about a recheck comes out as it went in', () => {
    const sent = { version: 1, recheck: { articleId: 'article-1', url: 'https://harbour.example/news/1' } } as const;
    expect(parseItemMessage(messageBody(sent))).toEqual(sent);
  });

  it('that was too large comes out as a reference', () => {
    const overflow = { version: 1, bodyKey: 'messages/1.json' } as const;
    expect(parseItemMessage(messageBody(overflow))).toEqual(overflow);
  });

  it('loses what this version does not know', () => {
    expect(parsePollMessage(JSON.stringify({ ...poll, priority: 9 }))).toEqual(poll);
    const sent = { ...whole, item: { ...whole.item, mood: 'good' }, extra: [] };
    expect(parseItemMessage(JSON.stringify(sent))).toEqual(whole);
  });

  it('carries any text in characters that SQS accepts (SendMessage, "characters")', () => {
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

describe('a message is refused, and it is said why', () => {
  it.each([
    ['no JSON', 'hello', 'The message is not JSON.'],
    ['nothing', '', 'The message is not JSON.'],
    ['another type', '[]', /^The message is not what was expected: /],
    ['null', 'null', /^The message is not what was expected: message: /],
    ['a missing field', JSON.stringify({ version: 1, nextPollAt: poll.nextPollAt }), /feedId: .*undefined/],
    ['another version', JSON.stringify({ ...poll, version: 2 }), /version: .*Expected 1 but received 2/],
    ['a date that is none', JSON.stringify({ ...poll, nextPollAt: 'soon' }), /nextPollAt: .*soon/],
    ['a wrong type', JSON.stringify({ ...poll, feedId: 7 }), /feedId: .*Expected string but received 7/],
    ['several faults at once', JSON.stringify({ version: 1 }), /feedId: .*; nextPollAt: /],
  ])('a poll: %s', (_, body, expected) => {
    expect(() => parsePollMessage(body)).toThrow(MessageError);
    expect(() => parsePollMessage(body)).toThrow(expected);
  });

  it.each([
    ['no JSON', '<rss/>', 'The message is not JSON.'],
    ['null', 'null', /message: /],
    ['an item without lists', JSON.stringify({ ...whole, item: {} }), /item\.authors: .*item\.categories: /],
    [
      'an author without a name',
      JSON.stringify({ ...whole, item: { ...whole.item, authors: [{}] } }),
      /item\.authors\.0\.name/,
    ],
    [
      'a null where nothing should be',
      JSON.stringify({ ...whole, item: { ...whole.item, title: null } }),
      /item\.title/,
    ],
    ['a reference of another version', JSON.stringify({ version: 2, bodyKey: 'a' }), /version/],
    ['a reference to nothing', JSON.stringify({ version: 1, bodyKey: null }), /bodyKey/],
  ])('an item: %s', (_, body, expected) => {
    expect(() => parseItemMessage(body)).toThrow(MessageError);
    expect(() => parseItemMessage(body)).toThrow(expected);
  });
});
