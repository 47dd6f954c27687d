import { urlFingerprint } from '../core/article/identity/fingerprints.ts';
import { appearanceOf, freeClaims, itemClaim } from '../core/article/identity/identity.ts';
import { markedFor, mayClaimAddress } from '../core/article/identity/stand-in.ts';
import {
  type Appearance,
  type Article,
  type ArticleContent,
  MAX_APPEARANCES,
  MAX_APPEARANCES_OF_OTHER_SITE,
} from '../core/article/record/article.ts';
import { withLabelRoom } from '../core/article/record/label-room.ts';
import { feedSpeaksFor } from '../core/article/voice.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import type { SameNews } from './find-same-news.ts';
import type { AttemptOutcome, ClaimLookup, IngestContext } from './ingest-context.ts';

/**
 * Adds an item to a known article. Claims that other articles hold stay with those articles.
 *
 * @param content the item's and its page's; undefined if the page wasn't read
 */
export async function addAppearance(
  context: IngestContext,
  { articleId, article: known, ...copy }: SameNews & Pick<Appearance, 'publisher'>,
  lookup: ClaimLookup,
  content?: ArticleContent,
): Promise<AttemptOutcome> {
  const { articles, message, identity, now } = context;
  const appearance = withLabelRoom(appearanceOf(message, identity, now(), copy), known);
  const free = markedFor(known, freeClaims(articleId, claimable(context, lookup, known, content), lookup.held));
  const claims = [itemClaim(articleId, message, identity), ...free];
  const hasRoom = hasRoomFor(known, message.feed);
  if (hasRoom && (await articles.appear(articleId, appearance, claims, now())))
    return { outcome: 'appeared', articleId };

  const article = await articles.get(articleId);
  const isListed = article?.appearances.some(({ key }) => key === appearance.key);
  if (hasRoom && isListed === false && (article?.appearances.length ?? 0) < MAX_APPEARANCES) return 'lost-race';
  // Another writer may have ingested another state of this item meanwhile. Then this state is a revision or stale.
  if ((await articles.findClaims([identity.item], now())).size > 0) return 'lost-race';
  if (!(await articles.claim(claims, now()))) return 'lost-race';
  return { outcome: article === undefined ? 'deleted' : 'unchanged', articleId };
}

/** Whether a feed may list a further address: any number if it speaks for the article's site, a few if it doesn't. */
function hasRoomFor(article: Article | undefined, feed: ItemMessage['feed']): boolean {
  if (article?.url === undefined || feedSpeaksFor(feed, article.url)) return true;
  return article.appearances.filter(({ feedId }) => feedId === feed.feedId).length < MAX_APPEARANCES_OF_OTHER_SITE;
}

/** The address that decides for whom a feed speaks: none, if its operator says that it isn't its site's own. */
const speakerOf = ({ url, site }: ItemMessage['feed']): string => (site === 'other' ? '' : url);

/** The wanted claims, without the item's address if the item may not claim that address for the article. */
function claimable(
  { message, identity: { url } }: IngestContext,
  { wanted }: ClaimLookup,
  article: Article | undefined,
  content: ArticleContent | undefined,
): ClaimLookup['wanted'] {
  const { feed } = message;
  if (url === undefined || feedSpeaksFor(feed, url) || mayClaimAddress(article, speakerOf(feed), url, content))
    return wanted;
  return wanted.filter(({ fingerprint }) => fingerprint !== urlFingerprint(url));
}
