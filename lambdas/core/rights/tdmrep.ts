/** TDM Reservation Protocol (W3C Community Group, final report): `tdm-reservation` and `tdm-policy` of headers and of meta tags. */
import { absoluteUrl } from '../web/absolute-url.ts';
import type { ArticleRights, RightsSource } from './rights.ts';
import { rightsSaid, strictest } from './strictest.ts';

export interface TdmStatement {
  readonly source: RightsSource;
  /** Values as written. */
  readonly reservations: readonly string[];
  readonly policy: string | undefined;
}

/**
 * A reservation (`1`) is one against mining for any use. `0` leaves mining free, which is to train on the text; whether answers may use the
 * text, `0` doesn't say. A policy says how to get leave, so that it counts with a reservation only.
 *
 * @param statements a page's own before its header's: each value overrides the values behind it, and an absent value overrides nothing
 */
export function tdmRights(statements: readonly TdmStatement[], url: string): ArticleRights | undefined {
  const reserving = statements.find(({ reservations }) => reservationIn(reservations) !== undefined);
  if (reserving === undefined) return undefined;
  const { source } = reserving;
  if (reservationIn(reserving.reservations) === '0') return rightsSaid(source, { train: 'allowed' });
  const policies = statements.map((each) => ({ source: each.source, terms: absoluteUrl(each.policy, url) }));
  const policy = policies.find(({ terms }) => terms !== undefined);
  return strictest([
    rightsSaid(source, { train: 'disallowed', ai: 'disallowed' }),
    policy?.terms === undefined ? undefined : rightsSaid(policy.source, { terms: policy.terms }),
  ]);
}

/** Max characters of a value that are read. */
const MAX_LENGTH = 100;

/** Any other value is none. Of several values the stricter counts. */
function reservationIn(values: readonly string[]): '0' | '1' | undefined {
  const known = values.flatMap((value) => value.slice(0, MAX_LENGTH).split(',')).map((value) => value.trim());
  return known.includes('1') ? '1' : known.includes('0') ? '0' : undefined;
}
