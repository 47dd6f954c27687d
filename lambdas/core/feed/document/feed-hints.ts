/** What a feed document says about when it is worth asking again, and who would tell us sooner. */
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { all, first, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedHints, FeedHub } from './feed-document.ts';

/** `sy:updatePeriod` (http://web.resource.org/rss/1.0/modules/syndication/), in minutes. */
const PERIODS = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** @returns undefined when the document says nothing of the kind. */
export function hintsOf(channel: RawElement): FeedHints | undefined {
  const hints = compact({
    ttlMinutes: positive(first(channel, 'ttl')),
    updateEveryMinutes: updateInterval(first(channel, 'sy:updatePeriod'), first(channel, 'sy:updateFrequency')),
    skipHours: someOf(textsWithin(channel, 'skipHours', 'hour').map(hourOf)),
    skipDays: someOf(textsWithin(channel, 'skipDays', 'day').map((day) => DAYS.indexOf(day.toLowerCase()))),
  });
  return Object.keys(hints).length > 0 ? hints : undefined;
}

/**
 * The hub that announces news of this feed, and what the feed is called there (WebSub §4: links with `rel` hub and self).
 * @param links elements with `rel` and `href`
 */
export function hubOf(links: readonly unknown[], baseUrl: string): FeedHub | undefined {
  const target = (rel: string): string | undefined =>
    absoluteUrl(
      attributeOf(
        links.find((link) => attributeOf(link, 'rel') === rel),
        'href',
      ),
      baseUrl,
    );
  const url = target('hub');
  return url === undefined ? undefined : { url, topic: target('self') ?? baseUrl };
}

/** The period has a frequency: twice `daily` is every 720 minutes. Both have defaults: daily, and once. */
function updateInterval(period: string | undefined, frequency: string | undefined): number | undefined {
  if (period === undefined && frequency === undefined) return undefined;
  const minutes = PERIODS.get(period?.toLowerCase() ?? 'daily');
  return minutes === undefined ? undefined : Math.max(1, Math.round(minutes / (positive(frequency) ?? 1)));
}

/** RSS 0.91 counted to 24, RSS 2.0 starts at 0; both mean midnight. */
const hourOf = (hour: string): number => (/^\d{1,2}$/.test(hour) && Number(hour) <= 24 ? Number(hour) % 24 : -1);

function positive(digits: string | undefined): number | undefined {
  const value = /^\d{1,9}$/.test(digits ?? '') ? Number(digits) : 0;
  return value > 0 ? value : undefined;
}

/** In order, each once; a negative number is a value that makes no sense. */
function someOf(values: readonly number[]): number[] | undefined {
  const known = [...new Set(values.filter((value) => value >= 0))].sort((a, b) => a - b);
  return known.length > 0 ? known : undefined;
}

const textsWithin = (channel: RawElement, box: string, name: string): string[] =>
  all(channel, box).flatMap((each) => childrenOf(each, name).flatMap((child) => textOf(child) ?? []));
