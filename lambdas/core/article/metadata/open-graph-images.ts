/** Reads the pictures of a page's Open Graph tags. */
import { compact } from '../../compact.ts';
import type { ArticleImage } from '../record/article.ts';
import { imageAddress, pixels, textOf } from './page-image.ts';

/** An `og:image` tag, its name without that start: `['', '/ferry.jpg']`, `[':width', '1200']`. */
export type ImageTag = readonly [property: string, content: string];

/**
 * Returns the pictures with their properties. A picture's properties follow its address (The Open Graph protocol,
 * "Arrays"), and some pictures may lack them. If a property occurs once for each picture, a list of addresses may also be
 * followed by a list of that property.
 */
export function openGraphImages(tags: readonly ImageTag[], base: string): ArticleImage[] {
  const contentsOf = (property: string): string[] =>
    tags.filter(([each]) => each === property).map(([, content]) => content);
  const address = ['', ':url', ':secure_url'].find((property) => contentsOf(property).length > 0);
  const starts = tags.flatMap(([property], index) => (property === address ? [index] : []));
  return starts.flatMap((start, nth) => {
    const url = imageAddress(tags[start]?.[1], base);
    if (url === undefined) return [];
    const following = tags.slice(start, starts[nth + 1]);
    const contentOf = (property: string): string | undefined => {
      const all = contentsOf(property);
      return all.length === starts.length ? all[nth] : following.find(([each]) => each === property)?.[1];
    };
    const [width, height] = [pixels(contentOf(':width')), pixels(contentOf(':height'))];
    return [compact({ url, width, height, alt: textOf(contentOf(':alt')) })];
  });
}
