/** Merges the media of an article's sources: each file once. */
import { compact } from '../../compact.ts';
import type { ArticleMedium } from '../record/article.ts';
import { fileKey, isSamePicture } from './media-address.ts';

/** What is known of an article whose media are merged. */
interface OwnParts {
  readonly title?: string | undefined;
  /** The address of its image, which is no medium beside it. */
  readonly image?: string | undefined;
}

/**
 * Returns each file once, in the order of the lists. The first of several has the address, and says what the others don't contradict.
 */
export function mergeMedia(media: readonly ArticleMedium[], { title, image }: OwnParts): readonly ArticleMedium[] {
  const known = new Map<string, ArticleMedium>();
  for (const each of media) {
    if (each.kind === 'image' && image !== undefined && isSamePicture(each.url, image)) continue;
    const key = fileKey(each.url, each.kind);
    known.set(key, { ...each, ...known.get(key) });
  }
  return [...known.values()].map((each) => (each.title === title ? compact({ ...each, title: undefined }) : each));
}
