/**
 * WebSub subscription requests: one guarded POST each
 * (https://www.w3.org/TR/websub/#subscriber-sends-subscription-request).
 */
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { compact } from '../../core/compact.ts';
import type { Values } from '../../core/env.ts';
import type { HubClient, HubRequest } from '../../core/feed/websub/hub-client.ts';
import type { fetchEnvironment } from '../../core/fetch-environment.ts';
import { guardedLookup, nonPublicLiteral, WEB_PORTS, webUrl } from './address-guard.ts';
import { type ConnectOption, createAgents } from './agents.ts';
import { failureOf } from './fetch-failure.ts';
import { pacedHubClient } from './paced-hub-client.ts';

/** Max time of one request. A poll makes two requests at most, in the 10 s that its fetch leaves, pauses included. */
const TIMEOUT_MS = 3_500;

export interface HubClientOptions {
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** Origins of hubs that may be asked although their address is not public or their port unusual. */
  readonly allowedOrigins: readonly string[];
}

export function hubClient({ userAgent, timeoutMs, allowedOrigins }: HubClientOptions): HubClient {
  const guarded = createAgents(guardedLookup(), {});
  const unguarded = createAgents(undefined, {});

  const post = (url: URL, form: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const protocol = url.protocol === 'https:' ? 'https:' : 'http:';
      const signal = AbortSignal.timeout(timeoutMs);
      const options: RequestOptions & ConnectOption = {
        method: 'POST',
        agent: (allowedOrigins.includes(url.origin) ? unguarded : guarded)[protocol],
        signal,
        connecting: () => signal,
        headers: {
          'user-agent': userAgent,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(form),
        },
      };
      const sent = (protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
      sent.once('response', (response) => {
        response.destroy(); // only the status counts
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      // After a 101 there is neither a response nor an error.
      sent.once('close', () => reject(new Error('the connection was closed without an answer')));
      sent.end(form);
    });

  return async (request) => {
    const url = webUrl(request.hub);
    if (url === undefined) return `${request.hub} is no web address.`;
    const problem = allowedOrigins.includes(url.origin) ? undefined : problemOf(url);
    if (problem !== undefined) return problem;
    try {
      const status = await post(url, formOf(request));
      return status >= 200 && status < 300 ? undefined : `The hub answers with status ${status}.`;
    } catch (error) {
      return `The hub can't be asked: ${failureOf(error).detail}.`;
    }
  };
}

/** A feed may name any address as its hub, also an internal service. */
function problemOf(url: URL): string | undefined {
  const literal = nonPublicLiteral(url);
  if (literal !== undefined) return `${literal} is not an address on the public internet.`;
  return WEB_PORTS.has(url.port) ? undefined : `${url.port} is not a port of the web.`;
}

export const hubClientFromEnvironment = (environment: Values<typeof fetchEnvironment>): HubClient =>
  pacedHubClient(
    hubClient({
      userAgent: environment.USER_AGENT,
      timeoutMs: TIMEOUT_MS,
      allowedOrigins: environment.ALLOWED_ORIGINS,
    }),
    { now: Date.now, sleep: setTimeout },
  );

const formOf = ({ mode, topic, callback, secret, leaseSeconds }: HubRequest): string =>
  new URLSearchParams(
    compact({
      'hub.mode': mode,
      'hub.topic': topic,
      'hub.callback': callback,
      'hub.secret': secret,
      'hub.lease_seconds': leaseSeconds?.toString(),
    }),
  ).toString();
