/** The messages of the queues, and the events of schedules. Functions parse them with these schemas and never cast them. */
import * as v from 'valibot';
import { MessageError } from '../errors.ts';
import type { FeedAuthor, FeedEnclosure, FeedItem, FeedMedia } from '../feed/document/feed-document.ts';
import { readRights } from '../rights/read-rights.ts';

const isoDateTime = v.pipe(v.string(), v.isoTimestamp());
const optionalText = v.exactOptional(v.string());

const pollMessage = v.object({
  version: v.literal(1),
  feedId: v.string(),
  /** The due time that caused this poll. If the Feed has another due time by now, the message is stale. */
  nextPollAt: isoDateTime,
  /** The host that will be visited (`hostOf`); absent in messages of an earlier version. */
  host: optionalText,
});

/** A schema for each field of T. If a schema lacks a field, this file doesn't compile; the queue would lose the field. */
type Fields<T> = { readonly [K in keyof Required<T>]: v.GenericSchema<unknown, unknown> };

const author = v.object({ name: v.string(), email: optionalText } satisfies Fields<FeedAuthor>);

const enclosure = v.object({
  url: v.string(),
  type: optionalText,
  length: v.exactOptional(v.number()),
  durationSeconds: v.exactOptional(v.number()),
  title: optionalText,
  role: v.exactOptional(v.picklist(['alternate', 'transcript', 'chapters'])),
} satisfies Fields<FeedEnclosure>);

const media = v.object({
  url: v.string(),
  kind: v.picklist(['content', 'thumbnail']),
  type: optionalText,
  medium: optionalText,
  credit: optionalText,
  length: v.exactOptional(v.number()),
  durationSeconds: v.exactOptional(v.number()),
  title: optionalText,
  group: v.exactOptional(v.number()),
  isDefault: v.exactOptional(v.literal(true)),
} satisfies Fields<FeedMedia>);

const feedItem = v.object({
  guid: optionalText,
  url: optionalText,
  urlIsShared: v.exactOptional(v.literal(true)),
  title: optionalText,
  summary: optionalText,
  content: optionalText,
  authors: v.pipe(v.array(author), v.readonly()),
  publishedAt: optionalText,
  publishedRaw: optionalText,
  updatedAt: optionalText,
  categories: v.pipe(v.array(v.string()), v.readonly()),
  imageUrl: optionalText,
  enclosures: v.exactOptional(v.pipe(v.array(enclosure), v.readonly())),
  media: v.exactOptional(v.pipe(v.array(media), v.readonly())),
  rights: v.exactOptional(
    v.pipe(
      v.unknown(),
      v.transform((value) => readRights(value) ?? { source: {} }),
    ),
  ),
} satisfies Fields<FeedItem>);

const itemMessage = v.object({
  version: v.literal(1),
  feed: v.object({
    feedId: v.string(),
    url: v.string(),
    title: optionalText,
    language: optionalText,
    /** `off`: the feed's articles are composed of the feed alone. */
    pages: v.exactOptional(v.picklist(['on', 'off'])),
    /** The feed's labels when the item was found. */
    labels: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
    /** The feed's settings, by the names of `FeedSettings`. */
    retentionDays: v.exactOptional(v.number()),
    languageSetting: optionalText,
    site: v.exactOptional(v.picklist(['own', 'other'])),
    /** The feed was opened with credentials. */
    restricted: v.exactOptional(v.literal(true)),
  }),
  item: feedItem,
  /** Whether the item is too old for its page to be read, at the first poll of its feed. */
  isBackfill: v.exactOptional(v.literal(true)),
  /** When the document with this item was fetched. Of two messages about one item, the later message counts. */
  foundAt: isoDateTime,
});

/** Asks to read the page of an article again. */
const recheckMessage = v.object({
  version: v.literal(1),
  recheck: v.object({
    articleId: v.string(),
    /** The article's address; its host is the message group. */
    url: v.string(),
  }),
});

/** The event of a schedule that must not skip a run. */
const scheduledRun = v.object({
  /** When the run was due, even if it begins later. */
  scheduledTime: isoDateTime,
});

/** Refers to a message in the Bodies bucket, because the message was too large for the queue. */
const bodyReference = v.object({ version: v.literal(1), bodyKey: v.string() });

const itemsQueueMessage = v.lazy((input) => {
  const has = (key: string): boolean => typeof input === 'object' && input !== null && key in input;
  return has('bodyKey') ? bodyReference : has('recheck') ? recheckMessage : itemMessage;
});

export type PollMessage = v.InferOutput<typeof pollMessage>;
export type ItemMessage = v.InferOutput<typeof itemMessage>;
export type RecheckMessage = v.InferOutput<typeof recheckMessage>;
export type ScheduledRun = v.InferOutput<typeof scheduledRun>;
export type BodyReference = v.InferOutput<typeof bodyReference>;

/** Parses a message of the Polls queue. @throws {MessageError} saying where the message departs from the schema */
export const parsePollMessage = (body: string): PollMessage => parse(pollMessage, body);

/** Parses a message of the Items queue. @throws {MessageError} */
export const parseItemMessage = (body: string): ItemMessage | RecheckMessage | BodyReference =>
  parse(itemsQueueMessage, body);

/** Parses the event of a schedule. @throws {MessageError} */
export const parseScheduledRun = (event: unknown): ScheduledRun => check(scheduledRun, event);

/** Returns a message as text that SQS accepts. */
export function messageBody(message: PollMessage | ItemMessage | RecheckMessage | BodyReference): string {
  // SQS refuses U+FFFE and U+FFFF (SendMessage, "characters"), and its emulators refuse everything beyond U+FFFF. JSON.stringify
  // escapes the other characters that SQS refuses.
  return JSON.stringify(message).replace(/[\u{10000}-\u{10ffff}\ufffe\uffff]/gu, escaped);
}

function escaped(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at++) text += `\\u${character.charCodeAt(at).toString(16)}`;
  return text;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, body: string): T {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new MessageError('The message is not JSON.', { cause });
  }
  return check(schema, value);
}

function check<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`);
  throw new MessageError(`The message is not what was expected: ${problems.join('; ')}.`);
}
