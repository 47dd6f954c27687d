import { articlesEnvironment } from '../core/articles-environment.ts';
import { integer, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/** Exchanges that one item may take: the host's robots.txt and the page. */
export const FETCHES = 2;
/**
 * What it may take beside: a `crawl-delay`, extraction, two transactions. With less time left than for all, none is
 * begun.
 */
export const SECONDS_BESIDE_FETCHES = 25;

/** The environment of `ingest-item`. */
export const ingestItemEnvironment = {
  ...fetchEnvironment,
  ...articlesEnvironment,
  /** Where the messages come from, to choose when one is tried again. */
  ITEM_QUEUE_URL: text,
  /** Days until an article expires after it was first seen; 0 keeps it for ever. */
  ARTICLE_RETENTION_DAYS: integer(0),
};
