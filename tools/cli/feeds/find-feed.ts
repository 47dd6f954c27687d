/** Finds the feed that a person names by its address, its id, or the start of its id. */
import type { FeedRegistry } from '../../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import { addedUrlOf, feedIdOf, normaliseFeedUrl } from '../../../lambdas/core/feed/record/feed-url.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { isStartOfId } from '../short-id.ts';
import { editDistance } from './edit-distance.ts';

/** Max edit distance of a typing error. A name of a larger distance is another name. */
const MAX_TYPO_DISTANCE = 3;

/** Returns the id of the feed with this address. A name that is no address counts as an id. */
export function feedIdNamed(name: string): string {
  const url = normaliseFeedUrl(name);
  return url === undefined ? name : feedIdOf(url);
}

/** @throws {CliError} if no feed or several feeds match; the message suggests a similar address */
export async function findFeed(registry: Pick<FeedRegistry, 'get' | 'list'>, name: string): Promise<Feed> {
  const known = await registry.get(feedIdNamed(name));
  if (known !== undefined) return known;
  const isStart = isStartOfId(name, 'feed');
  const feeds = await Array.fromAsync(registry.list());
  const begun = isStart ? feeds.filter(({ feedId }) => feedId.startsWith(name)) : [];
  const [first, ...others] = begun;
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined) {
    const all = begun.map((feed) => `${feed.feedId} (${addedUrlOf(feed)})`).join(', ');
    throw new CliError(`${begun.length} feeds begin with ${name}: ${all}. Give more of the id.`, EXIT.notFound);
  }
  const url = normaliseFeedUrl(name);
  const similar = url === undefined ? undefined : nearest(url, feeds.map(addedUrlOf));
  const advice = similar === undefined ? '`feeds list` shows all feeds.' : `did you mean ${similar}?`;
  throw new CliError(`There is no feed ${name}: ${advice}`, EXIT.notFound);
}

function nearest(url: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({ each, distance: editDistance(url, each, MAX_TYPO_DISTANCE) }))
    .filter(({ distance }) => distance <= MAX_TYPO_DISTANCE)
    .sort((a, b) => a.distance - b.distance);
  return best?.each;
}
