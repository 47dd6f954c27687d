/** The feed document's hints on when to poll it again, and the hub that announces its news. */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { all, first, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedHints, FeedHub } from './feed-document.ts';

/** Lengths of `sy:updatePeriod`, in minutes (http://web.resource.org/rss/1.0/modules/syndication/). */
const PERIODS = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** @returns undefined when the document has no hints */
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
 * The hub that announces news of this feed, and the feed's address there (WebSub §4: links with `rel` hub and self).
 *
 * @param links elements with `rel` and `href`
 */
export function hubOf(links: readonly unknown[], base: DocumentBase): FeedHub | undefined {
  const target = (rel: string): string | undefined =>
    base.absolute(
      attributeOf(
        links.find((link) => attributeOf(link, 'rel') === rel),
        'href',
      ),
    );
  const url = target('hub');
  return url === undefined ? undefined : { url, topic: target('self') ?? base.url };
}

/**
 * In minutes: `daily` with a frequency of 2 is 720. The period's default is daily, and the frequency's default is 1.
 */
function updateInterval(period: string | undefined, frequency: string | undefined): number | undefined {
  if (period === undefined && frequency === undefined) return undefined;
  const minutes = PERIODS.get(period?.toLowerCase() ?? 'daily');
  return minutes === undefined ? undefined : Math.max(1, Math.round(minutes / (positive(frequency) ?? 1)));
}

/** The hour of the day, -1 when the text is no hour. Midnight is 24 in RSS 0.91, and 0 in RSS 2.0. */
const hourOf = (hour: string): number => (/^\d{1,2}$/.test(hour) && Number(hour) <= 24 ? Number(hour) % 24 : -1);

function positive(digits: string | undefined): number | undefined {
  const value = /^\d{1,9}$/.test(digits ?? '') ? Number(digits) : 0;
  return value > 0 ? value : undefined;
}

/** The values in ascending order, each once, without the negative ones, which stand for values that make no sense. */
function someOf(values: readonly number[]): number[] | undefined {
  const known = [...new Set(values.filter((value) => value >= 0))].sort((a, b) => a - b);
  return known.length > 0 ? known : undefined;
}

const textsWithin = (channel: RawElement, box: string, name: string): string[] =>
  all(channel, box).flatMap((each) => childrenOf(each, name).flatMap((child) => textOf(child) ?? []));
