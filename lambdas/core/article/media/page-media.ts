/** The media of a page: what it declares and what it shows are often the same in two forms. */
import type { Found } from '../metadata/metadata-lookup.ts';
import type { ArticleMedium, MediaKind } from '../record/article.ts';
import { mergeMedia } from './merge-media.ts';

/** The media of each source, the most trusted first. */
export type MediaCandidates = readonly Found<readonly ArticleMedium[]>[];

/**
 * Returns of each kind the media of the source that has most of the kind, of equal ones those of the most trusted: a film that the
 * page declares as a file, as a player and in the text is one film.
 */
export function pageMedia(candidates: MediaCandidates): readonly ArticleMedium[] {
  const best = new Map<MediaKind, readonly ArticleMedium[]>();
  for (const { value } of candidates) {
    for (const [kind, media] of Map.groupBy(mergeMedia(value, {}), (each) => each.kind))
      if (media.length > (best.get(kind)?.length ?? 0)) best.set(kind, media);
  }
  return [...best.values()].flat();
}

export const PAGE_MEDIA_RULE = 'of each kind, the source that has most';
