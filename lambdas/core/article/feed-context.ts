import type { HostStatements } from '../web/host-statements.ts';

/** What the feed and the fetches tell of an item, beside the item itself. */
export interface FeedContext {
  readonly title?: string;
  /** The address that the feed was added under, which decides whose words the item's are (voice.ts). */
  readonly feedUrl: string;
  /** Whether the item is the article as it is stored, so that its words are the site's whatever feed gave them. */
  readonly isStored?: boolean;
  readonly language?: string;
  /** The operator's setting, which goes before every declared language. */
  readonly languageSetting?: string;
  /** The operator's word on whether the feed is its site's own. @default judged by the address */
  readonly site?: 'own' | 'other';
  /** Whether the feed was opened with credentials. */
  readonly restricted?: true;
  /** The item's canonical URL. */
  readonly url?: string;
  /** ISO 8601: replaces a date that is missing, unreadable or in the future. */
  readonly firstSeenAt: string;
  /** ISO 8601: when the item was fetched. A date more than a day later counts as in the future. */
  readonly foundAt: string;
  /** Why the page couldn't be read, as a failure's name. */
  readonly pageFailure?: string;
  /** The page's host on the use of the page. */
  readonly host?: HostStatements;
}
