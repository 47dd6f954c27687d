import { expect, it } from 'vitest';
import { callbackPath, readCallbackPath } from '../../../../../lambdas/core/feed/websub/callback-path.ts';

const OURS = { feedId: 'feed-a', token: 'token' };
const path = `/${callbackPath(OURS, 'key')}`;

it('a path that we made is read', () => {
  expect(readCallbackPath(path, 'key')).toEqual(OURS);
});

it.each<[string, string]>([
  ['a path without a seal is not ours', '/feed-a/token'],
  ['a path with a guessed seal is not ours', '/feed-a/token/seal'],
  ['a path with another token is not ours', path.replace('token', 'other')],
  ['a path with another feed is not ours', path.replace('feed-a', 'feed-b')],
  ['a path with something behind it is not ours', `${path}/x`],
  ['a path that another deployment made is not ours', `/${callbackPath(OURS, 'other key')}`],
  ['a path of over 300 characters is not ours', `/${callbackPath({ ...OURS, token: 't'.repeat(300) }, 'key')}`],
  ['no path is not ours', '/'],
])('%s', (_, other) => {
  expect(readCallbackPath(other, 'key')).toBeUndefined();
});
