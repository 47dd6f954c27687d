import { expect, it } from 'vitest';
import { normalizedText } from '../../../../../lambdas/core/article/text/normalized-text.ts';

it.each<[string, string, string]>([
  ['letters become small', 'The FERRY', 'the ferry'],
  ['signs between words become one blank', 'It’s – back…', 'it s back'],
  ['signs at both ends are cut off', '“Back!”', 'back'],
  ['letters of any script stay', 'Вода 渡轮', 'вода 渡轮'],
  ['digits of any script become ASCII digits', '٣ १२ ３', '3 12 3'],
  ['a text of signs is empty', '* * *', ''],
])('%s', (_, text, expected) => {
  expect(normalizedText(text)).toBe(expected);
});
