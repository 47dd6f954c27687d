/** When a feed is polled again. Pure: the clock is an argument, each outcome has its rule, each decision its reason. */
import { digest } from '../../hash.ts';
import { failureWeight } from '../../web/failure-weight.ts';
import type { PublisherHints } from '../record/feed.ts';
import type { NextPoll } from '../record/feed-store.ts';
import { nextWelcomeHour, publisherFloor } from './publisher-hints.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A new feed's interval: a feed's rhythm shows after two polls. */
export const FIRST_INTERVAL_MINUTES = 30;
const MAX_INTERVAL_MINUTES = DAY_MINUTES;
const MAX_BACKOFF_MINUTES = 7 * DAY_MINUTES;
/**
 * Failures whose `Retry-After` says when the service is there again (RFC 9110 §15.6.4, RFC 6585 §4). With other
 * failures `Retry-After` can only make the back-off longer.
 */
const SENDS_AWAY = /^http-(?:429|503)$/;
/** A poll is moved out of excluded hours and days to at most this long after it was due, or to a day from now. */
const MAX_MOVE_MINUTES = 12 * 60;
/** From this share of new items on, the next poll might find that items have come and gone. */
const CROWDED_SHARE = 0.5;
/** Jitter: at most a tenth of the wait, and at most half an hour. */
const JITTER_SHARE = 0.1;
const MAX_JITTER_MINUTES = 30;

export interface ScheduleState {
  readonly feedId: string;
  readonly intervalMinutes: number;
  /** The sum of the weights of the failures since the last poll that didn't fail. */
  readonly failures: number;
  /** The mean time between two items. */
  readonly meanGapMinutes?: number;
  /** When the last news was found, ISO 8601. */
  readonly lastChangedAt?: string;
}

/** The outcome of a poll, as far as the poll schedule goes. */
export type ScheduleOutcome =
  /** The first document: all of it is new, which says nothing about the feed's rhythm. */
  | { readonly kind: 'first' }
  /** @param share the share of new items in the document, 0 to 1 */
  | { readonly kind: 'changed'; readonly share: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ScheduleHints {
  readonly publisher?: PublisherHints;
  /** `Retry-After`, as the moment that it names. */
  readonly retryAt?: Date;
  /** The shortest interval: the operator's floor, or the feed's own setting. In minutes. */
  readonly floorMinutes: number;
  /** The longest interval, if the feed has that setting. In minutes. @default a day */
  readonly ceilingMinutes?: number;
}

export const nextPollAt = (
  outcome: ScheduleOutcome,
  state: ScheduleState,
  hints: ScheduleHints,
  now: Date,
): NextPoll =>
  outcome.kind === 'failed'
    ? afterFailure(outcome.reason, state, hints, now)
    : afterInterval(intervalAfter(outcome, state, now), state.feedId, hints, now);

/**
 * Returns the next attempt of a poll that found its host in a cool-down: after its end, and spread, because others wait
 * too.
 */
export function afterCoolDown(
  coolDownUntil: Date,
  { feedId }: Pick<ScheduleState, 'feedId'>,
  now: Date,
): Pick<NextPoll, 'at' | 'reason'> {
  const at = later(now, jittered(minutesUntil(coolDownUntil, now), feedId));
  return { at, reason: `Put off: its host asks to be left alone until ${coolDownUntil.toISOString()}.` };
}

interface Interval {
  readonly minutes: number;
  /** The beginning of a sentence that ends with the minutes. */
  readonly why: string;
}

function intervalAfter(
  outcome: Exclude<ScheduleOutcome, { kind: 'failed' }>,
  state: ScheduleState,
  now: Date,
): Interval {
  const { intervalMinutes } = state;
  switch (outcome.kind) {
    case 'first':
      return { minutes: FIRST_INTERVAL_MINUTES, why: 'The first document was read: the interval starts at' };
    case 'changed':
      return outcome.share >= CROWDED_SHARE
        ? { minutes: intervalMinutes / 4, why: 'Most items were new: the interval is quartered, to' }
        : { minutes: intervalMinutes / 2, why: 'The feed had news: the interval is halved, to' };
    case 'unchanged':
      return { minutes: grown(state, now), why: 'Nothing new: the interval grows, to' };
  }
}

/** By half, but not beyond the feed's own rhythm, which slows down itself while nothing comes. */
function grown({ intervalMinutes, meanGapMinutes, lastChangedAt }: ScheduleState, now: Date): number {
  const longer = intervalMinutes * 1.5;
  if (meanGapMinutes === undefined || lastChangedAt === undefined) return longer;
  const quietMinutes = -minutesUntil(new Date(lastChangedAt), now);
  return Math.max(intervalMinutes, Math.min(longer, Math.max(meanGapMinutes, quietMinutes / 2)));
}

/** The next poll after one that didn't fail: after the interval, or the longer wait that the publisher asks for. */
function afterInterval(interval: Interval, feedId: string, hints: ScheduleHints, now: Date): NextPoll {
  const intervalMinutes = clamp(interval.minutes, hints.floorMinutes, maxInterval(hints));
  const asked = askedWait(hints, now);
  const isAsked = asked.minutes > intervalMinutes;
  const wanted = later(now, jittered(isAsked ? asked.minutes : intervalMinutes, feedId));
  const welcome = nextWelcomeHour(hints.publisher, wanted, latestMove(wanted, now));
  const reason = isAsked
    ? `The publisher asks for ${Math.round(asked.minutes)} minutes (${asked.by}).`
    : `${interval.why} ${Math.round(intervalMinutes)} minutes.`;
  const moved = welcome.at > wanted ? ` Moved to an hour that the publisher does not exclude (${welcome.by}).` : '';
  return { at: welcome.at, reason: reason + moved, intervalMinutes, failures: 0 };
}

/** The floor is never above the ceiling: of two settings that contradict each other, the politer one counts. */
const maxInterval = ({ floorMinutes, ceilingMinutes = MAX_INTERVAL_MINUTES }: ScheduleHints): number =>
  Math.max(ceilingMinutes, floorMinutes);

/** The longest wait that the publisher asks for, by `Retry-After` or by a hint that lasts. */
function askedWait(hints: ScheduleHints, now: Date): { readonly minutes: number; readonly by: string } {
  const floor = publisherFloor(hints.publisher);
  const retryMinutes = minutesUntil(hints.retryAt, now);
  const longest = retryMinutes > floor.minutes ? { minutes: retryMinutes, by: 'Retry-After' } : floor;
  return { minutes: Math.min(longest.minutes, maxAskedMinutes(hints)), by: longest.by };
}

/** Publishers are heard up to a day, or up to the operator's floor if that is longer. */
const maxAskedMinutes = ({ floorMinutes }: ScheduleHints): number => Math.max(DAY_MINUTES, floorMinutes);

function afterFailure(reason: string, state: ScheduleState, hints: ScheduleHints, now: Date): NextPoll {
  const failures = state.failures + failureWeight(reason);
  const { intervalMinutes } = state;
  const backOff = Math.min(FIRST_INTERVAL_MINUTES * 2 ** (failures - 1), MAX_BACKOFF_MINUTES);
  const retryMinutes = clamp(minutesUntil(hints.retryAt, now), 0, maxAskedMinutes(hints));
  if (retryMinutes > 0 && (SENDS_AWAY.test(reason) || retryMinutes > backOff)) {
    const at = later(now, Math.max(retryMinutes, hints.floorMinutes));
    return { at, reason: 'The publisher asks to retry then (Retry-After).', intervalMinutes, failures };
  }
  const minutes = Math.max(backOff, hints.floorMinutes);
  const wanted = later(now, jittered(minutes, state.feedId));
  return {
    at: nextWelcomeHour(hints.publisher, wanted, latestMove(wanted, now)).at,
    reason:
      state.failures === 0
        ? `Failed (${reason}): waiting ${Math.round(minutes)} minutes.`
        : `Failed again (${reason}): waiting ${Math.round(minutes)} minutes, for the failures in a row weigh ${failures}.`,
    intervalMinutes,
    failures,
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
  at === undefined ? 0 : (at.getTime() - now.getTime()) / MINUTE_MS;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * MINUTE_MS);
