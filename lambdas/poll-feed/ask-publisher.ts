/** The request of a poll and its answer. A private feed's request carries its secret, and no answer that repeats the secret goes on. */
import type { KeptCredentials } from '../core/feed/credentials/kept-credentials.ts';
import { FEED_TYPES } from '../core/feed/polling/accepted-types.ts';
import { type FeedAnswer, failedAnswer } from '../core/feed/polling/feed-answer.ts';
import type { FeedOperations } from '../core/feed/polling/feed-operations.ts';
import { readAnswer } from '../core/feed/polling/read-answer.ts';
import { type Validators, validatorsToSend } from '../core/feed/polling/validators.ts';
import type { Feed } from '../core/feed/record/feed.ts';
import type { Reader } from '../core/reading/reader.ts';
import type { Fetcher, FetchOutcome, FetchRequest } from '../core/web/fetcher.ts';
import type { SecretHeader } from '../core/web/secret-header.ts';

/** Max time since the start of a poll at which a refused request is made again, so that the poll still ends in time. */
const MAX_REPEAT_MS = 5_000;

export interface AskPublisherDependencies {
  readonly fetch: Fetcher;
  readonly read: Reader<FeedOperations>;
  readonly credentials: KeptCredentials;
  readonly now: () => Date;
}

export interface PublisherAnswer {
  readonly fetched: FetchOutcome;
  readonly answer: FeedAnswer;
  /** When the answer came. */
  readonly at: Date;
}

export const askPublisher =
  (dependencies: AskPublisherDependencies) =>
  async (feed: Feed, begun: Date): Promise<PublisherAnswer> => {
    const sent = validatorsToSend(feed, begun);
    const { fetched, secrets } = await fetchFeed(dependencies, feed, requestFor(feed, sent), begun);
    const at = dependencies.now();
    const answer = await readAnswer({ feed, sent, fetched, at }, dependencies.read);
    // Of headers and body the answer has all that is kept.
    const { headers: _, body: __, ...addresses } = { headers: {}, body: undefined, ...fetched };
    const isRepeated = secrets.some((secret) => secret.isRepeatedIn([addresses, answer]));
    return isRepeated ? { ...withheld(feed), at } : { fetched, answer, at };
  };

/** A delta is the difference to the document that the ETag names (RFC 3229 §10.5.3). */
const requestFor = ({ url }: Feed, validators: Validators): FetchRequest => ({
  url,
  accept: FEED_TYPES,
  ...validators,
  delta: validators.etag !== undefined,
});

interface Fetched {
  readonly fetched: FetchOutcome;
  /** The secrets that the publisher was sent. */
  readonly secrets: readonly SecretHeader[];
}

/** If the publisher refuses a secret that was kept, the secret is read again, and sent if it has changed. */
async function fetchFeed(
  { fetch, credentials, now }: AskPublisherDependencies,
  { url, credentials: name }: Feed,
  request: FetchRequest,
  begun: Date,
): Promise<Fetched> {
  if (name === undefined) return { fetched: await fetch(request), secrets: [] };
  const { origin } = new URL(url);
  const kept = await credentials.find(name);
  if (kept.kind === 'failed') return { fetched: kept, secrets: [] };
  const { header } = kept;
  if (header.origin !== origin) return { fetched: elsewhere(name, header.origin, origin), secrets: [] };

  const fetched = await fetch({ ...request, secret: header });
  const isRefused = fetched.kind === 'response' && fetched.status === 401 && fetched.url.startsWith(`${origin}/`);
  const isInTime = now().getTime() - begun.getTime() <= MAX_REPEAT_MS;
  const anew = isRefused && kept.isKept && isInTime ? await credentials.find(name, true) : kept;
  if (anew.kind === 'failed') return { fetched: anew, secrets: [header] };
  if (anew.header.equals(header) || anew.header.origin !== origin) return { fetched, secrets: [header] };
  return { fetched: await fetch({ ...request, secret: anew.header }), secrets: [header, anew.header] };
}

const elsewhere = (name: string, origin: string, actual: string): FetchOutcome => ({
  kind: 'failed',
  reason: 'credentials-origin',
  detail: `The secret of the credentials "${name}" is for ${origin}, and the feed is polled at ${actual}.`,
});

/** An answer that repeats a secret: in an address, in a header that is kept, or in its items. */
function withheld({ credentials }: Feed): Pick<PublisherAnswer, 'fetched' | 'answer'> {
  const reason = 'credentials-repeated';
  const detail = `The publisher's answer repeats the secret of the credentials "${credentials}", so nothing of it is kept.`;
  return { fetched: { kind: 'failed', reason, detail }, answer: failedAnswer(reason, detail) };
}
