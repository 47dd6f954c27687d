import { expect, it } from 'vitest';
import { hubInHeaders } from '../../../../../lambdas/core/feed/websub/hub-headers.ts';

const URL = 'https://harbour.example/news/rss';

it.each([
  [
    'the topic is the self link',
    '<https://hub.example/>; rel=hub, </news/>; rel=self',
    { url: 'https://hub.example/', topic: 'https://harbour.example/news/' },
  ],
  [
    'the topic is the address that answered if there is no self link',
    '<https://hub.example/>; rel=hub',
    { url: 'https://hub.example/', topic: URL },
  ],
  [
    'the topic is the address that answered if the self link is not on the web',
    '<https://hub.example/>; rel=hub, <mailto:a@b.example>; rel=self',
    { url: 'https://hub.example/', topic: URL },
  ],
  [
    'the first of several hubs counts, wherever its address starts',
    '<hub>; rel="alternate hub", <https://other.example/>; rel=hub',
    { url: 'https://harbour.example/news/hub', topic: URL },
  ],
  ['a missing header names no hub', undefined, undefined],
  ['a header without a hub link names no hub', '<x>; rel=self', undefined],
  ['a hub that is not on the web is ignored', '<mailto:hub@hub.example>; rel=hub', undefined],
])('%s', (_, link, expected) => {
  expect(hubInHeaders({ link }, URL)).toEqual(expected);
});
