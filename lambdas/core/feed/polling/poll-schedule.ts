/** When a feed is polled again. Pure: the clock is an argument, each outcome has its rule, each decision its reason. */
import { digest } from '../../hash.ts';
import { failureWeight } from '../../web/failure-weight.ts';
import type { PublisherHints } from '../record/feed.ts';
import type { NextPoll } from '../record/feed-store.ts';
import { nextWelcomeHour, publisherFloor } from './publisher-hints.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** A new feed's interval: what a poll learns of a feed's rhythm takes two polls. */
export const FIRST_INTERVAL_MINUTES = 30;
const MAX_INTERVAL_MINUTES = DAY_MINUTES;
const MAX_BACKOFF_MINUTES = 7 * DAY_MINUTES;
/**
 * Where `Retry-After` says when the service is there again (RFC 9110 §15.6.4, RFC 6585 §4); elsewhere it only adds to
 * the back-off.
 */
const SENDS_AWAY = /^http-(?:429|503)$/;
/** A poll is moved out of excluded hours and days by so many minutes after it was due, or to a day from now. */
const MAX_MOVE_MINUTES = 12 * 60;
/** From this share of new items on, the next poll might find that items have come and gone. */
const CROWDED_SHARE = 0.5;
/** Jitter: at most a tenth of the wait, and half an hour. */
const JITTER_SHARE = 0.1;
const MAX_JITTER_MINUTES = 30;

export interface ScheduleState {
  readonly feedId: string;
  readonly intervalMinutes: number;
  /** The weights of the failures since the last poll that didn't fail, added up. */
  readonly failures: number;
  /** The mean time between two items. */
  readonly meanGapMinutes?: number;
  /** When the last news was found, ISO 8601. */
  readonly lastChangedAt?: string;
}

/** What a poll came to, as far as the cadence goes. */
export type ScheduleOutcome =
  /** The first document: all of it is new, which says nothing about its rhythm. */
  | { readonly kind: 'first' }
  /** @param share how much of the document was new, 0 to 1; 1 when nothing of the last document was left. */
  | { readonly kind: 'changed'; readonly share: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ScheduleHints {
  readonly publisher?: PublisherHints;
  /** `Retry-After`, as the moment that it names. */
  readonly retryAt?: Date;
  /** The operator's floor, in minutes. */
  readonly floorMinutes: number;
}

export function nextPollAt(outcome: ScheduleOutcome, state: ScheduleState, hints: ScheduleHints, now: Date): NextPoll {
  switch (outcome.kind) {
    case 'first':
      return settled(state, hints, now, FIRST_INTERVAL_MINUTES, 'The first document was read: the interval starts at');
    case 'changed':
      return outcome.share >= CROWDED_SHARE
        ? settled(state, hints, now, state.intervalMinutes / 4, 'Most items were new: the interval is quartered, to')
        : settled(state, hints, now, state.intervalMinutes / 2, 'The feed had news: the interval is halved, to');
    case 'unchanged':
      return settled(state, hints, now, grown(state, now), 'Nothing new: the interval grows, to');
    case 'failed':
      return backedOff(outcome.reason, state, hints, now);
  }
}

/** A poll that finds its host in a cool-down is put off until that is over, and a little, for others wait too. */
export function afterCoolDown(
  coolDownUntil: Date,
  { feedId }: Pick<ScheduleState, 'feedId'>,
  now: Date,
): Pick<NextPoll, 'at' | 'reason'> {
  const at = later(now, jittered(minutesUntil(coolDownUntil, now), feedId));
  return { at, reason: `Put off: its host asks to be left alone until ${coolDownUntil.toISOString()}.` };
}

/** By half, but not beyond the feed's own rhythm, which slows down itself while nothing comes. */
function grown({ intervalMinutes, meanGapMinutes, lastChangedAt }: ScheduleState, now: Date): number {
  const wish = intervalMinutes * 1.5;
  if (meanGapMinutes === undefined || lastChangedAt === undefined) return wish;
  const quietMinutes = (now.getTime() - Date.parse(lastChangedAt)) / MINUTE;
  return Math.max(intervalMinutes, Math.min(wish, Math.max(meanGapMinutes, quietMinutes / 2)));
}

function settled(state: ScheduleState, hints: ScheduleHints, now: Date, wish: number, why: string): NextPoll {
  const intervalMinutes = clamp(wish, hints.floorMinutes, MAX_INTERVAL_MINUTES);
  const asked = publisherFloor(hints.publisher);
  const retry = minutesUntil(hints.retryAt, now);
  const floor = retry > asked.minutes ? { minutes: retry, by: 'Retry-After' } : asked;
  const askedMinutes = Math.min(floor.minutes, Math.max(DAY_MINUTES, hints.floorMinutes));
  const isAsked = askedMinutes > intervalMinutes;
  const wanted = later(now, jittered(isAsked ? askedMinutes : intervalMinutes, state.feedId));
  const welcome = nextWelcomeHour(hints.publisher, wanted, latestMove(wanted, now));
  const reason = isAsked
    ? `The publisher asks for ${Math.round(askedMinutes)} minutes (${floor.by}).`
    : `${why} ${Math.round(intervalMinutes)} minutes.`;
  const moved = welcome.at > wanted ? ` Moved to an hour that the publisher does not exclude (${welcome.by}).` : '';
  return { at: welcome.at, reason: reason + moved, intervalMinutes, failures: 0 };
}

function backedOff(reason: string, state: ScheduleState, hints: ScheduleHints, now: Date): NextPoll {
  const failures = state.failures + failureWeight(reason);
  const kept = { intervalMinutes: state.intervalMinutes, failures };
  const doubled = Math.min(FIRST_INTERVAL_MINUTES * 2 ** (failures - 1), MAX_BACKOFF_MINUTES);
  const asked = clamp(minutesUntil(hints.retryAt, now), 0, Math.max(DAY_MINUTES, hints.floorMinutes));
  if (asked > 0 && (SENDS_AWAY.test(reason) || asked > doubled)) {
    const minutes = Math.max(asked, hints.floorMinutes);
    return { ...kept, at: later(now, minutes), reason: 'The publisher asks to retry then (Retry-After).' };
  }
  const minutes = Math.max(doubled, hints.floorMinutes);
  const wanted = later(now, jittered(minutes, state.feedId));
  return {
    ...kept,
    at: nextWelcomeHour(hints.publisher, wanted, latestMove(wanted, now)).at,
    reason:
      state.failures === 0
        ? `Failed (${reason}): waiting ${Math.round(minutes)} minutes.`
        : `Failed again (${reason}): waiting ${Math.round(minutes)} minutes, for the failures in a row weigh ${failures}.`,
  };
}

/** The same for a feed every time, so that neither a restart nor a deployment makes a burst. */
function jittered(minutes: number, feedId: string): number {
  const part = digest(2, 'jitter', feedId).readUInt16BE() / 0xffff;
  return minutes + part * Math.min(minutes * JITTER_SHARE, MAX_JITTER_MINUTES);
}

const latestMove = (wanted: Date, now: Date): Date =>
  new Date(Math.max(later(now, DAY_MINUTES).getTime(), later(wanted, MAX_MOVE_MINUTES).getTime()));

const minutesUntil = (at: Date | undefined, now: Date): number =>
  at === undefined ? 0 : (at.getTime() - now.getTime()) / MINUTE;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * MINUTE);
