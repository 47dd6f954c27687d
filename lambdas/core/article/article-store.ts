import type { Claim } from './identity/fingerprints.ts';
import type { Appearance, Article, ArticleContent } from './record/article.ts';

/** Where articles and the claims on their identity live. Each write is one transaction; it never overwrites in silence. */
export interface ArticleStore {
  /** The claims that exist, by fingerprint; forgotten ones are absent. */
  findClaims(fingerprints: readonly string[], now: Date): Promise<ReadonlyMap<string, Claim>>;
  get(articleId: string): Promise<Article | undefined>;
  /** A new article with its claims. False when the article or one of the claims is already there. */
  publish(article: Article, claims: readonly Claim[], now: Date): Promise<boolean>;
  /**
   * The next revision; what the article said before is kept, and it is retracted no longer. False when it isn't at the
   * revision of `previous` any more, or a claim is another article's.
   */
  revise(previous: Article, content: ArticleContent, claims: readonly Claim[], now: Date): Promise<boolean>;
  /**
   * Notes when the article's page was found gone; undefined takes the note back. False when it isn't at the revision of
   * `article` any more, when there is nothing to change, or when a claim is another article's.
   */
  retract(article: Article, retractedAt: Date | undefined, claims: readonly Claim[], now: Date): Promise<boolean>;
  /** One more appearance. False when it is already there, or a claim is another article's. */
  appear(articleId: string, appearance: Appearance, claims: readonly Claim[], now: Date): Promise<boolean>;
  /** Claims alone; the article is left as it is. False when one is another article's. */
  claim(claims: readonly Claim[], now: Date): Promise<boolean>;
}
