/** The sample publisher as a source of feeds. The data directory keeps its port, its clock and its edition. */
import { join } from 'node:path';
import * as v from 'valibot';
import { compact } from '../../lambdas/core/compact.ts';
import { parseOpml } from '../../lambdas/core/feed/parse-opml.ts';
import { writeFeedSecret } from '../local/emulators/feed-secrets.ts';
import { readJson, writeJson } from '../local/machine/data-directory.ts';
import { startSamplePublisher } from '../sample/sample-publisher.ts';
import type { FeedSource } from './feed-source.ts';

const memory = v.object({ port: v.number(), startedAt: v.string(), edition: v.number() });

/** The name of the credentials that open the publisher's feed for subscribers. */
const CREDENTIALS = 'sample';

/** The file in the data directory that lets the next run start the same publisher. */
export const SAMPLE_MEMORY = 'sample-publisher.json';

export interface SampleSource extends FeedSource {
  /** Number of editions after the first. */
  readonly edition: number;
  /** Changes the site as a publisher does between two polls: corrects one article and adds another. */
  nextEdition(): void;
  stop(): Promise<void>;
}

/** @param directory keeps the port, the clock and the edition */
export async function sampleFeeds(directory: string, now: Date): Promise<SampleSource> {
  const file = join(directory, SAMPLE_MEMORY);
  const known = readJson(file, memory);
  const startedAt = known?.startedAt ?? now.toISOString();
  const publisher = await startSamplePublisher({
    now: new Date(startedAt),
    ...(known === undefined ? {} : { port: known.port }),
  });
  let edition = 0;
  const nextEdition = (): void => {
    publisher.nextEdition();
    edition++;
  };
  const remember = (): void => writeJson(file, { port: Number(new URL(publisher.origin).port), startedAt, edition });
  while (edition < (known?.edition ?? 0)) nextEdition();
  remember();
  const { url, secret } = publisher.privateFeed;
  writeFeedSecret(directory, CREDENTIALS, secret);
  // The publisher's folders are labels, as in `feeds import`.
  const labels = new Map(parseOpml(publisher.opml).feeds.map((feed) => [feed.url, feed.labels]));
  return {
    feeds: [
      ...publisher.feedUrls.map((each) => compact({ url: each, labels: labels.get(each) })),
      { url, settings: { credentials: CREDENTIALS } },
    ],
    allowedOrigins: [publisher.origin],
    warnings: [],
    get edition() {
      return edition;
    },
    nextEdition() {
      nextEdition();
      remember();
    },
    stop: () => publisher.stop(),
  };
}
