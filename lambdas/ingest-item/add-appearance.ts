import { appearanceOf, freeClaims, itemClaim } from '../core/article/identity/identity.ts';
import { type Appearance, MAX_APPEARANCES } from '../core/article/record/article.ts';
import type { SameNews } from './find-same-news.ts';
import type { AttemptOutcome, ClaimLookup, IngestContext } from './ingest-context.ts';

/** Adds an item to a known article. Claims that other articles hold stay with those articles. */
export async function addAppearance(
  { articles, message, identity, now }: IngestContext,
  { articleId, ...copy }: SameNews & Pick<Appearance, 'publisher'>,
  { wanted, held }: ClaimLookup,
): Promise<AttemptOutcome> {
  const appearance = appearanceOf(message, identity, now(), copy);
  const claims = [itemClaim(articleId, message, identity), ...freeClaims(articleId, wanted, held)];
  if (await articles.appear(articleId, appearance, claims, now())) return { outcome: 'appeared', articleId };

  const article = await articles.get(articleId);
  const isListed = article?.appearances.some(({ key }) => key === appearance.key);
  if (isListed === false && (article?.appearances.length ?? 0) < MAX_APPEARANCES) return 'lost-race';
  // Another writer may have ingested another state of this item meanwhile. Then this state is a revision or stale.
  if ((await articles.findClaims([identity.item], now())).size > 0) return 'lost-race';
  if (!(await articles.claim(claims, now()))) return 'lost-race';
  return { outcome: article === undefined ? 'deleted' : 'unchanged', articleId };
}
