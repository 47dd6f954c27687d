import { integer, text } from './env.ts';

/** The part of the environment that says where articles, and all that is known of their hosts, are kept. */
export const articlesEnvironment = {
  ARTICLES_TABLE_NAME: text,
  REVISIONS_TABLE_NAME: text,
  FINGERPRINTS_TABLE_NAME: text,
  BODIES_BUCKET_NAME: text,
  /** Days until the earlier state of a revised article is forgotten; 0 keeps it for ever. */
  REVISION_RETENTION_DAYS: integer(0),
  /** Days until a fingerprint is forgotten after it was last needed. */
  FINGERPRINT_RETENTION_DAYS: integer(1),
};
