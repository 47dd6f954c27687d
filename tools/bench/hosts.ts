/**
 * What an item is billed for when a few hosts are busy: the batches and the pace of the functions, on the clock, with a queue in memory
 * that delivers as SQS does, and publishers that take a while to answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import Table from 'cli-table3';
import { pacedFetcher } from '../../lambdas/adapters/http/paced-fetcher.ts';
import { logger } from '../../lambdas/adapters/log.ts';
import { type FifoOutcome, processFifoBatch } from '../../lambdas/adapters/sqs/batch.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { sqsRecord } from '../local/event-sources/sqs-record.ts';
import { hundredths } from './bench-stack.ts';

const BUSY = { hosts: 5, items: 30 };
const QUIET = { hosts: 50, items: 2 };
const BATCH = 5;
/** How long a publisher takes to answer, and the function for the rest of an item, in milliseconds. */
const ANSWER_MS = 300;
const OWN_MS = 60;
/** Lambda's pollers see a message that has become visible after a while. */
const POLLER_MS = 50;
const GIGABYTES = 1;

interface Waiting {
  readonly id: string;
  readonly host: string;
  visibleAt: number;
  receives: number;
}

/** Delivers as a FIFO queue of SQS: no message of a group while another is hidden, and as many of one group as there are. */
class FifoQueue {
  readonly #groups: Map<string, Waiting[]>;

  constructor(messages: readonly Waiting[]) {
    this.#groups = Map.groupBy(messages, ({ host }) => host);
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  receive(now: number): readonly Waiting[] {
    const free = [...this.#groups.values()].filter((group) => group.every(({ visibleAt }) => visibleAt <= now));
    const batch = free.flat().slice(0, BATCH);
    for (const message of batch) {
      message.receives++;
      message.visibleAt = Number.POSITIVE_INFINITY;
    }
    // The group that was served goes to the end.
    for (const host of new Set(batch.map((each) => each.host))) {
      const group = this.#groups.get(host) ?? [];
      this.#groups.delete(host);
      this.#groups.set(host, group);
    }
    return batch;
  }

  hide(ids: readonly string[], until: number): void {
    for (const message of [...this.#groups.values()].flat()) if (ids.includes(message.id)) message.visibleAt = until;
  }

  remove(ids: ReadonlySet<string>): void {
    for (const [host, group] of this.#groups) {
      const left = group.filter(({ id }) => !ids.has(id));
      if (left.length === 0) this.#groups.delete(host);
      else this.#groups.set(host, left);
    }
  }
}

async function run(restsInQueue: boolean, slots: number) {
  const messagesOf = (kind: string, { hosts, items }: typeof BUSY): Waiting[] =>
    Array.from({ length: hosts * items }, (_, index) => {
      const host = `${kind}-${index % hosts}.example`;
      return { id: `${host} ${index}`, host, visibleAt: 0, receives: 0 };
    });
  // The busy hosts were there first.
  const all = [...messagesOf('busy', BUSY), ...messagesOf('quiet', QUIET)];
  const queue = new FifoQueue(all);
  const begun = performance.now();
  const now = (): number => performance.now() - begun;
  const endOf = { busy: 0, quiet: 0 };
  const billed = { busy: 0, quiet: 0 };

  const slot = async (): Promise<void> => {
    const fetch = pacedFetcher(
      async ({ url }) => {
        await sleep(ANSWER_MS);
        return { kind: 'response', status: 200, url, headers: {}, body: new Uint8Array() };
      },
      { spacingMs: defaultSettings.hostSpacingMilliseconds, allowedOrigins: [], now: Date.now, sleep },
    );
    const handle = async ({ body: host }: { readonly body: string }): Promise<FifoOutcome> => {
      await fetch({ url: `https://${host}/`, accept: '*/*' });
      await sleep(OWN_MS);
      endOf[kindOf(host)] = now();
      return restsInQueue ? { restMs: fetch.restMs(host) } : 'done';
    };
    const messages = {
      hide: async (ids: readonly string[], seconds: number) => queue.hide(ids, now() + seconds * 1000),
      remove: async (ids: readonly string[]) => queue.remove(new Set(ids)),
    };
    while (!queue.isEmpty) {
      const batch = queue.receive(now());
      if (batch.length > 0) {
        const Records = batch.map(({ id, host, receives }) =>
          sqsRecord(
            {
              MessageId: id,
              ReceiptHandle: id,
              Body: host,
              Attributes: { MessageGroupId: host, ApproximateReceiveCount: String(receives) },
            },
            '',
            '',
          ),
        );
        const from = now();
        const { batchItemFailures } = await processFifoBatch(
          { Records },
          { getRemainingTimeInMillis: () => 180_000 },
          { longestMs: 0, hideFromReceive: 99, messages, handle },
        );
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        const done = batch.filter(({ id }) => !failed.has(id));
        for (const { host } of done) billed[kindOf(host)] += (now() - from) / done.length;
        queue.remove(new Set(done.map(({ id }) => id)));
      }
      await sleep(POLLER_MS);
    }
  };
  await Promise.all(Array.from({ length: slots }, slot));
  const perItem = (kind: 'busy' | 'quiet', { hosts, items }: typeof BUSY): number =>
    hundredths(((billed[kind] / 1000) * GIGABYTES) / (hosts * items));
  return {
    busy: perItem('busy', BUSY),
    quiet: perItem('quiet', QUIET),
    busyEnd: Math.round(endOf.busy / 1000),
    quietEnd: Math.round(endOf.quiet / 1000),
    mostReceives: Math.max(...all.map(({ receives }) => receives)),
  };
}

const kindOf = (host: string): 'busy' | 'quiet' => (host.startsWith('busy') ? 'busy' : 'quiet');

/** Prints a table: GB-seconds an item, and when the items of the busy and of the quiet hosts are all done. */
export async function benchHosts(): Promise<void> {
  logger.setLogLevel('SILENT');
  const table = new Table({
    head: [
      `${BUSY.hosts} busy hosts × ${BUSY.items}, ${QUIET.hosts} quiet × ${QUIET.items}`,
      'GB-s an item, busy',
      'quiet',
      'busy hosts done after',
      'quiet hosts done after',
      'most receives',
    ],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const [name, restsInQueue] of [
    ['hosts rest in the function', false],
    ['hosts rest in the queue', true],
  ] as const) {
    const { busy, quiet, busyEnd, quietEnd, mostReceives } = await run(restsInQueue, defaultSettings.ingestConcurrency);
    table.push([name, busy, quiet, `${busyEnd} s`, `${quietEnd} s`, mostReceives]);
  }
  console.log(table.toString());
}
