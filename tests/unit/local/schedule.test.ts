import { describe, expect, it } from 'vitest';
import { parseScheduleExpression, scheduleEvent } from '../../../tools/local/schedule.ts';

const now = new Date('2026-01-15T10:20:30Z');

describe('a schedule is due', () => {
  it.each([
    ['a rate: at once at first', 'rate(5 minutes)', undefined, '2026-01-15T10:20:30.000Z'],
    ['a rate: an interval after the last time', 'rate(5 minutes)', '2026-01-15T10:20:00Z', '2026-01-15T10:25:00.000Z'],
    ['a rate of one', 'rate(1 hour)', '2026-01-15T10:00:00Z', '2026-01-15T11:00:00.000Z'],
    ['a rate: missed times are not made up for', 'rate(1 minute)', '2026-01-15T08:00:00Z', '2026-01-15T10:20:30.000Z'],
    ['a cron: at its next time', 'cron(0 12 * * ? *)', undefined, '2026-01-15T12:00:00.000Z'],
    ['a cron on weekdays', 'cron(30 9 ? * MON *)', '2026-01-12T09:30:00Z', '2026-01-19T09:30:00.000Z'],
  ])('%s', (_name, expression, previous, expected) => {
    const due = parseScheduleExpression(expression, 'Schedule');
    expect(due(previous === undefined ? undefined : new Date(previous), now).toISOString()).toBe(expected);
  });

  it.each(['at(2026-01-01T00:00:00)', 'rate(1 fortnight)', 'every minute'])('%s is refused', (expression) => {
    expect(() => parseScheduleExpression(expression, 'Tick')).toThrow(`Tick has the schedule ${expression}`);
  });
});

it('the input of a schedule gets its context attributes', () => {
  const input = '{"at":"<aws.scheduler.scheduled-time>","of":"<aws.scheduler.schedule-arn>"}';
  const schedule = { arn: 'arn:tick', region: 'eu-west-1', accountId: '000000000000', now };
  expect(scheduleEvent(input, schedule)).toEqual({ at: '2026-01-15T10:20:30Z', of: 'arn:tick' });
});
