/** The feed that a person means by an address, an id, or the start of one. */
import type { FeedRegistry } from '../../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import { addedUrlOf, feedIdOf, normaliseFeedUrl } from '../../../lambdas/core/feed/record/feed-url.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { isStartOfId } from '../short-id.ts';
import { editDistance } from './edit-distance.ts';

/** A name of this distance is a slip of the hand; of a larger one, another name. */
const SLIP = 3;

/** The id that an address has; what is no address is taken for an id. */
export function feedIdNamed(name: string): string {
  const url = normaliseFeedUrl(name);
  return url === undefined ? name : feedIdOf(url);
}

/** @throws {CliError} when there is none, or several begin so; it says which was perhaps meant. */
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
  const meant = url === undefined ? undefined : nearest(url, feeds.map(addedUrlOf));
  const advice = meant === undefined ? '`feeds list` shows those that there are.' : `did you mean ${meant}?`;
  throw new CliError(`There is no feed ${name}: ${advice}`, EXIT.notFound);
}

function nearest(url: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({ each, distance: editDistance(url, each, SLIP) }))
    .filter(({ distance }) => distance <= SLIP)
    .sort((one, other) => one.distance - other.distance);
  return best?.each;
}
