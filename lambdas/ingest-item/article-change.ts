/** Decides and writes how a second reading of an article's page changes the article. */
import type { Takeover } from '../core/article/article-store.ts';
import type { Claim } from '../core/article/identity/fingerprints.ts';
import { claimedOf, freeClaims, type Identity } from '../core/article/identity/identity.ts';
import { isSameAddress } from '../core/article/identity/own-page.ts';
import { isStandIn } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import { contentFingerprints } from './content-fingerprints.ts';
import type { AttemptOutcome, IngestContext } from './ingest-context.ts';

export type ChangeOutcome = 'retracted' | 'restored' | 'revised' | 'unchanged';

/** The source of the new content. */
export interface PageCheck {
  /** Whether the page that was read is the article's own page, not the page of a copy or of another site. */
  readonly isOwn: boolean;
  /** Whether the page's host says that the page is gone. */
  readonly isGone: boolean;
  /** The feed whose item was read with the page. */
  readonly feedId: string;
}

export function changeOf(article: Article, content: ArticleContent, check: PageCheck): ChangeOutcome {
  const isRetracted = article.retractedAt !== undefined;
  if (check.isOwn && check.isGone && article.textSource !== 'feed') return isRetracted ? 'unchanged' : 'retracted';
  if (!mayReplace(article, content, check)) return 'unchanged';
  if (content.contentHash !== article.contentHash) return 'revised';
  return isRetracted ? 'restored' : 'unchanged';
}

/**
 * Whether the content may replace the article's content. A page's text may, if the page is the article's own or gives the
 * article's address as its own. A feed's text replaces only a text of the same feed. The words of another site's feed
 * replace only a stand-in at the same address.
 */
function mayReplace(article: Article, content: ArticleContent, { isOwn, feedId }: PageCheck): boolean {
  const isAtAddress = isSameAddress(content.url, article.url);
  if (content.textSource !== 'feed') return isOwn || isAtAddress;
  if (article.textSource !== 'feed' || article.feedId !== feedId) return false;
  const isOfSite = !isStandIn(article) && !isStandIn(content);
  return isOfSite || (isStandIn(article) && isStandIn(content) && isAtAddress);
}

interface Change {
  readonly article: Article;
  readonly outcome: ChangeOutcome;
  readonly content: ArticleContent;
  readonly identity: Identity;
  /** The item's claims, which every outcome writes; empty if no item was read. */
  readonly claims: readonly Claim[];
  /** If the article is a stand-in, and its site speaks now. */
  readonly takeover?: Takeover | undefined;
}

export type ApplyChangeDependencies = Pick<IngestContext, 'articles' | 'read' | 'now'>;

/** Writes a change and its claims in one transaction. Writes nothing if there is neither change nor claim. */
export async function applyChange(
  { articles, read, now }: ApplyChangeDependencies,
  { article, outcome, content, identity, claims, takeover }: Change,
): Promise<AttemptOutcome> {
  const { articleId } = article;
  const write = async (): Promise<boolean> => {
    switch (outcome) {
      case 'retracted':
        return articles.retract(article, now(), claims, now());
      case 'restored':
        return articles.retract(article, undefined, claims, now());
      case 'unchanged':
        return claims.length === 0 || articles.claim(claims, now());
      case 'revised': {
        // The site's words also write the claim on the stand-in's address anew, without the mark.
        const known = isStandIn(article) ? { ...identity, url: undefined } : identity;
        const ofPage = claimedOf(await contentFingerprints({ read, identity: known }, content), content);
        const held = await articles.findClaims(
          ofPage.map(({ fingerprint }) => fingerprint),
          now(),
        );
        // An address that item and page write with http and with https is one claim, and DynamoDB refuses to put a claim twice.
        const names = new Set(claims.map(({ fingerprint }) => fingerprint));
        const added = freeClaims(articleId, ofPage, held).filter(({ fingerprint }) => !names.has(fingerprint));
        return articles.revise(
          article,
          withEarlierAssumption(article, content),
          [...claims, ...added],
          now(),
          takeover,
        );
      }
    }
  };
  return (await write()) ? { outcome, articleId } : 'lost-race';
}

/**
 * An assumed date of publication is no later than the date that was assumed before: a later change of the page moves its date
 * of change, and not its publication.
 */
function withEarlierAssumption(article: Article, content: ArticleContent): ArticleContent {
  const { publishedAt, publishedAssumed } = article;
  const wasAssumed = publishedAssumed !== undefined && content.publishedAssumed !== undefined;
  const isEarlier = publishedAt !== undefined && publishedAt < (content.publishedAt ?? '');
  return wasAssumed && isEarlier ? { ...content, publishedAt } : content;
}
