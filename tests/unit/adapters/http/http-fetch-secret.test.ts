import { expect, it } from 'vitest';
import { SecretHeader } from '../../../../lambdas/core/web/secret-header.ts';
import { ask, fetcher } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

/** Two origins that record what they are sent, and a fetch of the first with a secret for it. */
async function setUp(redirects: (here: string, there: string) => Record<string, string>) {
  const seen: [string, string | undefined][] = [];
  const known: Record<string, string> = {};
  const site = (name: string) =>
    loopbackServer((request, response) => {
      const path = `${name}${request.url}`;
      seen.push([path, request.headers.authorization]);
      const location = known[path];
      if (location === undefined) response.end('ok');
      else response.writeHead(302, { location }).end();
    });
  const [here, there] = [await site('here'), await site('there')];
  Object.assign(known, redirects(here.origin, there.origin));
  const secret = new SecretHeader(here.origin, 'authorization', 'Bearer k7', ['k7']);
  const outcome = await fetcher([here.origin, there.origin])(ask(`${here.origin}/rss`, { secret }));
  return { seen, outcome };
}

it('a secret is sent to its origin', async () => {
  const { seen } = await setUp(() => ({}));
  expect(seen).toEqual([['here/rss', 'Bearer k7']]);
});

it('a secret is sent along redirects within its origin', async () => {
  const { seen } = await setUp(() => ({ 'here/rss': '/1', 'here/1': '/2' }));
  expect(seen).toEqual(['rss', '1', '2'].map((path) => [`here/${path}`, 'Bearer k7']));
});

it('a secret is not sent to another origin that a redirect leads to', async () => {
  const { seen, outcome } = await setUp((_, there) => ({ 'here/rss': `${there}/rss` }));
  expect(seen).toEqual([
    ['here/rss', 'Bearer k7'],
    ['there/rss', undefined],
  ]);
  expect(outcome).toMatchObject({ kind: 'response', status: 200 });
});

it('a secret is not sent again when the other origin leads back', async () => {
  const { seen } = await setUp((here, there) => ({ 'here/rss': `${there}/`, 'there/': `${here}/logout` }));
  expect(seen).toEqual([
    ['here/rss', 'Bearer k7'],
    ['there/', undefined],
    ['here/logout', undefined],
  ]);
});
