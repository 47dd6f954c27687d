import { expect, it } from 'vitest';
import { waitingLine } from '../../../../../tools/cli/articles/tail-command.ts';

it.each([
  [
    'when a process polls the data',
    waitingLine({}, false),
    'Waiting for events: they come when polls find news; --from-start shows those of the last 24 hours.',
  ],
  ['when it begins at the start', waitingLine({}, true), 'Waiting for events: they come when polls find news.'],
  [
    'when no process polls the data',
    waitingLine({ unattended: 'here' }, true),
    'Waiting for events, but no process is polling this data: end this, run `npm start -- --data here --watch`, and tail beside it.',
  ],
])('tail says what makes events come %s', (_, line, expected) => {
  expect(line).toBe(expected);
});
