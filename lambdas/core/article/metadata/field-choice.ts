/** What a field of the metadata was chosen from, and why: for whoever asks to have it explained. */
import type { MetadataField } from '../record/article.ts';
import type { Found } from './metadata-lookup.ts';

/** One value, chosen among candidates. */
export interface Choice<T> {
  readonly found: Found<T> | undefined;
  /** The values with their sources, the most trusted source first. */
  readonly candidates: readonly Found<unknown>[];
  /** In plain words. */
  readonly why: string;
}

/** Hears of each field what it was chosen from. */
export type ChoiceListener = (choice: {
  readonly field: MetadataField | 'media';
  readonly candidates: readonly Found<unknown>[];
  /** Undefined if the field is absent. */
  readonly chosen: unknown;
  readonly why: string;
}) => void;

export const NO_SOURCE = 'no source gives one';

/** Chooses the first candidate that counts. @param why why others don't count. */
export function firstThat<T>(candidates: readonly Found<T>[], counts: (value: T) => boolean, why: string): Choice<T> {
  const found = candidates.find(({ value }) => counts(value));
  if (found !== undefined && found === candidates[0])
    return { found, candidates, why: 'the first source that gives one' };
  return { found, candidates, why: candidates.length === 0 ? NO_SOURCE : why };
}

export const firstOf = <T>(candidates: readonly Found<T>[]): Choice<T> => firstThat(candidates, () => true, NO_SOURCE);

export function tell(listener: ChoiceListener, choices: Readonly<Record<MetadataField, Choice<unknown>>>): void {
  for (const [field, { found, candidates, why }] of Object.entries(choices))
    listener({ field: field as MetadataField, candidates, chosen: found?.value, why });
}
