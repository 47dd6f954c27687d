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
export function agreedTitle<T extends VoicedTitle>(
  titles: readonly T[],
): { readonly title: T; readonly why: string } | undefined {
  const keyed = titles.map((title) => ({ title, key: titleKey(title.value) }));
  const saysSame = (key: string, voice: VoicedTitle['voice']): boolean =>
    keyed.some(({ title, key: other }) => title.voice === voice && other === key);
  const declared = keyed.find(({ key }) => saysSame(key, 'schema') && saysSame(key, 'tags'));
  const visible = keyed.find(({ key }) => saysSame(key, 'headline'));
  const agreed = declared ?? visible ?? keyed[0];
  if (agreed === undefined) return undefined;
  const isWithoutKicker = ({ key }: { readonly key: string }): boolean =>
    key.length < agreed.key.length && key.length > agreed.key.length * MIN_SHARE && agreed.key.endsWith(key);
  const short = keyed.find(isWithoutKicker);
  if (short !== undefined) return { title: short.title, why: 'the agreed title without its kicker' };
  if (declared !== undefined) return { title: agreed.title, why: 'JSON-LD or microdata and the tags agree' };
  if (visible !== undefined) return { title: agreed.title, why: 'it says what the visible headline says' };
  return { title: agreed.title, why: 'the first source that gives one' };
}

/** Min share of a title without its kicker. A kicker is seldom the longer part. */
const MIN_SHARE = 0.5;
