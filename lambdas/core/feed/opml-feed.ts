/** A feed as an OPML list has it. parse-opml.ts reads lists, format-opml.ts writes them. */
import { compact } from '../compact.ts';
import type { Feed } from './record/feed.ts';
import { type FeedSettings, settingsIn } from './record/feed-settings.ts';
import { addedUrlOf } from './record/feed-url.ts';

export interface OpmlFeed {
  /** Normalised, see `normaliseFeedUrl`. */
  readonly url: string;
  readonly title?: string;
  /** Sorted; from its folders and categories. */
  readonly labels?: readonly string[];
  readonly settings?: FeedSettings;
  /** @default active */
  readonly status?: 'paused';
}

/** The prefix of the attributes that only Wireroom knows: a setting's name, or `status`. Other readers pass over them. */
export const OUR_PREFIX = 'wireroom';
export const OUR_NAMESPACE = 'urn:wireroom:opml';

/** Returns what a list says of a feed, by the address that the feed was added under. */
export function opmlFeedOf(feed: Feed): OpmlFeed {
  const settings = settingsIn({ ...feed });
  return compact({
    url: addedUrlOf(feed),
    title: feed.title,
    labels: feed.labels,
    settings: Object.keys(settings).length === 0 ? undefined : settings,
    status: feed.status === 'paused' ? feed.status : undefined,
  });
}
