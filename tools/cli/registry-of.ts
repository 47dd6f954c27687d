import { type FeedRegistry, feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { Deployment } from './deployment.ts';

/** Returns the feed registry of a deployment, with this machine's clock. */
export const registryOf = (deployment: Deployment): FeedRegistry =>
  feedRegistry(deployment.documents, deployment.output('FeedsTableName'), () => new Date());
