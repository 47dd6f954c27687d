/** The picture that stands for an article. */

import { compact } from '../compact.ts';
import { absoluteUrl } from '../feed/absolute-url.ts';
import { isNode, type JsonLd, listOf, stringOf } from './json-ld.ts';
import type { ArticleImage } from './types.ts';

/** Pixels; what is smaller is an icon or a portrait. */
const SMALLEST = 100;
const LARGEST = 20_000;
/** Words in the addresses of pictures that stand for the site, not for the article. */
const PLACEHOLDER = /(?:^|[/_.-])(?:logo|favicon|placeholder|sprite|gravatar)s?(?:[/_.-]|$)|\/avatars?\//i;
/** Files that are called no more than this. As a part of a name or a folder the words say nothing: `/sites/default/files/pixel-9.jpg`. */
const NO_PICTURE =
  /\/(?:default|blank|spacer|pixel|1x1|transparent|avatar|no-?image)(?:[-_]?(?:image|img|social|share|og|thumb(?:nail)?|\d+(?:x\d+)?))*(?:\.\w+)?$/i;
/** Templates escape addresses once more where nobody will undo it: in JSON-LD. */
const AMPERSAND = /&(?:amp|#0*38|#x0*26);/gi;

const addressOf = (raw: string | undefined, base: string): string | undefined =>
  absoluteUrl(raw?.replace(AMPERSAND, '&'), base);

/** The pictures that JSON-LD names for an article. */
export function imagesOf(value: unknown, resolve: JsonLd['resolve'], base: string): ArticleImage[] {
  return listOf(value)
    .map(resolve)
    .flatMap((each) => {
      const url = addressOf(stringOf(each), base);
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
  const credible = images.filter(
    ({ url, width, height }) =>
      !standsForSite(new URL(url).pathname) && (width ?? SMALLEST) >= SMALLEST && (height ?? SMALLEST) >= SMALLEST,
  );
  const [first] = credible;
  return credible.reduce((best, each) => (area(each) > area(best) ? each : best), first as ArticleImage) ?? undefined;
}

const standsForSite = (path: string): boolean => PLACEHOLDER.test(path) || NO_PICTURE.test(path);

const area = ({ width = 0, height = 0 }: ArticleImage): number => width * height;

/** Pixels as numbers, texts or `QuantitativeValue`s. */
export function pixels(value: unknown): number | undefined {
  const [first] = listOf(value);
  const read = Number.parseInt(String(isNode(first) ? first['value'] : first), 10);
  return read > 0 && read <= LARGEST ? read : undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().toWellFormed() || undefined : undefined;

/** `og:image` and the sizes and texts that follow it, as the Open Graph protocol has them: one after the other, or none. */
export function openGraphImages(meta: ReadonlyMap<string, readonly string[]>, base: string): ArticleImage[] {
  const of = (name: string, index: number): string | undefined => meta.get(`og:image:${name}`)?.[index];
  return (meta.get('og:image') ?? meta.get('og:image:url') ?? meta.get('og:image:secure_url') ?? []).flatMap(
    (raw, index) => {
      const url = addressOf(raw, base);
      if (url === undefined) return [];
      return [
        compact({
          url,
          width: pixels(of('width', index)),
          height: pixels(of('height', index)),
          alt: textOf(of('alt', index)),
        }),
      ];
    },
  );
}
