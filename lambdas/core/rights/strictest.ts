/** Several statements as one: where two disagree, the stricter one counts. */
import { compact } from '../compact.ts';
import { licenseRank } from './license.ts';
import { type ArticleRights, type RightsSource, type Said, USES } from './rights.ts';

/** Returns a statement as rights; undefined if it says nothing. */
export function rightsSaid(source: RightsSource, said: Said): ArticleRights | undefined {
  const fields = Object.keys(compact(said)) as (keyof Said)[];
  if (fields.length === 0) return undefined;
  return { ...compact(said), source: Object.fromEntries(fields.map((field) => [field, source])) };
}

/**
 * Returns what all statements together say: a use is disallowed if one of them disallows it. Of several licences the strictest counts,
 * of several terms the first. Undefined if nothing is said.
 *
 * @param all the most trusted first: it is named as the source if others say the same
 */
export function strictest(all: readonly (ArticleRights | undefined)[]): ArticleRights | undefined {
  const said = all
    .filter((each) => each !== undefined)
    .filter(({ source: _, ...fields }) => Object.keys(fields).length > 0);
  if (said.length < 2) return said[0];
  const winners: [keyof Said, ArticleRights | undefined][] = [
    ['license', strictestLicense(said)],
    ['terms', said.find(({ terms }) => terms !== undefined)],
    ...USES.map((use): [keyof Said, ArticleRights | undefined] => [
      use,
      said.find((each) => each[use] === 'disallowed') ?? said.find((each) => each[use] !== undefined),
    ]),
  ];
  const given = winners.filter(([, winner]) => winner !== undefined);
  return {
    ...Object.fromEntries(given.map(([field, winner]) => [field, winner?.[field]])),
    source: compact(Object.fromEntries(given.map(([field, winner]) => [field, winner?.source[field]]))),
  };
}

const strictestLicense = (said: readonly ArticleRights[]): ArticleRights | undefined =>
  said
    .filter(({ license }) => license !== undefined)
    .reduce<ArticleRights | undefined>(
      (strict, each) =>
        strict === undefined || licenseRank(each.license) > licenseRank(strict.license) ? each : strict,
      undefined,
    );

/** Returns only what is refused. */
export const refusals = (rights: ArticleRights | undefined): ArticleRights | undefined =>
  only(rights, (field) => rights?.[field] === 'disallowed');

/** Returns only what a feed has said. */
export const saidByFeed = (rights: ArticleRights | undefined): ArticleRights | undefined =>
  only(rights, (field) => rights?.source[field]?.startsWith('feed:') === true);

function only(rights: ArticleRights | undefined, counts: (field: keyof Said) => boolean): ArticleRights | undefined {
  const { source = {}, ...said } = rights ?? {};
  const fields = (Object.keys(said) as (keyof Said)[]).filter(counts);
  if (fields.length === 0) return undefined;
  const pick = (from: object) => compact(Object.fromEntries(fields.map((field) => [field, (from as Said)[field]])));
  return { ...pick(said), source: pick(source) as ArticleRights['source'] };
}
