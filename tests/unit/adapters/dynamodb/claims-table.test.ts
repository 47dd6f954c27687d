import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClaimsTable, findClaims, putClaim } from '../../../../lambdas/adapters/dynamodb/claims-table.ts';
import { ContentionError } from '../../../../lambdas/core/errors.ts';
import { dynamoServer } from '../../../fakes/json-server.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn(async () => undefined) }));
beforeEach(() => {
  vi.mocked(sleep).mockClear();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

const NOW = new Date('2026-11-23T08:00:00.900Z');
const SECONDS = 1_795_420_800;
interface BatchGet {
  readonly RequestItems: { readonly Claims: { readonly Keys: readonly { readonly fingerprint: { S: string } }[] } };
}

/** A table that leaves these fingerprints unread in each of its rounds, and none in later rounds. */
async function table(...rounds: readonly (readonly string[])[]) {
  const left = [...rounds];
  const { client, requests } = await dynamoServer((body) => {
    const { Keys } = (body as BatchGet).RequestItems.Claims;
    const unread = left.shift() ?? [];
    const isUnread = ({ fingerprint }: (typeof Keys)[number]) => unread.includes(fingerprint.S);
    const found = Keys.filter((key) => !isUnread(key) && key.fingerprint.S !== 'unknown');
    return {
      Responses: {
        Claims: found.map((key) => ({ ...key, articleId: { S: 'article' }, expiresAt: { N: `${SECONDS}` } })),
      },
      UnprocessedKeys: unread.length === 0 ? {} : { Claims: { Keys: Keys.filter(isUnread) } },
    };
  });
  return {
    claims: { client, fingerprintsTableName: 'Claims', fingerprintRetentionDays: 30 } satisfies ClaimsTable,
    asked: () => (requests as BatchGet[]).map(({ RequestItems }) => RequestItems.Claims),
    keys: () =>
      (requests as BatchGet[]).map(({ RequestItems }) =>
        RequestItems.Claims.Keys.map(({ fingerprint }) => fingerprint.S),
      ),
  };
}

describe('claims are read', () => {
  it('several claims are read consistently in one request, each once', async () => {
    const { claims, asked } = await table();
    const found = await findClaims(claims, ['a', 'b', 'a', 'unknown'], NOW);
    expect([...found]).toEqual(['a', 'b'].map((fingerprint) => [fingerprint, { fingerprint, articleId: 'article' }]));
    const Keys = ['a', 'b', 'unknown'].map((fingerprint) => ({ fingerprint: { S: fingerprint } }));
    expect(asked()).toEqual([{ Keys, ConsistentRead: true }]);
    expect(sleep).not.toHaveBeenCalled();
  });

  it('no request is sent for no fingerprints', async () => {
    const { claims, asked } = await table();
    expect((await findClaims(claims, [], NOW)).size).toBe(0);
    expect(asked()).toEqual([]);
  });

  it('a claim counts until the second in which it expires', async () => {
    const { claims } = await table();
    expect((await findClaims(claims, ['a'], NOW)).size).toBe(1);
    expect((await findClaims(claims, ['a'], new Date(NOW.getTime() + 100))).size).toBe(0);
  });

  it('keys that DynamoDB leaves unread are asked for again alone', async () => {
    const { claims, keys } = await table(['b', 'c'], ['c']);
    expect([...(await findClaims(claims, ['a', 'b', 'c'], NOW)).keys()]).toEqual(['a', 'b', 'c']);
    expect(keys()).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']]);
  });

  it('the mean pause before a round doubles with each round', async () => {
    const { claims } = await table(['a'], ['a'], ['a']);
    await findClaims(claims, ['a'], NOW);
    expect(vi.mocked(sleep).mock.calls).toEqual([[50], [100], [200]]);
  });

  it('keys that are unread four times are an error that says how many', async () => {
    const { claims, keys } = await table(['b', 'c'], ['b', 'c'], ['b', 'c'], ['b', 'c']);
    const found = findClaims(claims, ['a', 'b', 'c'], NOW);
    await expect(found).rejects.toThrow(ContentionError);
    await expect(found).rejects.toThrow('Claims left 2 claim(s) unread 4 times.');
    expect(keys()).toHaveLength(4);
  });
});

describe('a write of a claim', () => {
  const claims = (fingerprintRetentionDays: number) =>
    ({ fingerprintsTableName: 'Claims', fingerprintRetentionDays }) as ClaimsTable;
  const sketch = { runs: Uint32Array.of(1), numbers: Uint32Array.of(2) };
  it.each([
    ['30 days if the table keeps claims for 30 days', 30, {}, 30],
    ['14 days if it is a claim on a near duplicate', 30, { sketch }, 14],
    ['7 days if it is a claim on a near duplicate and the table keeps claims for 7 days', 7, { sketch }, 7],
  ])('a claim lives for %s', (_, retentionDays, fields, days) => {
    const write = putClaim(claims(retentionDays), { fingerprint: 'a', articleId: 'b', ...fields }, NOW);
    expect(write.Put?.Item).toMatchObject({ expiresAt: SECONDS + days * 86_400 });
  });

  it('a claim is written unless it is valid and another article’s', () => {
    expect(putClaim(claims(30), { fingerprint: 'a', articleId: 'b' }, NOW).Put).toMatchObject({
      TableName: 'Claims',
      ConditionExpression: 'attribute_not_exists(fingerprint) OR expiresAt < :now OR articleId = :article',
      ExpressionAttributeValues: { ':now': SECONDS, ':article': 'b' },
    });
  });
});
