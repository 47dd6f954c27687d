/** Limits of texts that strangers write, for the records that hold them (a DynamoDB item holds 400 kB). In characters. */
import { shorten, soundText } from './words.ts';

/** A longer text is no address, and would not fit the records. */
export const MAX_ADDRESS_LENGTH = 4_096;
export const MAX_TITLE_LENGTH = 500;
export const MAX_NAME_LENGTH = 200;

/** Returns the value within its limit; undefined if the value can't be shortened and must go. */
export type Limit<T> = (value: T) => T | undefined;
/** A limit for each field: a field that is declared and forgotten in its table of limits doesn't compile. */
export type Limits<T> = { readonly [K in keyof Required<T>]: Limit<NonNullable<T[K]>> };

/** A title or a name that is not too long stays as it is written. */
const shortened =
  (maxLength: number): Limit<string> =>
  (text) =>
    soundText(text.length <= maxLength ? text : shorten(text, maxLength));

export const title: Limit<string> = shortened(MAX_TITLE_LENGTH);
export const name: Limit<string> = shortened(MAX_NAME_LENGTH);
/** A shortened address would be another address. */
export const address: Limit<string> = (url) => (url.length > MAX_ADDRESS_LENGTH ? undefined : url);
/** For texts that are bounded where they are made, or that overflow into the Bodies bucket. */
export const wellFormed: Limit<string> = (text) => text.toWellFormed();
/** For values that the pipeline makes. */
export const asItIs = <T>(value: T): T => value;

/** Returns the value with each of its fields within its limit. A field that the table doesn't know stays. */
export function bounded<T extends object>(value: T, limits: Limits<T>): T {
  const within: Partial<T> = {}; // a loop, because this runs for each item of a feed and each of its parts
  for (const key of Object.keys(value) as (keyof T)[]) {
    const field = value[key];
    const limit: Limit<NonNullable<T[keyof T]>> = limits[key] ?? asItIs;
    const limited = field === undefined || field === null ? undefined : limit(field);
    if (limited !== undefined) within[key] = limited;
  }
  return within as T;
}
