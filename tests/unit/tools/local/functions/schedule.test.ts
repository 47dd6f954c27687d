import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseScheduleExpression, scheduleEvent, startTimer } from '../../../../../tools/local/functions/schedule.ts';

const now = new Date('2026-01-15T10:20:30Z');

describe('a schedule is due', () => {
  it.each([
    ['a rate: at once at first', 'rate(5 minutes)', undefined, '2026-01-15T10:20:30.000Z'],
    ['a rate: an interval after the last time', 'rate(5 minutes)', '2026-01-15T10:20:00Z', '2026-01-15T10:25:00.000Z'],
    ['a rate of one', 'rate(1 hour)', '2026-01-15T10:00:00Z', '2026-01-15T11:00:00.000Z'],
    ['a rate: missed times are not made up for', 'rate(1 minute)', '2026-01-15T08:00:00Z', '2026-01-15T10:20:30.000Z'],
    ['a cron: at its next time', 'cron(0 12 * * ? *)', undefined, '2026-01-15T12:00:00.000Z'],
    ['a cron: an hour later', 'cron(0 * * * ? *)', '2026-01-15T10:00:00Z', '2026-01-15T11:00:00.000Z'],
    [
      'a cron: once, though its timer was early',
      'cron(21 * * * ? *)',
      '2026-01-15T10:21:00Z',
      '2026-01-15T11:21:00.000Z',
    ],
    ['a cron on weekdays', 'cron(30 9 ? * MON *)', '2026-01-12T09:30:00Z', '2026-01-19T09:30:00.000Z'],
  ])('%s', (_name, expression, previous, expected) => {
    const due = parseScheduleExpression(expression, 'Schedule');
    expect(due(previous === undefined ? undefined : new Date(previous), now).toISOString()).toBe(expected);
  });

  it.each(['at(2026-01-01T00:00:00)', 'rate(1 fortnight)', 'every minute'])('%s is refused', (expression) => {
    expect(() => parseScheduleExpression(expression, 'Tick')).toThrow(`Tick has the schedule ${expression}`);
  });
});

describe('the event of a schedule', () => {
  const schedule = { arn: 'arn:tick', region: 'eu-west-1', accountId: '000000000000', scheduledAt: now };

  it('has the context attributes that its input names', () => {
    const input = JSON.stringify({
      at: '<aws.scheduler.scheduled-time>',
      of: '<aws.scheduler.schedule-arn>',
      attempt: '<aws.scheduler.attempt-number>',
      run: '<aws.scheduler.execution-id>',
    });
    const [one, other] = [scheduleEvent(input, schedule), scheduleEvent(input, schedule)];
    const run = expect.stringMatching(/^[\da-f-]{36}$/);
    expect(one).toEqual({ at: '2026-01-15T10:20:30Z', of: 'arn:tick', attempt: '1', run });
    expect(other).not.toEqual(one);
  });

  it('is the scheduler’s own without an input', () => {
    expect(scheduleEvent(undefined, schedule)).toMatchObject({ source: 'aws.scheduler', time: '2026-01-15T10:20:30Z' });
  });
});

describe('a timer', () => {
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => void vi.useRealTimers());

  it('fires with the time that was due, and not with the one that the clock shows by then', () => {
    const fired: string[] = [];
    const stop = startTimer(parseScheduleExpression('cron(0 * * * ? *)', 'Tick'), (at) => fired.push(at.toISOString()));
    vi.advanceTimersByTime(2 * 3_600_000);
    stop();
    vi.advanceTimersByTime(3_600_000);
    expect(fired).toEqual(['2026-01-15T11:00:00.000Z', '2026-01-15T12:00:00.000Z']);
  });
});
