import { articlesEnvironment } from '../core/articles-environment.ts';
import { integer, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/**
 * Max HTTP exchanges for one item, as a multiple of `fetchTimeoutSeconds`: the host's robots.txt, the page, and the robots.txt of a
 * host that a redirect leads to. More hosts cost no more time: the page's exchange goes on while their robots.txt are fetched,
 * and at its end only the one that was just begun is awaited.
 */
export const FETCHES = 3;
/**
 * The limits of one reading, composition or comparison. The slowest of 523 real pages takes 0.7 s of CPU time
 * (`npm run eval -- --pages`). At the 0.58 of a CPU that the function has, 3 s of CPU time are 5 s on the clock (docs/decisions/wall.md).
 */
export const READER_LIMITS = { cpuMs: 3_000, wallMs: 12_000, heapMegabytes: 256, residentMegabytes: 400 };
/**
 * Time for the rest of one item, in seconds: a `crawl-delay`, up to eight operations of the reader, two transactions. The function
 * doesn't begin an item if less time is left than the exchanges and the rest may take.
 */
export const SECONDS_BESIDE_FETCHES = 60;

/** The environment of `ingest-item`. */
export const ingestItemEnvironment = {
  ...fetchEnvironment,
  ...articlesEnvironment,
  /** The queue of the messages, in which a message that fails or is postponed gets its delay. */
  ITEM_QUEUE_URL: text,
  /** Days from the first sight of an article until it expires; 0 keeps it for ever. */
  ARTICLE_RETENTION_DAYS: integer(0),
};
