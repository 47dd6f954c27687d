import { articleStores } from '../adapters/dynamodb/article-stores.ts';
import { fetcherFromEnvironment } from '../adapters/http/fetcher-from-environment.ts';
import { count, logger } from '../adapters/log.ts';
import { readerProcess } from '../adapters/reader/reader-process.ts';
import { receiveItem } from '../adapters/s3/item-body.ts';
import { sleep } from '../adapters/sleep.ts';
import { type FifoHandle, fifoHandler } from '../adapters/sqs/batch.ts';
import { receivedMessages } from '../adapters/sqs/received-messages.ts';
import type { ArticleOperations } from '../core/article/article-operations.ts';
import { decodeEnvironment } from '../core/env.ts';
import { hostOf } from '../core/feed/record/feed-url.ts';
import { FETCHES, ingestItemEnvironment, READER_LIMITS, SECONDS_BESIDE_FETCHES } from './config.ts';
import { hostPolicy } from './host-policy.ts';
import { ingestItem } from './ingest-item.ts';
import { pageFetcher } from './page-fetcher.ts';
import { recheckArticle } from './recheck-article.ts';
import { fullJitter } from './retry-on-contention.ts';

const environment = decodeEnvironment(ingestItemEnvironment, process.env);
const { articles, hosts, repetitions, bodies } = articleStores(environment, process.env);
const fetch = fetcherFromEnvironment(environment);
const now = () => new Date();
const productToken = environment.USER_AGENT.split('/', 1)[0] ?? '';
const policy = hostPolicy({ hosts, fetch, productToken, now });
const reader = readerProcess<ArticleOperations>(process.env, READER_LIMITS);
const onMuchFiltered = (url: string, share: number): void => {
  logger.warn('Filters left out more than a third of a page’s running text.', { url, share });
  count('Page.muchFiltered');
};
const pause = fullJitter(Math.random, sleep);
const articleRetentionDays = environment.ARTICLE_RETENTION_DAYS;
const messages = receivedMessages(environment.ITEM_QUEUE_URL, process.env);
const longestMs = FETCHES * environment.FETCH_TIMEOUT_MS + SECONDS_BESIDE_FETCHES * 1000;

const handle: FifoHandle = async ({ body, attributes }, deadline) => {
  const read = reader.until(deadline);
  const page = pageFetcher({ fetch, hostPolicy: policy, repetitions, read, now, onMuchFiltered });
  const message = await receiveItem(body, bodies);
  const receiveCount = Number(attributes.ApproximateReceiveCount);
  const isRecheck = 'recheck' in message;
  const outcome = isRecheck
    ? await recheckArticle({ articles, page, read, pause, now })(message, receiveCount)
    : await ingestItem({ articles, page, read, pause, articleRetentionDays, now })(message, receiveCount);
  const subject = isRecheck ? message.recheck : { feedId: message.feed.feedId, url: message.item.url };
  logger.info(isRecheck ? 'Article rechecked.' : 'Item ingested.', { ...subject, ...outcome });
  count(`${isRecheck ? 'Recheck' : 'Item'}.${outcome.outcome}`);
  if (outcome.outcome === 'postponed') return { againInSeconds: outcome.seconds };
  return { restMs: subject.url === undefined ? 0 : fetch.restMs(hostOf(subject.url)) };
};

// An item may name a host that isn't its feed's. So at its first receive already, it holds that host up for one deadline at most.
export const handler = fifoHandler({ longestMs, hideFromReceive: 1, messages, handle });
