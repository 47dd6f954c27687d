/** What is wrong with a feed, for people who look after many. */

import type { Feed } from '../record/feed.ts';
import { isSilent } from './silence.ts';

/** A possible gap is a problem for this long. */
const RECENT_GAP_MS = 7 * 86_400_000;

/** Returns one sentence for each problem. */
export function problemsOf(feed: Feed, now: Date): string[] {
  return [...pollProblems(feed), ...newsProblems(feed, now), ...documentProblems(feed, now)];
}

/** The feed can't be polled, or its last poll failed. */
function* pollProblems({ url, status, lastPoll, credentials }: Feed): Generator<string> {
  if (status === 'gone' || lastPoll?.outcome === 'failed') yield lastPoll?.detail ?? 'It is gone.';
  if (lastPoll?.reason === 'html-page') yield `\`feeds discover ${url}\` looks for the feeds of this page.`;
  if (lastPoll?.reason === 'http-401' && credentials === undefined)
    yield `It wants a password: \`feeds set ${url} credentials=NAME\` names the secret.`;
}

/** News is missing. */
function* newsProblems(feed: Feed, now: Date): Generator<string> {
  if (isSilent(feed, now)) yield `Silent since ${feed.lastChangedAt}, for far longer than its rhythm.`;
  const gap = feed.gaps?.at(-1);
  if (gap !== undefined && now.getTime() - Date.parse(gap.before) < RECENT_GAP_MS)
    yield `Items may have been missed between ${gap.after} and ${gap.before}.`;
}

/** The publisher serves its document in a way that needs special care. */
function* documentProblems({ identity, leftOut, distrustedUntil = '' }: Feed, now: Date): Generator<string> {
  if (identity === 'url') yield 'Its guids change from poll to poll: items are known by their URLs.';
  if (leftOut !== undefined)
    yield `It holds too many items: ${leftOut} are not read, the oldest by date or else those at its end.`;
  if (distrustedUntil > now.toISOString())
    yield `A 304 has hidden news: polled without validators until ${distrustedUntil}.`;
}
