import { integer, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/** Exchanges that one item may take: the host's robots.txt and the page. */
export const FETCHES = 2;
/** What it may take beside: a `crawl-delay`, extraction, two transactions. With less time left than for all, none is begun. */
export const SECONDS_BESIDE_FETCHES = 25;

/** The environment of `ingest-item`. */
export const ingestItemEnvironment = {
  ...fetchEnvironment,
  ARTICLES_TABLE_NAME: text,
  REVISIONS_TABLE_NAME: text,
  FINGERPRINTS_TABLE_NAME: text,
  BODIES_BUCKET_NAME: text,
  /** Where the messages come from, to choose when one is tried again. */
  ITEM_QUEUE_URL: text,
  /** Days until an article expires after it was first seen; 0 keeps it for ever. */
  ARTICLE_RETENTION_DAYS: integer(0),
  /** Days until the earlier state of a revised article is forgotten; 0 keeps it for ever. */
  REVISION_RETENTION_DAYS: integer(0),
  /** Days until a fingerprint is forgotten after it was last needed. */
  FINGERPRINT_RETENTION_DAYS: integer(1),
};
