import { integer, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/** What an item may take beside its page's fetch: extraction and two transactions. With less time left than both, none is begun. */
export const SECONDS_BESIDE_FETCH = 15;

/** The environment of `ingest-item`. */
export const ingestItemEnvironment = {
  ...fetchEnvironment,
  ARTICLES_TABLE_NAME: text,
  FINGERPRINTS_TABLE_NAME: text,
  BODIES_BUCKET_NAME: text,
  /** Days until an article expires after it was first seen; 0 keeps it for ever. */
  ARTICLE_RETENTION_DAYS: integer(0),
  /** Days until a fingerprint is forgotten after it was last needed. */
  FINGERPRINT_RETENTION_DAYS: integer(1),
};
