import { expect, it } from 'vitest';
import { type ImageTag, openGraphImages } from '../../../../../lambdas/core/article/metadata/open-graph-images.ts';
import type { ArticleImage } from '../../../../../lambdas/core/article/record/article.ts';

const url = (name: string): string => `https://harbour.example/${name}.jpg`;

it.each<[string, readonly ImageTag[], readonly ArticleImage[]]>([
  ['a page without tags has no picture', [], []],
  ['a size without a picture is no picture', [[':width', '50']], []],
  [
    'properties belong to the picture before them',
    [
      ['', '/a.jpg'],
      [':width', '1200'],
      [':height', '800'],
      [':alt', ' A  ferry'],
      ['', '/b.jpg'],
    ],
    [{ url: url('a'), width: 1200, height: 800, alt: 'A ferry' }, { url: url('b') }],
  ],
  [
    'the last picture has properties too',
    [
      ['', '/a.jpg'],
      ['', '/b.jpg'],
      [':width', '50'],
    ],
    [{ url: url('a') }, { url: url('b'), width: 50 }],
  ],
  [
    'a list of sizes may follow the list of pictures',
    [
      ['', '/a.jpg'],
      ['', '/b.jpg'],
      [':width', '50'],
      [':width', '500'],
    ],
    [
      { url: url('a'), width: 50 },
      { url: url('b'), width: 500 },
    ],
  ],
  [
    'the first property before the next picture counts',
    [
      ['', '/a.jpg'],
      [':width', '50'],
      [':width', '500'],
      [':width', '600'],
      ['', '/b.jpg'],
    ],
    [{ url: url('a'), width: 50 }, { url: url('b') }],
  ],
  [
    'a secure address beside an address is no other picture',
    [
      ['', '/a.jpg'],
      [':secure_url', '/b.jpg'],
    ],
    [{ url: url('a') }],
  ],
  [
    'a picture may have og:image:url alone',
    [
      [':url', '/a.jpg'],
      [':secure_url', '/b.jpg'],
    ],
    [{ url: url('a') }],
  ],
  ['a picture may have a secure address alone', [[':secure_url', '/b.jpg']], [{ url: url('b') }]],
  [
    'embedded data are no picture',
    [
      ['', 'data:,'],
      ['', '/b.jpg'],
    ],
    [{ url: url('b') }],
  ],
])('%s', (_, tags, expected) => {
  expect(openGraphImages(tags, 'https://harbour.example/')).toEqual(expected);
});
