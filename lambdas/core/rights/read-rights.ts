/** Reads rights as they are stored: what this version doesn't know is left out part by part. */
import { isWebAddress, parseUrl } from '../web/absolute-url.ts';
import { type ArticleRights, PERMISSIONS, PLACES, STATEMENTS, USES } from './rights.ts';

const SOURCES = PLACES.flatMap((place) => STATEMENTS.map((statement) => `${place}:${statement}`));

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Returns rights; undefined if nothing is known of them. */
export function readRights(value: unknown): ArticleRights | undefined {
  if (!isObject(value)) return undefined;
  const isKnown = (field: string): boolean =>
    (USES as readonly string[]).includes(field) ? isIn(PERMISSIONS, value[field]) : isAddress(value[field]);
  const fields = ['license', 'terms', ...USES].filter((field) => Object.hasOwn(value, field) && isKnown(field));
  if (fields.length === 0) return undefined;
  const sources = isObject(value['source']) ? value['source'] : {};
  const known = fields.filter((field) => Object.hasOwn(sources, field) && isIn(SOURCES, sources[field]));
  return { ...picked(value, fields), source: picked(sources, known) };
}

const isIn = (list: readonly string[], value: unknown): boolean => typeof value === 'string' && list.includes(value);

/** A consumer may show it as a link. */
function isAddress(value: unknown): boolean {
  const url = typeof value === 'string' ? parseUrl(value) : null;
  return url !== null && isWebAddress(url);
}

const picked = (from: Fields, fields: readonly string[]): object =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));
