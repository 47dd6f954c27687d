/** Chooses the picture that represents an article. */
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { cut, soundText } from '../../words.ts';
import type { ArticleImage } from '../record/article.ts';
import { isNode, type JsonLd, listOf, stringOf } from './json-ld.ts';
import type { PlacedPicture } from './page-pictures.ts';

/** Min width and height, in pixels. A smaller picture is an icon or a portrait. */
const MIN_PIXELS = 100;
const MAX_PIXELS = 20_000;
/** Max images of a list that are read: each short address may become as long as the page's base. */
const MAX_IMAGES = 300;
/** Words in the addresses of pictures that represent the site or a person, not the article. */
const PLACEHOLDER = /(?:^|[/_.-])(?:logo|favicon|placeholder|sprite|gravatar)s?(?:[/_.-]|$)|\/avatars?\//i;
/**
 * Whole file names of placeholders. The same words are harmless in a folder or in a longer name:
 * `/sites/default/files/pixel-9.jpg`. A run of digits is taken whole: in parts, it would be tried in every way to part it.
 */
const NO_PICTURE =
  /\/(?:default|blank|spacer|pixel|1x1|transparent|avatar|no-?image)(?:[-_]?(?:image|img|social|share|og|thumb(?:nail)?|\d+(?:x\d{2,})*(?:x\d+)?(?!\d)))*(?:\.\w+)?$/i;
/** An ampersand that a template escaped once too often, as in JSON-LD. */
const AMPERSAND = /&(?:amp|#0*38|#x0*26);/gi;

export const imageAddress = (raw: string | undefined, base: string): string | undefined =>
  absoluteUrl(raw?.replace(AMPERSAND, '&'), base);

/** Returns the pictures in the article's figures. @param headline the headline's place; earlier pictures aren't the article's. */
export const figureImages = (pictures: readonly PlacedPicture[], headline: number, base: string): ArticleImage[] =>
  pictures.flatMap(({ src, width, height, alt, at }) => {
    const url = at < headline ? undefined : imageAddress(src, base);
    return url === undefined ? [] : [compact({ url, width: pixels(width), height: pixels(height), alt: textOf(alt) })];
  });

/** Returns the pictures of an `image` property: addresses, `ImageObject`s, or references to them. */
export function imagesOf(value: unknown, resolve: JsonLd['resolve'], base: string): ArticleImage[] {
  return listOf(value)
    .slice(0, MAX_IMAGES)
    .map(resolve)
    .flatMap((each) => {
      const url = imageAddress(stringOf(each), base);
      if (url === undefined) return [];
      if (!isNode(each)) return [{ url }];
      return [
        compact({
          url,
          width: pixels(each['width']),
          height: pixels(each['height']),
          alt: textOf(each['caption']) ?? textOf(each['description']),
          credit: textOf(each['creditText']) ?? textOf(each['copyrightNotice']),
        }),
      ];
    });
}

/** Returns the largest credible picture; the first credible one if no size is known. */
export function bestImage(images: readonly ArticleImage[]): ArticleImage | undefined {
  const [first, ...others] = images.filter(isCredible);
  return others.reduce((best, each) => (best === undefined || area(each) > area(best) ? each : best), first);
}

/** Whether a picture isn't known to be too small, and doesn't represent the site. */
export function isCredible({ url, width, height }: ArticleImage): boolean {
  const pathname = URL.parse(url)?.pathname;
  if (pathname === undefined) return false;
  const [, ...sidesInName] = SIZE_IN_NAME.exec(pathname) ?? [];
  return (
    !standsForSite(pathname) &&
    [width, height, ...sidesInName.map(Number)].every((side = MIN_PIXELS) => side >= MIN_PIXELS)
  );
}
/** `ferry-150x80.jpg` */
const SIZE_IN_NAME = /[-_](\d{1,4})x(\d{1,4})(?=\.\w+$)/;

const standsForSite = (path: string): boolean => PLACEHOLDER.test(path) || NO_PICTURE.test(path);

const area = ({ width = 0, height = 0 }: ArticleImage): number => width * height;

/** Reads pixels from a number, a text or a `QuantitativeValue`. */
export function pixels(value: unknown): number | undefined {
  const [first] = listOf(value);
  const read = Number.parseInt(String(isNode(first) ? first['value'] : first), 10);
  return read > 0 && read <= MAX_PIXELS ? read : undefined;
}

/** Max length of a caption or credit that is read, in characters. */
const MAX_TEXT_LENGTH = 5_000;

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? soundText(cut(value, MAX_TEXT_LENGTH).replace(/\s+/g, ' ').trim()) || undefined
    : undefined;
