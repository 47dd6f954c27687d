/** The reader's operations in this process; tests/contract/reader-process.test.ts runs them in a process of their own. */
import { articleOperations } from '../../lambdas/core/article/article-operations.ts';
import { feedOperations } from '../../lambdas/core/feed/polling/feed-operations.ts';
import type { Operations, Reader } from '../../lambdas/core/reading/reader.ts';

const inThisProcess =
  <O extends Operations>(operations: O): Reader<O> =>
  async (name, argument) => ({ kind: 'read', value: (await operations[name]?.(argument as never)) as never });

export const feedsInProcess = inThisProcess(feedOperations);
export const articlesInProcess = inThisProcess(articleOperations);
