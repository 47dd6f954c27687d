import { expect, it } from 'vitest';
import { shownValue } from '../../../../tools/cli/shown-value.ts';

it.each([
  ['a text is shown as it is', 'Sea', 'Sea'],
  ['a number is shown in digits', 0.5, '0.5'],
  ['a list is shown with commas', ['ferries', 'islands'], 'ferries, islands'],
  ['an object is shown with its names, sorted', { title: 'json-ld', image: 'meta' }, 'image meta, title json-ld'],
  ['an object in a list is shown with its names', [{ from: 'a', to: 'b' }], 'from a, to b'],
])('%s', (_, value, shown) => {
  expect(shownValue(value)).toBe(shown);
});
