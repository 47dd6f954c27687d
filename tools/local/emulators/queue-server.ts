import { buildApp } from 'fauxqs';
import { loadFauxqsParts } from './fauxqs-parts.ts';
import { addMessageMoveTasks } from './message-move-tasks.ts';
import { refineQueue } from './refine-queue.ts';

export interface QueueServer {
  /** One URL for SQS and S3. */
  readonly endpoint: string;
  /** Answers every waiting long poll, so that a stop need not wait for the poll's end. */
  endLongPolls(): void;
  stop(): Promise<void>;
}

/** Starts SQS and S3 (fauxqs, in this process) with their state in SQLite in `directory`. */
export async function startQueueServer(directory: string, region: string): Promise<QueueServer> {
  const { stores, persistence, database } = await loadFauxqsParts(directory);
  const { sqsStore, snsStore, s3Store } = stores;
  // NORMAL: writes survive the death of the process. A power cut may lose the last writes.
  database.exec('PRAGMA synchronous = NORMAL');
  // Messages that were in flight when the last run died are visible at once. Their receive counts stay.
  database.exec('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL');
  // fauxqs's `updateMessageReady` sets the receive count to NULL, which its own schema forbids.
  const makeVisible = database.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  );
  persistence.updateMessageReady = (messageId) => {
    makeVisible.run(messageId);
  };

  // The stores load before they write through, because re-creating a queue in the database would delete its messages.
  persistence.load(sqsStore, snsStore, s3Store);
  sqsStore.persistence = persistence;
  snsStore.persistence = persistence;
  s3Store.persistence = persistence;
  for (const queue of sqsStore.allQueues()) {
    queue.persistence = persistence;
    refineQueue(queue, database);
  }
  const createQueue = sqsStore.createQueue.bind(sqsStore);
  sqsStore.createQueue = (...args) => {
    const queue = createQueue(...args);
    refineQueue(queue, database);
    return queue;
  };

  const app = buildApp({ logger: false, defaultRegion: region, stores });
  // Without a host, the server builds queue URLs from the address of the request, which resolves.
  sqsStore.host = '';
  addMessageMoveTasks(app, sqsStore, database);
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    endpoint,
    endLongPolls: () => sqsStore.shutdown(),
    stop: async () => {
      await app.close();
      persistence.close();
    },
  };
}
