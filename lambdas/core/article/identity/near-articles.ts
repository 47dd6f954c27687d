import type { Claim, Claimable } from './fingerprints.ts';
import { isNear, type Likeness, likeness } from './near-duplicate.ts';

/**
 * Min share of the longer text in the shorter one, if the texts have only one key in common. A smaller share is a digest's
 * or a quotation's; a copy that is as short as that has the other keys of the text's beginning too.
 */
const MIN_COVERAGE_BY_ONE_KEY = 0.25;

interface Found {
  readonly alike: Likeness;
  readonly keys: number;
}

/** Returns the articles whose texts are near according to their claims on a text's keys, the nearest first. */
export function nearArticles(
  wanted: readonly Claimable[],
  held: ReadonlyMap<string, Claim>,
): readonly (readonly [articleId: string, likeness: Likeness])[] {
  const found = new Map<string, Found>();
  for (const { fingerprint, sketch } of wanted) {
    const claim = held.get(fingerprint);
    if (sketch === undefined || claim?.sketch === undefined) continue;
    const alike = likeness(claim.sketch, sketch);
    const { alike: nearest = alike, keys = 0 } = found.get(claim.articleId) ?? {};
    found.set(claim.articleId, { alike: nearer(alike, nearest), keys: keys + 1 });
  }
  return [...found]
    .filter(([, { alike, keys }]) => isNear(alike) && (keys > 1 || alike.coverage >= MIN_COVERAGE_BY_ONE_KEY))
    .map(([articleId, { alike }]) => [articleId, alike] as const)
    .sort(([, a], [, b]) => b.containment - a.containment);
}

/** Claims of one article may carry sketches of an earlier and a later text of it. */
const nearer = (one: Likeness, other: Likeness): Likeness =>
  isNear(one) && (!isNear(other) || one.containment > other.containment) ? one : other;
