import { expect, it } from 'vitest';
import { absoluteUrl } from '../../../../lambdas/core/web/absolute-url.ts';

const BASE = 'https://harbour.example/news/';
const long = (length: number): string => `${BASE}${'x'.repeat(length - BASE.length)}`;

it.each<[string, string | undefined, string | undefined]>([
  ['a relative link starts at the base', '../1', 'https://harbour.example/1'],
  ['an absolute link in https stays as it is', 'https://a.example/1', 'https://a.example/1'],
  ['an absolute link in http stays as it is', 'http://a.example/1', 'http://a.example/1'],
  ['a link with another scheme is no address', 'mailto:a@harbour.example', undefined],
  ['a link that cannot be read is no address', 'https://[', undefined],
  ['a missing link is no address', undefined, undefined],
  ['a link of 4,096 characters is an address', long(4_096), long(4_096)],
  ['a link of 4,097 characters is no address', long(4_097), undefined],
])('%s', (_, raw, expected) => {
  expect(absoluteUrl(raw, BASE)).toBe(expected);
});
