import { expect, it } from 'vitest';
import { siteOf } from '../../../../lambdas/core/web/site.ts';

it.each([
  ['https://www.harbour.example/1', 'harbour.example'],
  ['https://m.sport.harbour.example/1', 'harbour.example'],
  ['https://news.harbour.co.uk/1', 'harbour.co.uk'],
  ['https://harbour.com.au', 'harbour.com.au'],
  ['https://co.uk.example/1', 'uk.example'],
  ['https://harbour.example./1', 'harbour.example'],
  ['https://ferry.substack.com/p/1', 'ferry.substack.com'],
  ['https://www.ferry.wordpress.com/1', 'ferry.wordpress.com'],
  ['https://ferry.blogspot.com/1', 'ferry.blogspot.com'],
  ['https://ferry.blogspot.co.uk/1', 'ferry.blogspot.co.uk'],
  ['https://ferry.github.io/harbour/1', 'ferry.github.io'],
  ['https://substack.com/home', 'substack.com'],
  ['http://192.0.2.7:8080/1', '192.0.2.7'],
  ['http://[2001:db8::1]/1', '[2001:db8::1]'],
  ['http://localhost/1', 'localhost'],
  ['no address', undefined],
  [undefined, undefined],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
