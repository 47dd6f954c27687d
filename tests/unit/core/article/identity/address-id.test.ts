import { expect, it } from 'vitest';
import { addressId } from '../../../../../lambdas/core/article/identity/address-id.ts';

it.each<[string, string | undefined, string | undefined]>([
  ['a missing address has no id', undefined, undefined],
  ['an address without a number has no id', '/sea/ferry-returns', undefined],
  ['a number of five digits is an id', '/sea/ferry-48151', '48151'],
  ['a number of four digits is no id', '/sea/ferry-4815', undefined],
  ['a number in the query is an id', '/story?id=48151', '48151'],
  ['the last of several ids counts', '/section-10001/ferry-48151', '48151'],
  ['a month is no id', '/202611/ferry', undefined],
  ['a day is no id', '/20261123/ferry', undefined],
  ['a day of the last century is no id', '/19991231/ferry', undefined],
  ['a day with the year at its end is no id', '/23112026/ferry', undefined],
  ['a number of seven digits that begins like a year is an id', '/2026112/ferry', '2026112'],
  ['a number of nine digits that begins like a day is an id', '/202611231', '202611231'],
  ['a number of nine digits that ends like a day is an id', '/123112026', '123112026'],
  ['a number of six digits that begins like no year is an id', '/481516', '481516'],
  ['an id before a day counts', '/48151/20261123', '48151'],
])('%s', (_, address, expected) => {
  expect(addressId(address)).toBe(expected);
});
