/** What a publisher says about the use of an article, as programs can read it: docs/rights.md has the table of all statements. */

export const PERMISSIONS = ['allowed', 'disallowed'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * The uses. `train`: to train a model. `ai`: as input of a model, for instance to answer a question. `search`: to list and link,
 * with excerpts that show relevance.
 */
export const USES = ['train', 'ai', 'search'] as const;
export type Use = (typeof USES)[number];

/** Where a statement stands. `header`: in the response that brought the page. */
export const PLACES = ['page', 'header', 'robots-txt', 'feed'] as const;
/**
 * The kind of a statement. `robots`: robots rules of the page. `no-image-ai`: the rule `noimageai`, which is about pictures only.
 * `tdm`: TDMRep. `usage-info`: `usageInfo` of schema.org.
 */
export const STATEMENTS = [
  'content-usage',
  'content-signal',
  'robots',
  'no-image-ai',
  'tdm',
  'rsl',
  'license',
  'usage-info',
] as const;
export type RightsSource = `${(typeof PLACES)[number]}:${(typeof STATEMENTS)[number]}`;

/** What one statement says. An absent field is unknown: neither granted nor refused. */
export interface Said extends Readonly<Partial<Record<Use, Permission>>> {
  /** The address of the licence, absolute; a Creative Commons licence in its normal form. */
  readonly license?: string;
  /** The address of terms that Wireroom names and doesn't read: an RSL document, a TDM policy, a page for people. */
  readonly terms?: string;
}

export interface ArticleRights extends Said {
  /** The statement that gave each field. */
  readonly source: Readonly<Partial<Record<keyof Said, RightsSource>>>;
}
