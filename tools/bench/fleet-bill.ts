/** What a fleet of feeds costs in a month, from what one poll and one article cost. Pure. */

import { PRICES } from '../cost/prices.ts';
import type { WorkCost } from './work-cost.ts';

export interface Fleet {
  readonly feeds: number;
  readonly pollsPerFeedAndDay: number;
  readonly itemsPerFeedAndDay: number;
  /** The share of the items that another feed had before, and of those that are revised later, 0 to 1. */
  readonly appearedShare: number;
  readonly revisedShare: number;
  /** How many months' articles are stored. */
  readonly months: number;
  /** How long a publisher takes to answer, in seconds. */
  readonly answerSeconds: number;
}

/** As the assumptions of earlier bills, so that they can be compared. */
export const MODEL_FLEET: Fleet = {
  feeds: 1_000,
  pollsPerFeedAndDay: 36,
  itemsPerFeedAndDay: 24,
  appearedShare: 0.05,
  revisedShare: 0.05,
  months: 12,
  answerSeconds: 0.5,
};

/** The costs of one piece of work each. */
export interface Measured {
  readonly unchangedPoll: WorkCost;
  readonly changedPoll: WorkCost;
  readonly published: WorkCost;
  readonly appeared: WorkCost;
  readonly revised: WorkCost;
  /** Bytes of an article's item, and of its entries in the indexes. */
  readonly articleBytes: number;
  readonly indexBytes: number;
  /** Bytes of an article's claims that are kept for two weeks, and of the others. */
  readonly nearClaimBytes: number;
  readonly otherClaimBytes: number;
}

export interface BillLine {
  readonly component: string;
  readonly dollars: number;
}

const DAYS = 30;
const GIGABYTE = 1e9;
/** The functions' memory (lib/), in gigabytes, and the memory with which a function has a whole CPU. */
const MEMORY = 1;
const MEMORY_OF_A_CPU = 1.769 / 1.024;
/** A round trip to DynamoDB or SQS. */
const CALL_SECONDS = 0.005;
/** The schedule sends polls by the minute, so that they come in batches of five; items come when a feed has them, one by one. */
const POLLS_PER_BATCH = 5;
/** Lambda asks each of two queues with five pollers, for 20 seconds a time: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
const IDLE_RECEIVES = 2 * 5 * 3 * 60 * 24 * DAYS;
/** Requests of Lambda's pollers for a batch: one receive, one delete. */
const REQUESTS_OF_POLLER = 2;
const NEAR_CLAIM_MONTHS = 0.5;
const OTHER_CLAIM_MONTHS = 6;
const REVISION_MONTHS = 3;
/** The metrics that a fleet sends all the time (docs/cost.md), and the stack's alarms. */
const METRICS = 9;
const ALARMS = 9;

export function fleetBill(fleet: Fleet, measured: Measured): readonly BillLine[] {
  const polls = fleet.feeds * fleet.pollsPerFeedAndDay * DAYS;
  const items = fleet.feeds * fleet.itemsPerFeedAndDay * DAYS;
  const changed = Math.min(polls, items);
  const pollWork: Work[] = [
    [measured.changedPoll, changed],
    [measured.unchangedPoll, polls - changed],
  ];
  const published = items * (1 - fleet.appearedShare);
  const itemWork: Work[] = [
    [measured.published, published],
    [measured.appeared, items * fleet.appearedShare],
    [measured.revised, items * fleet.revisedShare],
  ];
  const all = [...pollWork, ...itemWork];
  const pollBatches = polls / POLLS_PER_BATCH;
  const itemBatches = sum(itemWork, () => 1);
  const pollSeconds = sum(pollWork, (cost) => fleet.answerSeconds / POLLS_PER_BATCH + ownSeconds(cost));
  const itemSeconds = sum(itemWork, (cost) => ownSeconds(cost) + (isFetching(cost) ? fleet.answerSeconds : 0));
  const stored = published * fleet.months;
  const articleGigabytes = (stored * measured.articleBytes) / GIGABYTE;
  const indexGigabytes = (stored * measured.indexBytes) / GIGABYTE;
  const claimGigabytes =
    (published *
      (measured.nearClaimBytes * Math.min(fleet.months, NEAR_CLAIM_MONTHS) +
        measured.otherClaimBytes * Math.min(fleet.months, OTHER_CLAIM_MONTHS))) /
    GIGABYTE;
  const revisionGigabytes =
    (items * fleet.revisedShare * Math.min(fleet.months, REVISION_MONTHS) * measured.articleBytes) / GIGABYTE;
  const sqsRequests =
    sum(all, (cost) => each(cost, requests(cost.sqs))) +
    // The schedule sends ten polls a request.
    polls / 10 +
    (pollBatches + itemBatches) * REQUESTS_OF_POLLER +
    // ingest-item hides each batch until its deadline.
    itemBatches +
    IDLE_RECEIVES;

  return [
    line('polls: reads and writes', sum(pollWork, units)),
    line('articles: reads and writes', sum(itemWork, units)),
    line('articles: storage', articleGigabytes * PRICES.tableStorage),
    line('articles: point-in-time recovery', articleGigabytes * PRICES.tableBackup),
    line('articles: storage of the indexes', indexGigabytes * PRICES.tableStorage),
    line('claims: storage and recovery', claimGigabytes * (PRICES.tableStorage + PRICES.tableBackup)),
    line('revisions: storage and recovery', revisionGigabytes * (PRICES.tableStorage + PRICES.tableBackup)),
    line('poll-feed', pollBatches * PRICES.invocation + pollSeconds * MEMORY * PRICES.memorySecond),
    line('ingest-item', itemBatches * PRICES.invocation + itemSeconds * MEMORY * PRICES.memorySecond),
    line(
      'schedule-polls',
      60 * 24 * DAYS * (PRICES.invocation + PRICES.scheduledInvocation + 0.1 * PRICES.memorySecond),
    ),
    line('SQS', sqsRequests * PRICES.sqsRequest),
    line('logs', (sum(all, (cost) => each(cost, cost.logBytes)) / GIGABYTE) * PRICES.logIngestion),
    line('metrics and alarms', METRICS * PRICES.metric + ALARMS * PRICES.alarm),
  ];
}

type Work = readonly [cost: WorkCost, pieces: number];

const line = (component: string, dollars: number): BillLine => ({ component, dollars });

const sum = (work: readonly Work[], of: (cost: WorkCost) => number): number =>
  work.reduce((total, [cost, pieces]) => total + pieces * of(cost), 0);

const each = ({ pieces }: WorkCost, total: number): number => total / pieces;

const units = (cost: WorkCost): number =>
  each(cost, cost.dynamodb.writeUnits * PRICES.writeUnit + cost.dynamodb.readUnits * PRICES.readUnit);

const requests = ({ operations }: WorkCost['sqs']): number => [...operations.values()].reduce((all, n) => all + n, 0);

/** The seconds of one piece besides the publisher's: CPU at the function's share, and calls of AWS. */
const ownSeconds = (cost: WorkCost): number =>
  each(cost, (cost.cpuMs / 1000) * (MEMORY_OF_A_CPU / MEMORY) + requests(cost.dynamodb) * CALL_SECONDS);

/** An appearance of a known address needs no page. */
const isFetching = ({ name }: WorkCost): boolean => !name.includes('same address');
