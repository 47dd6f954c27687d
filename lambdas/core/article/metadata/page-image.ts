/** The picture that stands for an article. */

import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import type { ArticleImage } from '../record/article.ts';
import { isNode, type JsonLd, listOf, stringOf } from './json-ld.ts';
import type { PlacedPicture } from './page-pictures.ts';

/** Pixels; what is smaller is an icon or a portrait. */
const MIN_PIXELS = 100;
const MAX_PIXELS = 20_000;
/** Words in the addresses of pictures that stand for the site, not for the article. */
const PLACEHOLDER = /(?:^|[/_.-])(?:logo|favicon|placeholder|sprite|gravatar)s?(?:[/_.-]|$)|\/avatars?\//i;
/**
 * Files that are called no more than this. As a part of a name or a folder the words say nothing:
 * `/sites/default/files/pixel-9.jpg`.
 */
const NO_PICTURE =
  /\/(?:default|blank|spacer|pixel|1x1|transparent|avatar|no-?image)(?:[-_]?(?:image|img|social|share|og|thumb(?:nail)?|\d+(?:x\d+)?))*(?:\.\w+)?$/i;
/** Templates escape addresses once more where nobody will undo it: in JSON-LD. */
const AMPERSAND = /&(?:amp|#0*38|#x0*26);/gi;

export const imageAddress = (raw: string | undefined, base: string): string | undefined =>
  absoluteUrl(raw?.replace(AMPERSAND, '&'), base);

/** The pictures in the article's figures. @param headline where that stands: what is before it isn't the article's. */
export const figureImages = (pictures: readonly PlacedPicture[], headline: number, base: string): ArticleImage[] =>
  pictures.flatMap(({ src, width, height, alt, at }) => {
    const url = at < headline ? undefined : imageAddress(src, base);
    return url === undefined ? [] : [compact({ url, width: pixels(width), height: pixels(height), alt: textOf(alt) })];
  });

/** The pictures that JSON-LD names for an article. */
export function imagesOf(value: unknown, resolve: JsonLd['resolve'], base: string): ArticleImage[] {
  return listOf(value)
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

/** The largest one of those whose size is known, else the first; not one that is too small, or stands for the site. */
export function bestImage(images: readonly ArticleImage[]): ArticleImage | undefined {
  const credible = images.filter(isCredible);
  const [first] = credible;
  return credible.reduce((best, each) => (area(each) > area(best) ? each : best), first as ArticleImage) ?? undefined;
}

export function isCredible({ url, width, height }: ArticleImage): boolean {
  const pathname = URL.parse(url)?.pathname;
  if (pathname === undefined) return false;
  const [, ...named] = SIZE_IN_NAME.exec(pathname) ?? [];
  return (
    !standsForSite(pathname) && [width, height, ...named.map(Number)].every((side = MIN_PIXELS) => side >= MIN_PIXELS)
  );
}
/** `ferry-150x80.jpg` */
const SIZE_IN_NAME = /[-_](\d{1,4})x(\d{1,4})(?=\.\w+$)/;

const standsForSite = (path: string): boolean => PLACEHOLDER.test(path) || NO_PICTURE.test(path);

const area = ({ width = 0, height = 0 }: ArticleImage): number => width * height;

/** Pixels as numbers, texts or `QuantitativeValue`s. */
export function pixels(value: unknown): number | undefined {
  const [first] = listOf(value);
  const read = Number.parseInt(String(isNode(first) ? first['value'] : first), 10);
  return read > 0 && read <= MAX_PIXELS ? read : undefined;
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().toWellFormed() || undefined : undefined;
