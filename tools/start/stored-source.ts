/** The feeds that are stored in a data directory already, as a source: those of an earlier run or of `feeds add`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addedUrlOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { withDeployment } from '../cli/deployment.ts';
import { registryOf } from '../cli/registry-of.ts';
import { readOutputs } from '../local/machine/data-directory.ts';
import { type FeedSource, namedFeeds } from './feed-source.ts';
import { SAMPLE_MEMORY } from './sample-source.ts';

/** Undefined where there are none, or where they are the sample publisher's, which has to be started for them. */
export async function storedFeeds(directory: string): Promise<FeedSource | undefined> {
  if (readOutputs(directory) === undefined || existsSync(join(directory, SAMPLE_MEMORY))) return undefined;
  return withDeployment({ data: directory }, async (deployment) => {
    const feeds = await Array.fromAsync(registryOf(deployment).list());
    const active = feeds.filter(({ status }) => status === 'active');
    return active.length === 0 ? undefined : namedFeeds(active.map(addedUrlOf));
  });
}
