/** What is wrong with a feed, for people who look after many. */

import type { Feed } from '../record/feed.ts';
import { isSilent } from './silence.ts';

/** A gap is news for this long. */
const GAP_NEWS_MS = 7 * 86_400_000;

/** One sentence for each problem; none for a feed that is well. */
export function problemsOf(feed: Feed, now: Date): string[] {
  const { url, status, lastPoll, lastChangedAt, gaps = [], identity, leftOut, distrustedUntil = '' } = feed;
  const gap = gaps.at(-1);
  const isRecent = gap !== undefined && now.getTime() - Date.parse(gap.before) < GAP_NEWS_MS;
  return [
    status === 'gone' || lastPoll?.outcome === 'failed' ? (lastPoll?.detail ?? 'It is gone.') : '',
    lastPoll?.reason === 'html-page' ? `\`feeds discover ${url}\` looks for the feeds of this page.` : '',
    isSilent(feed, now) ? `Silent since ${lastChangedAt}, for far longer than its rhythm.` : '',
    isRecent ? `Items may have been missed between ${gap.after} and ${gap.before}.` : '',
    identity === 'url' ? 'Its guids change from poll to poll: items are known by their URLs.' : '',
    leftOut !== undefined
      ? `It holds too many items: ${leftOut} are not read, the oldest by date or else those at its end.`
      : '',
    distrustedUntil > now.toISOString()
      ? `A 304 has hidden news: polled without validators until ${distrustedUntil}.`
      : '',
  ].filter(Boolean);
}
