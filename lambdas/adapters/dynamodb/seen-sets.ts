/**
 * The seen sets of feeds: items of their own in the Feeds table, with the key `seen:` + feedId. A seen set has up to 32 kB, and the
 * feed's own item is rewritten by each poll, and billed by its size.
 */
import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Feed } from '../../core/feed/record/feed.ts';
import { updateIf } from './conditional-write.ts';

type Item = Readonly<Record<string, unknown>>;

/** A feed's id is a hash, so it never equals such a key. */
export const seenKeyOf = (feedId: string): string => `seen:${feedId}`;

/**
 * The feed with its seen set. A seen set that a removed feed left behind doesn't count for a feed that has no document yet. A feed
 * of an earlier version holds its seen set itself, until a poll changes the seen set.
 */
export function withSeen(feed: Feed | undefined, item: Item | undefined): Feed | undefined {
  const seen = item?.['seen'];
  const hasDocument = feed?.bodyHash !== undefined;
  return hasDocument && seen instanceof Uint8Array ? { ...feed, seen } : feed;
}

/**
 * Stores the seen set that a poll leaves, unless a later poll has stored its own. Written before the poll is recorded: its items are
 * sent by then, so that none is forgotten.
 *
 * @returns false, and writes nothing, if the seen set is the one before
 */
export async function keepSeen(
  client: DynamoDBDocumentClient,
  tableName: string,
  { feedId, seen: before }: Feed,
  seen: Uint8Array | undefined,
  at: string,
): Promise<boolean> {
  if (seen === undefined || (before !== undefined && Buffer.compare(before, seen) === 0)) return false;
  await updateIf(client, {
    tableName,
    key: { feedId: seenKeyOf(feedId) },
    attributes: { seen, polledAt: at },
    condition: 'attribute_not_exists(polledAt) OR polledAt < :at',
    values: { ':at': at },
  });
  return true;
}

export const removeSeen = (client: DynamoDBDocumentClient, tableName: string, feedId: string): Promise<unknown> =>
  client.send(new DeleteCommand({ TableName: tableName, Key: { feedId: seenKeyOf(feedId) } }));
