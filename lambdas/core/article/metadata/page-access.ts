/** Whether a reader has to pay for an article, as far as its page says. */

import type { Access } from '../record/article.ts';
import { isNode, type JsonLdNode, listOf } from './json-ld.ts';

/** `article:content_tier` (Facebook Instant Articles), and what publishers write there. */
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

/** `isAccessibleForFree` of the article, or of a part of it (schema.org; Google's "Subscription and paywalled content"). */
export function declaredAccess(node: JsonLdNode): Access | undefined {
  const parts = listOf(node['hasPart']).filter(isNode);
  const said = [node, ...parts].map((each) => truth(each['isAccessibleForFree'])).filter((each) => each !== undefined);
  return said.length === 0 ? undefined : said.includes(false) ? 'paywalled' : 'free';
}

/** What a refused page says: 401 asks for a subscriber's name, 402 for money. A 403 refuses readers like us, not those without a subscription. */
export const accessOf = (pageFailure: string | undefined): Access | undefined =>
  pageFailure === 'http-401' || pageFailure === 'http-402' ? 'paywalled' : undefined;

/** Booleans as publishers write them: `false`, `"False"`, `"https://schema.org/False"`. */
function truth(value: unknown): boolean | undefined {
  const [, word] = /(?:^|\/)(true|false|yes|no)$/i.exec(String(listOf(value)[0]).trim()) ?? [];
  return word === undefined ? undefined : /^(?:true|yes)$/i.test(word);
}
