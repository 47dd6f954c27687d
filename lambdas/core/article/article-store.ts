import type { Claim } from './identity/fingerprints.ts';
import type { Appearance, Article, ArticleContent } from './record/article.ts';

/** The feed whose item takes an article over, and where the feed carried the article, if that is not listed yet. */
export interface Takeover {
  readonly feedId: string;
  readonly appearance?: Appearance;
}

/** Stores articles and the claims on their identity. Each write is one transaction and overwrites no other writer's change. */
export interface ArticleStore {
  /** Returns the claims that exist, by fingerprint; expired claims are absent. */
  findClaims(fingerprints: readonly string[], now: Date): Promise<ReadonlyMap<string, Claim>>;
  get(articleId: string): Promise<Article | undefined>;
  /** Stores a new article with its claims. False if the article or one of the claims exists already. */
  publish(article: Article, claims: readonly Claim[], now: Date): Promise<boolean>;
  /**
   * Stores the next revision, keeps the previous content, and ends a retraction. False if the stored revision isn't that
   * of `previous` any more, or another article holds one of the claims.
   */
  revise(
    previous: Article,
    content: ArticleContent,
    claims: readonly Claim[],
    now: Date,
    takeover?: Takeover,
  ): Promise<boolean>;
  /**
   * Stores when the article's page was found gone; undefined removes that date. False if the stored revision isn't that of
   * `article` any more, if nothing would change, or if another article holds one of the claims.
   */
  retract(article: Article, retractedAt: Date | undefined, claims: readonly Claim[], now: Date): Promise<boolean>;
  /** Adds an appearance. False if the appearance exists already, or another article holds one of the claims. */
  appear(articleId: string, appearance: Appearance, claims: readonly Claim[], now: Date): Promise<boolean>;
  /** Stores claims and leaves the article unchanged. False if another article holds one of the claims. */
  claim(claims: readonly Claim[], now: Date): Promise<boolean>;
}
