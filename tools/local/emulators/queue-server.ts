import { buildApp } from 'fauxqs';
import { loadFauxqsParts } from './fauxqs-parts.ts';
import { addMessageMoveTasks } from './message-move-tasks.ts';
import { refineQueue } from './refine-queue.ts';

export interface QueueServer {
  /** One URL for SQS and S3. */
  readonly endpoint: string;
  /** Answers every long poll that is waiting, so that who stops need not wait for its end. */
  endLongPolls(): void;
  stop(): Promise<void>;
}

/** Starts SQS and S3 (fauxqs, in this process) with their state in SQLite in the given directory. */
export async function startQueueServer(directory: string, region: string): Promise<QueueServer> {
  const { stores, persistence, database } = await loadFauxqsParts(directory);
  const { sqsStore, snsStore, s3Store } = stores;
  // Survives the death of the process, which is what is asked of it; only a power cut could take the last writes.
  database.exec('PRAGMA synchronous = NORMAL');
  // Messages in flight when the last run died have no consumer any more: they are visible at once, receive counts stay.
  database.exec('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL');
  // The library's own version resets the receive count to NULL, which its schema forbids.
  const makeVisible = database.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  );
  persistence.updateMessageReady = (messageId) => {
    makeVisible.run(messageId);
  };

  // Loaded before the stores write through: re-creating a queue in the database would cascade to its messages.
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
  // Without a host of its own it answers with queue URLs on the address that was asked, which resolve.
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
