/** The path of the callback that a hub gets: `<feedId>/<token>/<seal>`. */
import { createHmac } from 'node:crypto';
import { isSameText } from './hub-signature.ts';

/** Max length of a path that is looked at, in characters. Ours have about 100. */
const MAX_LENGTH = 300;

export interface CallbackPath {
  readonly feedId: string;
  /** The token of the subscription. */
  readonly token: string;
}

/** @param key a text of this deployment that callers don't know */
export const callbackPath = ({ feedId, token }: CallbackPath, key: string): string =>
  `${feedId}/${token}/${sealOf({ feedId, token }, key)}`;

/**
 * Reads the path of a call. Undefined if this deployment didn't make the path: a forged call ends here, and costs no read.
 *
 * @param path with a slash at its start
 */
export function readCallbackPath(path: string, key: string): CallbackPath | undefined {
  const [, feedId, token, seal, ...rest] = path.length > MAX_LENGTH ? [] : path.split('/');
  if (!feedId || !token || !seal || rest.length > 0) return undefined;
  return isSameText(seal, sealOf({ feedId, token }, key)) ? { feedId, token } : undefined;
}

const sealOf = ({ feedId, token }: CallbackPath, key: string): string =>
  createHmac('sha256', key).update(`${feedId}/${token}`).digest('base64url');
