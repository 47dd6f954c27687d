/** What functions are woken with. Messages are parsed with these schemas, never cast. */
import * as v from 'valibot';
import { MessageError } from '../errors.ts';

const isoDateTime = v.pipe(v.string(), v.isoTimestamp());

const pollMessage = v.object({
  version: v.literal(1),
  feedId: v.string(),
  /** The due time that this poll answers; when the Feed has another one by now, the message is stale. */
  nextPollAt: isoDateTime,
  /** The host that will be visited (`hostOf`); messages of an earlier version don't tell. */
  host: v.exactOptional(v.string()),
});

const feedItem = v.object({
  guid: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
  urlIsShared: v.exactOptional(v.literal(true)),
  title: v.exactOptional(v.string()),
  summary: v.exactOptional(v.string()),
  content: v.exactOptional(v.string()),
  authors: v.pipe(v.array(v.object({ name: v.string(), email: v.exactOptional(v.string()) })), v.readonly()),
  publishedAt: v.exactOptional(v.string()),
  publishedRaw: v.exactOptional(v.string()),
  updatedAt: v.exactOptional(v.string()),
  categories: v.pipe(v.array(v.string()), v.readonly()),
  imageUrl: v.exactOptional(v.string()),
  enclosures: v.exactOptional(
    v.pipe(
      v.array(v.object({ url: v.string(), type: v.exactOptional(v.string()), length: v.exactOptional(v.number()) })),
      v.readonly(),
    ),
  ),
  media: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          url: v.string(),
          kind: v.picklist(['content', 'thumbnail']),
          type: v.exactOptional(v.string()),
          medium: v.exactOptional(v.string()),
          credit: v.exactOptional(v.string()),
        }),
      ),
      v.readonly(),
    ),
  ),
});

const itemMessage = v.object({
  version: v.literal(1),
  feed: v.object({
    feedId: v.string(),
    url: v.string(),
    title: v.exactOptional(v.string()),
    language: v.exactOptional(v.string()),
    /** `off`: its articles are made of the feed alone. */
    pages: v.exactOptional(v.picklist(['on', 'off'])),
  }),
  item: feedItem,
  /** When the document with this item was fetched; of two messages about one item the later one is right. */
  foundAt: isoDateTime,
});

/** An article whose page is to be looked at once more. */
const recheckMessage = v.object({
  version: v.literal(1),
  recheck: v.object({
    articleId: v.string(),
    /** The article's address, by whose host messages are grouped. */
    url: v.string(),
  }),
});

/** The event of a schedule whose runs each count. */
const scheduledRun = v.object({
  /** When the run was due, however late it comes. */
  scheduledTime: isoDateTime,
});

/** A message that was too large for the queue: it lies in the Bodies bucket. */
const overflow = v.object({ version: v.literal(1), bodyKey: v.string() });

const inItems = v.lazy((input) => {
  const has = (key: string): boolean => typeof input === 'object' && input !== null && key in input;
  return has('bodyKey') ? overflow : has('recheck') ? recheckMessage : itemMessage;
});

export type PollMessage = v.InferOutput<typeof pollMessage>;
export type ItemMessage = v.InferOutput<typeof itemMessage>;
export type RecheckMessage = v.InferOutput<typeof recheckMessage>;
export type ScheduledRun = v.InferOutput<typeof scheduledRun>;
export type Overflow = v.InferOutput<typeof overflow>;

/** @throws {MessageError} that says where the message departs from the schema. */
export const parsePollMessage = (body: string): PollMessage => parse(pollMessage, body);

/** A message of the Items queue. @throws {MessageError} */
export const parseItemMessage = (body: string): ItemMessage | RecheckMessage | Overflow => parse(inItems, body);

/** @throws {MessageError} */
export const parseScheduledRun = (event: unknown): ScheduledRun => check(scheduledRun, event);

/** A message as text that SQS accepts. */
export function messageBody(message: PollMessage | ItemMessage | RecheckMessage | Overflow): string {
  // SQS refuses U+FFFE and U+FFFF (SendMessage, "characters"), its emulators all that is beyond U+FFFF; other characters
  // that are refused, JSON escapes by itself.
  return JSON.stringify(message).replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
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
