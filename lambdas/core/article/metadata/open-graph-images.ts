/** The pictures of the Open Graph protocol. */
import { compact } from '../../compact.ts';
import type { ArticleImage } from '../record/article.ts';
import { imageAddress, pixels, textOf } from './page-image.ts';

/** A tag of a picture, without `og:image`: `['', '/ferry.jpg']`, `[':width', '1200']`. */
export type ImageTag = readonly [property: string, content: string];

/**
 * What belongs to a picture follows it (The Open Graph protocol, "Arrays"), and may be there for some of them only.
 * Where each has its own, they may as well stand in a list behind the others.
 */
export function openGraphImages(tags: readonly ImageTag[], base: string): ArticleImage[] {
  const of = (property: string): string[] => tags.filter(([each]) => each === property).map(([, content]) => content);
  const address = ['', ':url', ':secure_url'].find((property) => of(property).length > 0);
  const starts = tags.flatMap(([property], index) => (property === address ? [index] : []));
  return starts.flatMap((start, nth) => {
    const url = imageAddress(tags[start]?.[1], base);
    if (url === undefined) return [];
    const following = tags.slice(start, starts[nth + 1]);
    const tagOf = (property: string): string | undefined => {
      const all = of(property);
      return all.length === starts.length ? all[nth] : following.find(([each]) => each === property)?.[1];
    };
    const [width, height] = [pixels(tagOf(':width')), pixels(tagOf(':height'))];
    return [compact({ url, width, height, alt: textOf(tagOf(':alt')) })];
  });
}
