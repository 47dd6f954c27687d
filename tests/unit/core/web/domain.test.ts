import { expect, it } from 'vitest';
import { domainOf } from '../../../../lambdas/core/web/domain.ts';

it.each<[string, string | undefined, string | undefined]>([
  ['the domain of a host is the name that was registered', 'https://news.harbour.com/1', 'harbour.com'],
  ['a registry may register names below a name', 'https://www.harbour.co.uk/1', 'harbour.co.uk'],
  ['a registry may register names below any name', 'https://www.harbour.kawasaki.jp/1', 'www.harbour.kawasaki.jp'],
  ['each blog of a host of blogs has a domain', 'https://harbour.blogspot.com/1', 'harbour.blogspot.com'],
  ['a port and a point at the end don’t count', 'https://harbour.com.:8443/1', 'harbour.com'],
  ['a name in other letters is in ASCII', 'https://www.håfen.se/1', 'xn--hfen-qoa.se'],
  ['an unknown top-level name counts as one', 'https://www.harbour.example/1', 'harbour.example'],
  ['an IP address has none', 'http://127.0.0.1:8080/1', undefined],
  ['an IPv6 address has none', 'http://[::1]/1', undefined],
  ['a name without points has none', 'http://localhost/1', undefined],
  ['a public suffix has none', 'https://co.uk/1', undefined],
  ['what is no address has none', 'harbour', undefined],
  ['no address has none', undefined, undefined],
])('%s', async (_, url, expected) => {
  expect(await domainOf(url)).toBe(expected);
});
