import { describe, expect, it } from 'vitest';
import { keptCredentials } from '../../../lambdas/core/feed/credentials/kept-credentials.ts';
import type { SecretReading } from '../../../lambdas/core/feed/credentials/secret-store.ts';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import { URL as FEED, rss, story, world } from '../../fakes/poll-world.ts';
import type { Answer } from '../../fakes/web.ts';

const secret = (token: string, origin = 'https://harbour.example'): SecretReading => ({
  kind: 'found',
  text: JSON.stringify({ type: 'bearer', origin, token }),
});
const TOKEN = 'k7-quay-steps-09';
const document: Answer = { body: rss(story('a')), headers: { etag: '"1"' } };

/** A private feed whose secret may change. A poll comes an hour after the last, so that no secret is kept unless `keep` is set. */
function setUp(secrets: Record<string, SecretReading> = { harbour: secret(TOKEN) }, isKept = false) {
  const reads: string[] = [];
  const read = async (name: string): Promise<SecretReading> => {
    reads.push(name);
    return secrets[name] ?? { kind: 'missing', detail: 'nobody has made it' };
  };
  const still = new Date(0);
  const private_ = world({ credentials: 'harbour' }, undefined, (now) =>
    keptCredentials(read, isKept ? () => still : now),
  );
  const sentSecrets = () => private_.requests.map((request) => request.secret?.headersFor(new URL(request.url)));
  return { ...private_, secrets, reads, sentSecrets };
}

it('a private feed is asked with its secret, and its items are restricted', async () => {
  const { poll, sent, sentSecrets, state } = setUp();
  expect(await poll(document)).toMatchObject({ outcome: 'changed', newItems: 1 });
  expect(sentSecrets()).toEqual([{ authorization: `Bearer ${TOKEN}` }]);
  expect(sent.flat()).toMatchObject([{ feed: { restricted: true } }]);
  expect(sent.flat()[0]?.feed).not.toHaveProperty('credentials');
  expect(JSON.stringify([sent, state()])).not.toContain(TOKEN);
});

it('an item of a feed without credentials says nothing of them', async () => {
  const { poll, sent, requests } = world();
  await poll(document);
  expect(sent.flat()[0]?.feed).not.toHaveProperty('restricted');
  expect(requests[0]).not.toHaveProperty('secret');
});

describe('a secret that can’t be used is an outcome without a request', () => {
  it.each<[string, SecretReading | undefined, string, string]>([
    ['it is missing', undefined, 'credentials-missing', 'The credentials "harbour" are missing: nobody has made it.'],
    [
      'it may not be read',
      { kind: 'unreadable', detail: 'its mode is 644' },
      'credentials-unreadable',
      'The credentials "harbour" are unreadable: its mode is 644.',
    ],
    [
      'it is malformed',
      { kind: 'found', text: TOKEN },
      'credentials-invalid',
      'The secret of the credentials "harbour" can\'t be used: it must be a JSON object.',
    ],
    [
      'it is for another origin',
      secret(TOKEN, 'https://valley.example'),
      'credentials-origin',
      'The secret of the credentials "harbour" is for https://valley.example, and the feed is polled at https://harbour.example.',
    ],
  ])('%s', async (_, reading, reason, detail) => {
    const { poll, requests, state } = setUp(reading && { harbour: reading });
    const given = reading === undefined ? setUp({}) : { poll, requests, state };
    expect(await given.poll(document)).toMatchObject({ outcome: 'failed', reason, detail });
    expect(given.requests).toEqual([]);
    expect(given.state()).toMatchObject({ status: 'active', failures: 0.25, lastPoll: { reason, detail } });
  });

  it('the feed is polled again soon after its secret is there', async () => {
    const { poll, secrets } = setUp({});
    await poll(document);
    secrets['harbour'] = secret(TOKEN);
    expect(await poll()).toMatchObject({ outcome: 'changed', newItems: 1 });
  });

  it('a feed that was moved stays at its address, because a missing secret proves nothing', async () => {
    const moved = { credentials: 'harbour', addedUrl: 'https://harbour.example/old', failures: 9 };
    const { poll, state } = world(moved);
    await poll(document);
    expect(state()).toMatchObject({ url: FEED, addedUrl: moved.addedUrl });
  });
});

describe('a publisher that refuses a secret', () => {
  it.each([401, 403])('a %i names the credentials', async (status) => {
    const { poll } = setUp();
    expect(await poll({ status })).toMatchObject({
      outcome: 'failed',
      reason: `http-${status}`,
      detail: `The publisher answered with status ${status}: it refuses the credentials "harbour".`,
    });
  });

  it('a secret that was rotated is read again, and sent once more', async () => {
    const { poll, secrets, reads, sentSecrets } = setUp(undefined, true);
    await poll(document);
    secrets['harbour'] = secret('k8-quay-steps-10');
    await poll({ status: 401 });
    expect(sentSecrets()).toEqual(
      [TOKEN, TOKEN, 'k8-quay-steps-10'].map((token) => ({ authorization: `Bearer ${token}` })),
    );
    expect(reads).toEqual(['harbour', 'harbour']);
  });

  it('a secret that is the same is not sent once more', async () => {
    const { poll, reads, requests } = setUp(undefined, true);
    await poll(document);
    expect(await poll({ status: 401 })).toMatchObject({ reason: 'http-401' });
    expect(requests).toHaveLength(2);
    expect(reads).toEqual(['harbour', 'harbour']);
  });

  it('a secret that was only just read is not read again', async () => {
    const { poll, reads, requests } = setUp();
    await poll({ status: 401 });
    expect([reads, requests]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  it('a secret that is gone after a 401 is missing', async () => {
    const { poll, secrets } = setUp(undefined, true);
    await poll(document);
    delete secrets['harbour'];
    expect(await poll({ status: 401 })).toMatchObject({ reason: 'credentials-missing' });
  });

  it('a secret whose new version is for another origin is not sent there', async () => {
    const { poll, secrets, requests } = setUp(undefined, true);
    await poll(document);
    secrets['harbour'] = secret('k8-quay-steps-10', 'https://valley.example');
    expect(await poll({ status: 401 })).toMatchObject({ reason: 'http-401' });
    expect(requests).toHaveLength(2);
  });
});

describe('an answer that repeats the secret is not kept', () => {
  const base64 = Buffer.from(`authorization: Bearer ${TOKEN}`).toString('base64');
  const redirected = (status: number, to: string, fields: object = {}): FetchOutcome => ({
    ...{ kind: 'response', status, url: to, redirects: [{ status: 301, to }], headers: {}, body: new Uint8Array() },
    ...fields,
  });
  it.each<[string, Answer | FetchOutcome]>([
    ['in an item', { body: rss(story('a', `You sent ${TOKEN}.`)) }],
    ['in an item, in base64', { body: rss(story('a', `You sent ${base64}.`)) }],
    ['in an item, as a reference of XML writes it', { body: rss(story('a', TOKEN.replace('k7', '&#107;7'))) }],
    ['in the feed’s title', { body: rss(story('a')).replace('Harbour Post', TOKEN) }],
    ['in an ETag', { ...document, headers: { etag: `"${TOKEN}"` } }],
    [
      'in the address of a hub',
      { ...document, headers: { link: `<https://hub.example/${TOKEN}>; rel="hub", <${FEED}>; rel="self"` } },
    ],
    ['in the address of a redirect', redirected(404, `https://harbour.example/?t=${TOKEN}`)],
    ['in the host of a redirect that asks for a pause', redirected(429, `https://${TOKEN}.example/`)],
    [
      'in a failure',
      { kind: 'failed', reason: 'bad-redirect', detail: `the redirect to "//${TOKEN}:x" can't be followed` },
    ],
    [
      'in the address of a redirect to a feed',
      redirected(200, `https://valley.example/${TOKEN}`, { body: Buffer.from(rss(story('a'))) }),
    ],
  ])('%s', async (_, answer) => {
    const { poll, state, sent, store } = setUp();
    const outcome = await poll(answer);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      reason: 'credentials-repeated',
      detail: 'The publisher\'s answer repeats the secret of the credentials "harbour", so nothing of it is kept.',
    });
    expect(sent.flat()).toEqual([]);
    expect(JSON.stringify([outcome, state(), [...store.coolDowns]]).toLowerCase()).not.toContain(TOKEN);
  });

  it('a header that is not kept may repeat it', async () => {
    const { poll } = setUp();
    const answer = { ...document, headers: { 'set-cookie': TOKEN } };
    expect(await poll(answer)).toMatchObject({ outcome: 'changed' });
  });
});
