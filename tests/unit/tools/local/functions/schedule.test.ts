import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseScheduleExpression, scheduleEvent, startTimer } from '../../../../../tools/local/functions/schedule.ts';

const now = new Date('2026-01-15T10:20:30Z');

describe('the due time of a schedule', () => {
  it.each([
    ['a rate is first due now', 'rate(5 minutes)', undefined, '2026-01-15T10:20:30.000Z'],
    [
      'a rate is due one interval after its last time',
      'rate(5 minutes)',
      '2026-01-15T10:20:00Z',
      '2026-01-15T10:25:00.000Z',
    ],
    ['a rate of one hour is due an hour later', 'rate(1 hour)', '2026-01-15T10:00:00Z', '2026-01-15T11:00:00.000Z'],
    ['a rate skips the times that were missed', 'rate(1 minute)', '2026-01-15T08:00:00Z', '2026-01-15T10:20:30.000Z'],
    ['a cron is first due at its next time', 'cron(0 12 * * ? *)', undefined, '2026-01-15T12:00:00.000Z'],
    ['an hourly cron is due an hour later', 'cron(0 * * * ? *)', '2026-01-15T10:00:00Z', '2026-01-15T11:00:00.000Z'],
    [
      'a cron is due once when its timer fired early',
      'cron(21 * * * ? *)',
      '2026-01-15T10:21:00Z',
      '2026-01-15T11:21:00.000Z',
    ],
    [
      'a cron on Mondays is due a week later',
      'cron(30 9 ? * MON *)',
      '2026-01-12T09:30:00Z',
      '2026-01-19T09:30:00.000Z',
    ],
  ])('%s', (_name, expression, previous, expected) => {
    const due = parseScheduleExpression(expression, 'Schedule');
    expect(due(previous === undefined ? undefined : new Date(previous), now).toISOString()).toBe(expected);
  });

  it.each(['at(2026-01-01T00:00:00)', 'rate(1 fortnight)', 'every minute'])(
    'the schedule %s is refused',
    (expression) => {
      expect(() => parseScheduleExpression(expression, 'Tick')).toThrow(`Tick has the schedule ${expression}`);
    },
  );
});

describe('the event of a schedule', () => {
  const schedule = { arn: 'arn:tick', region: 'eu-west-1', accountId: '000000000000', scheduledAt: now };

  it('the event of a schedule has the context attributes that its input names', () => {
    const input = JSON.stringify({
      at: '<aws.scheduler.scheduled-time>',
      of: '<aws.scheduler.schedule-arn>',
      attempt: '<aws.scheduler.attempt-number>',
      run: '<aws.scheduler.execution-id>',
    });
    const [first, second] = [scheduleEvent(input, schedule), scheduleEvent(input, schedule)];
    const run = expect.stringMatching(/^[\da-f-]{36}$/);
    expect(first).toEqual({ at: '2026-01-15T10:20:30Z', of: 'arn:tick', attempt: '1', run });
    expect(second).not.toEqual(first);
  });

  it('the event of a schedule is EventBridge Scheduler’s default event when there is no input', () => {
    expect(scheduleEvent(undefined, schedule)).toMatchObject({ source: 'aws.scheduler', time: '2026-01-15T10:20:30Z' });
  });
});

describe('a timer', () => {
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => void vi.useRealTimers());

  it('a timer fires with the due time', () => {
    const fired: string[] = [];
    const stop = startTimer(parseScheduleExpression('cron(0 * * * ? *)', 'Tick'), (at) => fired.push(at.toISOString()));
    vi.advanceTimersByTime(2 * 3_600_000);
    stop();
    vi.advanceTimersByTime(3_600_000);
    expect(fired).toEqual(['2026-01-15T11:00:00.000Z', '2026-01-15T12:00:00.000Z']);
  });
});
