import { describe, expect, it } from 'vitest';
import {
  bestImage,
  figureImages,
  imageAddress,
  imagesOf,
  isCredible,
  pixels,
  textOf,
} from '../../../../../lambdas/core/article/metadata/page-image.ts';
import type { ArticleImage } from '../../../../../lambdas/core/article/record/article.ts';

const BASE = 'https://harbour.example/';
const at = (path: string): string => `https://harbour.example${path}`;

describe('a picture', () => {
  it.each([
    ['a folder named “default” is harmless', '/sites/default/files/ferry.jpg', true],
    ['a longer name with “pixel” is harmless', '/img/pixel-9-review.jpg', true],
    ['a name that ends with “default” is harmless', '/clip/ferry_default_0.jpg', true],
    ['a name that only begins with “blank” is harmless', '/blanket.jpg', true],
    ['a name that only contains “logo” is harmless', '/catalogos.jpg', true],
    ['a file named “default” is a placeholder', '/assets/default.png', false],
    ['a file named “default” without an extension is a placeholder', '/assets/default', false],
    ['a default for social networks is a placeholder', '/assets/default-social-image.jpg', false],
    ['a default with its size is a placeholder', '/assets/default_1200x630.jpg', false],
    ['a default with a number is a placeholder', '/assets/default-2.jpg', false],
    ['a default thumbnail is a placeholder', '/assets/default_thumbnail.jpg', false],
    ['a file named “no-image” is a placeholder', '/noimage.gif', false],
    ['a file named “1x1” is a placeholder', '/1x1.gif', false],
    ['a file named “BLANK” is a placeholder', '/BLANK.gif', false],
    ['a large size in the name is credible', '/ferry-1200x630.jpg', true],
    ['a size of 100 in the name is credible', '/ferry-100x100.jpg', true],
    ['a small width in the name is too small', '/ferry-80x800.jpg', false],
    ['a small height in the name is too small', '/ferry_800x80.jpg', false],
    ['a small size before the end of the name doesn’t count', '/ferry-80x80-large.jpg', true],
    ['a size within a longer number doesn’t count', '/ferry80x80.jpg', true],
    ['a logo represents the site', '/img/harbour-logo.png', false],
    ['logos represent the site', '/logos/ferry.png', false],
    ['an avatar represents a person', '/avatar/1a2b', false],
    ['avatars represent persons', '/AVATARS/1a2b', false],
  ])('%s', (_, path, expected) => {
    expect(isCredible({ url: at(path) })).toBe(expected);
  });

  it.each<[string, ArticleImage, boolean]>([
    ['a picture of 100 pixels is credible', { url: at('/f.jpg'), width: 100, height: 100 }, true],
    ['a narrow picture is too small', { url: at('/f.jpg'), width: 99, height: 900 }, false],
    ['a low picture is too small', { url: at('/f.jpg'), width: 900, height: 99 }, false],
    ['a picture without an address isn’t credible', { url: '//' }, false],
  ])('%s', (_, image, expected) => {
    expect(isCredible(image)).toBe(expected);
  });
});

describe('the best of several pictures', () => {
  const named = (name: string, width?: number, height?: number): ArticleImage => ({
    url: at(`/${name}.jpg`),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  });
  it.each<[string, readonly ArticleImage[], string | undefined]>([
    ['no picture is no picture', [], undefined],
    ['the first picture wins without sizes', [named('a'), named('b')], '/a.jpg'],
    ['the largest picture wins', [named('a', 200, 100), named('b', 1200, 800), named('c', 300, 100)], '/b.jpg'],
    ['the first of equal pictures wins', [named('a', 200, 100), named('b', 100, 200)], '/a.jpg'],
    ['a picture without a width has no known size', [named('a', 200, 100), named('b', undefined, 9_000)], '/a.jpg'],
    ['a picture without a height has no known size', [named('a', 200, 100), named('b', 9_000)], '/a.jpg'],
    ['a picture with a size wins over one without', [named('a'), named('b', 200, 100)], '/b.jpg'],
    ['a logo never wins', [named('logo', 4_000, 4_000), named('b', 200, 100)], '/b.jpg'],
    ['a logo alone is no picture', [named('logo')], undefined],
  ])('%s', (_, images, expected) => {
    expect(bestImage(images)?.url).toBe(expected && at(expected));
  });
});

it.each<[string, unknown, number | undefined]>([
  ['a number is read', 1200, 1200],
  ['a text is read', '1200px', 1200],
  ['a list is read by its first value', ['1200', '800'], 1200],
  ['a QuantitativeValue is read', { value: '1200' }, 1200],
  ['one pixel is read', 1, 1],
  ['20,000 pixels are read', 20_000, 20_000],
  ['20,001 pixels are no size', 20_001, undefined],
  ['no pixels are no size', 0, undefined],
  ['a percentage without a number is no size', 'auto', undefined],
  ['a missing size is no size', undefined, undefined],
])('pixels: %s', (_, value, expected) => {
  expect(pixels(value)).toBe(expected);
});

it.each<[string, unknown, string | undefined]>([
  ['white space is folded', ' A  ferry\n', 'A ferry'],
  ['half a character is replaced', 'A \ud83d', 'A \uFFFD'],
  ['blanks are no text', ' ', undefined],
  ['a number is no text', 7, undefined],
])('the text of a picture: %s', (_, value, expected) => {
  expect(textOf(value)).toBe(expected);
});

it.each([
  ['a relative address is resolved', 'f.jpg', at('/f.jpg')],
  ['an ampersand that was escaped once too often is decoded', '/f?a=1&amp;b=2', at('/f?a=1&b=2')],
  ['all escaped ampersands are decoded', '/f?a=1&#038;b=2&#X26;c=3', at('/f?a=1&b=2&c=3')],
  ['embedded data are no address', 'data:image/gif;base64,R0', undefined],
  ['a missing address is none', undefined, undefined],
])('the address of a picture: %s', (_, raw, expected) => {
  expect(imageAddress(raw, BASE)).toBe(expected);
});

describe('the pictures of an image property', () => {
  const node = { '@id': '#i', url: '/i.jpg' };
  const resolve = (value: unknown) => (value === '#i' ? node : value);
  it.each<[string, unknown, readonly ArticleImage[]]>([
    ['an address is a picture', '/f.jpg', [{ url: at('/f.jpg') }]],
    ['a list has several pictures', ['/f.jpg', '/g.jpg'], [{ url: at('/f.jpg') }, { url: at('/g.jpg') }]],
    ['a reference is followed', '#i', [{ url: at('/i.jpg') }]],
    ['embedded data are no picture', 'data:,', []],
    [
      'an ImageObject has a size, a caption and a credit',
      { url: '/f.jpg', width: 1200, height: '800', caption: 'A ferry', creditText: 'Ada Quay' },
      [{ url: at('/f.jpg'), width: 1200, height: 800, alt: 'A ferry', credit: 'Ada Quay' }],
    ],
    [
      'an ImageObject may have a description and a copyright notice instead',
      { contentUrl: '/f.jpg', description: 'A ferry', copyrightNotice: 'Ada Quay' },
      [{ url: at('/f.jpg'), alt: 'A ferry', credit: 'Ada Quay' }],
    ],
    [
      'a caption and a credit come before a description and a notice',
      { url: '/f.jpg', caption: 'A', description: 'B', creditText: 'C', copyrightNotice: 'D' },
      [{ url: at('/f.jpg'), alt: 'A', credit: 'C' }],
    ],
  ])('%s', (_, value, expected) => {
    expect(imagesOf(value, resolve, BASE)).toEqual(expected);
  });
});

it('the pictures in figures are those from the headline on', () => {
  const pictures = [
    { src: '/above.jpg', at: 9 },
    { src: '/f.jpg', width: '1200', height: '800', alt: ' A ferry', at: 10 },
    { src: 'data:,', at: 11 },
  ];
  expect(figureImages(pictures, 10, BASE)).toEqual([{ url: at('/f.jpg'), width: 1200, height: 800, alt: 'A ferry' }]);
});
