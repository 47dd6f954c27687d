import { expect, it } from 'vitest';
import { normalizedText } from '../../../../../lambdas/core/article/text/normalized-text.ts';

it.each<[string, string, string]>([
  ['letters become small', 'The FERRY', 'the ferry'],
  ['signs between words become one blank', 'It’s – back…', 'it s back'],
  ['signs at both ends are cut off', '“Back!”', 'back'],
  ['letters and digits of any script stay', 'Ёлка 渡轮 ٣', 'ёлка 渡轮 ٣'],
  ['a text of signs is empty', '* * *', ''],
])('%s', (_, text, expected) => {
  expect(normalizedText(text)).toBe(expected);
});
