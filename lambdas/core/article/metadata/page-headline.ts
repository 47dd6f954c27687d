/** Finds the headline among a page's headings. */

import { titleKey } from '../wording/page-title.ts';
import { isOfSite, partsOf, siteKeysOf, type TitleContext } from '../wording/site-in-title.ts';
import type { Heading } from './page-scan.ts';

export interface Headline extends Heading {
  /** A title of the page says the same, or no other heading is of the first level: not only its place speaks for it. */
  readonly isConfirmed: boolean;
}

/** What is known of the page besides its headings. */
export interface HeadlineContext extends TitleContext {
  /** The places of the running text's paragraphs. */
  readonly paragraphs: readonly number[];
}

/**
 * Returns the heading that most of the page's titles share, and of several the one that shares most; else the only heading of
 * the first level; else the heading that stands above the running text.
 */
export function headlineOf(
  headings: readonly Heading[],
  titles: readonly string[],
  context: HeadlineContext,
): Headline | undefined {
  const siteKeys = siteKeysOf(context);
  const own = headings.filter(({ text }) => !siteKeys.includes(titleKey(text)));
  const shared = mostShared(own, titles);
  if (shared !== undefined) return { ...shared, isConfirmed: true };
  const [first, ...others] = own.filter(({ level, text }) => level === 1 && !isOfSite(text, siteKeys));
  if (first !== undefined && others.length === 0) return { ...first, isConfirmed: true };
  const above = aboveText(
    own.filter(({ text }) => !isOfSite(text, siteKeys)),
    context.paragraphs,
  );
  return above && { ...above, isConfirmed: false };
}

function mostShared(headings: readonly Heading[], titles: readonly string[]): Heading | undefined {
  const keyed = titles.map((title) => ({
    whole: titleKey(title),
    parts: new Set(partsOf(title).map(({ start, end }) => titleKey(title.slice(start, end)))),
  }));
  let best: { readonly heading: Heading; readonly votes: number; readonly shared: number } | undefined;
  for (const heading of headings) {
    const key = titleKey(heading.text);
    const minShare = heading.level === 1 ? MIN_SHARE / 2 : MIN_SHARE;
    const lengths = keyed
      .map(({ whole, parts }) => (parts.has(key) ? key.length : sharedLength(whole, key, minShare)))
      .filter((length) => length > MIN_SHARED);
    const [votes, shared] = [lengths.length, Math.max(0, ...lengths)];
    if (votes > 0 && (votes > (best?.votes ?? 0) || (votes === best?.votes && shared > best.shared)))
      best = { heading, votes, shared };
  }
  return best?.heading;
}

/** The headline shares more letters than this with a title. */
const MIN_SHARED = 4;
/** Min share of the longer text that a heading and a title have in common; half of it for a heading of the first level. */
const MIN_SHARE = 0.5;

/** The length of the shorter text if the longer text contains it; 0 if it is less than a share of the longer text. */
function sharedLength(title: string, heading: string, minShare: number): number {
  const [inner, outer] = title.length < heading.length ? [title, heading] : [heading, title];
  return outer.includes(inner) && inner.length > outer.length * minShare ? inner.length : 0;
}

/** Max number of nodes between a headline and the first paragraph. */
const MAX_DISTANCE = 150;

/** The only heading of the highest level that a paragraph follows before the next heading of that level. */
function aboveText(headings: readonly Heading[], paragraphs: readonly number[]): Heading | undefined {
  const leading = headings.filter(({ at, level }, index) => {
    const next = headings.slice(index + 1).find((other) => other.level <= level)?.at ?? Infinity;
    return paragraphs.some((place) => place > at && place < Math.min(next, at + MAX_DISTANCE));
  });
  const highest = Math.min(...leading.map(({ level }) => level));
  const [only, ...others] = leading.filter(({ level }) => level === highest);
  return others.length === 0 ? only : undefined;
}
