import { expect, it } from 'vitest';
import { waitingLine } from '../../../../../tools/cli/articles/tail-command.ts';

it.each([
  [
    'where something polls',
    waitingLine({}, false),
    'Waiting for events: they come when polls find news; --from-start shows those of the last 24 hours.',
  ],
  ['from the start', waitingLine({}, true), 'Waiting for events: they come when polls find news.'],
  [
    'where nothing polls',
    waitingLine({ unattended: 'here' }, true),
    'Waiting for events, but no process is polling this data: end this, run `npm start -- --data here --watch`, and tail beside it.',
  ],
])('tail says what would make events come %s', (_, line, expected) => {
  expect(line).toBe(expected);
});
