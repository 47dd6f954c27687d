/** When a feed is polled again. Pure: the clock is an argument, each outcome has its rule, each decision its reason. */
import { digest } from '../hash.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** A new feed's interval. */
export const FIRST_INTERVAL_MINUTES = 30;
const LONGEST_INTERVAL_MINUTES = DAY_MINUTES;
const LONGEST_BACKOFF_MINUTES = 7 * DAY_MINUTES;

export interface CadenceState {
  readonly feedId: string;
  readonly intervalMinutes: number;
  /** Consecutive failures before this poll. */
  readonly failures: number;
}

export interface CadenceHints {
  /** `Cache-Control: max-age` of the response, in seconds. */
  readonly maxAgeSeconds?: number;
  /** `Retry-After` of a 429 or 503, as the moment that it names. */
  readonly retryAt?: Date;
  /** The operator's floor, in minutes. */
  readonly floorMinutes: number;
}

export interface NextPoll {
  readonly at: Date;
  readonly reason: string;
  readonly intervalMinutes: number;
  readonly failures: number;
}

export function nextPollAt(
  outcome: 'changed' | 'unchanged' | 'failed',
  state: CadenceState,
  hints: CadenceHints,
  now: Date,
): NextPoll {
  switch (outcome) {
    case 'changed':
      return settled(state, hints, now, state.intervalMinutes / 2, 'The feed had news: the interval is halved');
    case 'unchanged':
      return settled(state, hints, now, state.intervalMinutes * 1.5, 'Nothing new: the interval grows by half');
    case 'failed':
      return backedOff(state, hints, now);
  }
}

function settled(state: CadenceState, hints: CadenceHints, now: Date, wish: number, why: string): NextPoll {
  const interval = clamp(wish, hints.floorMinutes, LONGEST_INTERVAL_MINUTES);
  const asked = clamp((hints.maxAgeSeconds ?? 0) / 60, 0, LONGEST_INTERVAL_MINUTES);
  const minutes = Math.max(interval, asked);
  return {
    at: later(now, minutes * (1 + jitter(state.feedId))),
    reason:
      asked > interval
        ? `The publisher asks for ${Math.round(asked)} minutes (max-age).`
        : `${why}, to ${Math.round(interval)} minutes.`,
    intervalMinutes: interval,
    failures: 0,
  };
}

function backedOff(state: CadenceState, hints: CadenceHints, now: Date): NextPoll {
  const failures = state.failures + 1;
  const doubled = Math.min(FIRST_INTERVAL_MINUTES * 2 ** (failures - 1), LONGEST_BACKOFF_MINUTES);
  const minutes = Math.max(doubled, hints.floorMinutes);
  const kept = { intervalMinutes: state.intervalMinutes, failures };
  if (hints.retryAt !== undefined && hints.retryAt > now) {
    const asked = (hints.retryAt.getTime() - now.getTime()) / MINUTE;
    const at = later(now, clamp(asked, hints.floorMinutes, Math.max(DAY_MINUTES, hints.floorMinutes)));
    return { ...kept, at, reason: 'The publisher asks to retry then (Retry-After).' };
  }
  return {
    ...kept,
    at: later(now, minutes * (1 + jitter(state.feedId))),
    reason: `Failure ${failures} in a row: waiting ${minutes} minutes.`,
  };
}

/** 0 to 0.1, the same for a feed every time, so that neither a restart nor a deployment makes a burst. */
const jitter = (feedId: string): number => digest(2, 'jitter', feedId).readUInt16BE() / 0xffff / 10;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * MINUTE);
