/** Gives a stand-in the words of its site, when the site speaks by its own feed or by its page. */
import type { Takeover } from '../core/article/article-store.ts';
import { appearanceOf, asClaimable, freeClaims, itemClaim } from '../core/article/identity/identity.ts';
import { takesOver } from '../core/article/identity/stand-in.ts';
import { type Article, type ArticleContent, MAX_APPEARANCES } from '../core/article/record/article.ts';
import { withLabelRoom } from '../core/article/record/label-room.ts';
import { feedSpeaksFor } from '../core/article/voice.ts';
import { compact } from '../core/compact.ts';
import { addAppearance } from './add-appearance.ts';
import { applyChange } from './article-change.ts';
import { composeContent } from './compose-content.ts';
import type { AttemptOutcome, ClaimLookup, IngestContext } from './ingest-context.ts';
import { postponed } from './outcome.ts';

/** An item of another feed at a stand-in's address. Its page is read, because the site may speak now. */
export async function ingestAtStandIn(
  context: IngestContext,
  article: Article,
  lookup: ClaimLookup,
): Promise<AttemptOutcome> {
  const { identity, readPage } = context;
  const page = await readPage();
  if (page.kind === 'later') return postponed(page);
  const content = await composeContent(context, page, article.firstSeenAt);
  return takesOver(article, content, identity.url)
    ? takeOver(context, article, content, lookup)
    : addAppearance(context, { articleId: article.articleId, article }, lookup, content);
}

/** Writes the site's words, the feed that brought them, and the item's claims and appearance as one revision. */
export function takeOver(
  context: IngestContext,
  article: Article,
  content: ArticleContent,
  { held }: Pick<ClaimLookup, 'held'>,
): Promise<AttemptOutcome> {
  const { message, identity } = context;
  const { articleId } = article;
  const shared = freeClaims(articleId, asClaimable(identity.sharedFingerprints), held);
  const claims = [itemClaim(articleId, message, identity), ...shared];
  const takeover = takeoverBy(context, article, content);
  return applyChange(context, { article, outcome: 'revised', content, identity, claims, takeover });
}

/** The article becomes the feed's if the words are the feed's or the feed is of the site, not if only the page speaks. */
export function takeoverBy(
  { message, identity, now }: IngestContext,
  article: Article,
  content: ArticleContent,
): Takeover {
  const { feed } = message;
  const isFeeds = content.textSource === 'feed' || (article.url !== undefined && feedSpeaksFor(feed, article.url));
  const appearance = withLabelRoom(appearanceOf(message, identity, now()), article);
  const isListed = article.appearances.some(({ key }) => key === appearance.key);
  const isFull = article.appearances.length >= MAX_APPEARANCES;
  return compact({
    feedId: isFeeds ? feed.feedId : article.feedId,
    appearance: isListed || isFull ? undefined : appearance,
  });
}
