/** The feeds that a data directory holds, as a source: from an earlier run or from `feeds add`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addedUrlOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { withDeployment } from '../cli/deployment.ts';
import { registryOf } from '../cli/registry-of.ts';
import { readOutputs } from '../local/machine/data-directory.ts';
import { type FeedSource, namedFeeds } from './feed-source.ts';
import { SAMPLE_MEMORY } from './sample-source.ts';

/** Undefined if the directory holds no active feeds, or the sample publisher's feeds, which need that publisher. */
export async function storedFeeds(directory: string): Promise<FeedSource | undefined> {
  if (readOutputs(directory) === undefined || existsSync(join(directory, SAMPLE_MEMORY))) return undefined;
  return withDeployment({ data: directory }, async (deployment) => {
    const feeds = await Array.fromAsync(registryOf(deployment).list());
    const active = feeds.filter(({ status }) => status === 'active');
    return active.length === 0 ? undefined : namedFeeds(active.map(addedUrlOf));
  });
}
