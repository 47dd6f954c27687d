import { readDocument } from './read-document.ts';

/** The operations of `poll-feed` on what strangers wrote: they run behind the wall (docs/decisions/wall.md). */
export const feedOperations = { readDocument };

export type FeedOperations = typeof feedOperations;
