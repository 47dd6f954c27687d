import { type FeedRegistry, feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { Deployment } from './deployment.ts';

/** The registry of a deployment, by the clock of this machine. */
export const registryOf = (deployment: Deployment): FeedRegistry =>
  feedRegistry(deployment.documents, deployment.output('FeedsTableName'), () => new Date());
