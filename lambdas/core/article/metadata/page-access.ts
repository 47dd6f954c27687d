/** Reads whether an article is free, metered or paywalled. */

import type { Access } from '../record/article.ts';
import { isNode, type JsonLdNode, listOf } from './json-ld.ts';

/** Values of `article:content_tier` (Facebook Instant Articles), including those that publishers made up. */
const TIERS: Readonly<Record<string, Access>> = {
  free: 'free',
  open: 'free',
  metered: 'metered',
  metering: 'metered',
  registered: 'metered',
  locked: 'paywalled',
  paid: 'paywalled',
  premium: 'paywalled',
  subscription: 'paywalled',
  subscriber: 'paywalled',
};

export const tierAccess = (tier: string | undefined): Access | undefined => TIERS[tier?.trim().toLowerCase() ?? ''];

/** Reads `isAccessibleForFree` of the article and its parts (schema.org; Google's "Subscription and paywalled content"). */
export function declaredAccess(node: JsonLdNode): Access | undefined {
  const parts = listOf(node['hasPart']).filter(isNode);
  const declared = [node, ...parts].map((each) => booleanOf(each['isAccessibleForFree']));
  if (declared.includes(false)) return 'paywalled';
  return declared.includes(true) ? 'free' : undefined;
}

/** The access of a refused page: a 401 asks for a login, a 402 for payment. A 403 refuses robots, so it tells nothing. */
export const accessOf = (pageFailure: string | undefined): Access | undefined =>
  pageFailure === 'http-401' || pageFailure === 'http-402' ? 'paywalled' : undefined;

/** Booleans as publishers write them: `false`, `"False"`, `"https://schema.org/False"`. */
function booleanOf(value: unknown): boolean | undefined {
  const [, word] = /(?:^|\/)(true|false|yes|no)$/i.exec(String(listOf(value)[0]).trim()) ?? [];
  return word === undefined ? undefined : /^(?:true|yes)$/i.test(word);
}
