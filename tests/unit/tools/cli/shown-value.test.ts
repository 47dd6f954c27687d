import { expect, it } from 'vitest';
import { shownValue } from '../../../../tools/cli/shown-value.ts';

it.each([
  ['a text is itself', 'Sea', 'Sea'],
  ['a number is written', 0.5, '0.5'],
  ['a list has commas', ['ferries', 'islands'], 'ferries, islands'],
  ['an object has its names, in their order', { title: 'json-ld', image: 'meta' }, 'image meta, title json-ld'],
  ['an object in a list has its names', [{ from: 'a', to: 'b' }], 'from a, to b'],
])('%s', (_, value, shown) => {
  expect(shownValue(value)).toBe(shown);
});
