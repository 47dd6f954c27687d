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
  ['https://a.bearblog.dev/1', 'a.bearblog.dev'],
  ['https://a.tumblr.com/1', 'a.tumblr.com'],
  ['https://a.hatenablog.com/1', 'a.hatenablog.com'],
  ['https://a.weebly.com/1', 'a.weebly.com'],
  ['https://a.neocities.org/1', 'a.neocities.org'],
  ['https://a.gitlab.io/1', 'a.gitlab.io'],
  ['https://a.herokuapp.com/1', 'a.herokuapp.com'],
  ['https://a.uk.com/1', 'a.uk.com'],
  ['https://ferry.notblogspot.com/1', 'notblogspot.com'],
  ['https://blogspot.harbour.example/1', 'harbour.example'],
  ['https://news.harbour.ac.uk/1', 'harbour.ac.uk'],
  ['https://news.harbour.edu.au/1', 'harbour.edu.au'],
  ['https://news.harbour.co.example/1', 'co.example'],
  ['https://news.x9.example/1', 'x9.example'],
  ['https://news.1.example/1', '1.example'],
  ['https://substack.com/home', 'substack.com'],
  ['http://192.0.2.7:8080/1', '192.0.2.7'],
  ['http://[2001:db8::1]/1', '[2001:db8::1]'],
  ['http://localhost/1', 'localhost'],
  ['no address', undefined],
  [undefined, undefined],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
