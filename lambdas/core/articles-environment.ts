import { integer, text } from './env.ts';

/** The part of the environment that functions with the article stores share. */
export const articlesEnvironment = {
  ARTICLES_TABLE_NAME: text,
  REVISIONS_TABLE_NAME: text,
  FINGERPRINTS_TABLE_NAME: text,
  BODIES_BUCKET_NAME: text,
  /** Days until an earlier revision of an article is deleted; 0 keeps it for ever. */
  REVISION_RETENTION_DAYS: integer(0),
  /** Days until a fingerprint is deleted, counted from its last use. */
  FINGERPRINT_RETENTION_DAYS: integer(1),
};
