/** Chooses among the titles of a page. */

/** Returns the letters and digits in lower case. They are equal if two headlines differ only in their typography. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** A title of a page, and who says it: the JSON-LD or microdata, the head's tags, the visible headline, or another. */
export interface VoicedTitle {
  readonly value: string;
  readonly voice: 'schema' | 'tags' | 'headline' | 'other';
}

/**
 * Returns the title that JSON-LD and the head's tags agree on; else the first that says what the visible headline says; else
 * the first. But if another title is the same without the kicker, that title: `The ferry stays` rather than `Strike: The
 * ferry stays`.
 */
export function agreedTitle<T extends VoicedTitle>(titles: readonly T[]): T | undefined {
  const keyed = titles.map((title) => ({ title, key: titleKey(title.value), voice: title.voice }));
  const says = (key: string, voice: string): boolean => keyed.some((each) => each.voice === voice && each.key === key);
  const agreed =
    keyed.find(({ key }) => says(key, 'schema') && says(key, 'tags')) ??
    keyed.find(({ key }) => says(key, 'headline')) ??
    keyed[0];
  const whole = agreed?.key ?? '';
  const isWithoutKicker = (part: string): boolean =>
    part.length < whole.length && part.length > whole.length * MIN_SHARE && whole.endsWith(part);
  return (keyed.find(({ key }) => isWithoutKicker(key)) ?? agreed)?.title;
}

/** Min share of a title without its kicker. A kicker is seldom the longer part. */
const MIN_SHARE = 0.5;
