/** Requests to WebSub hubs: one guarded POST each (https://www.w3.org/TR/websub/#subscriber-sends-subscription-request). */
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { compact } from '../../core/compact.ts';
import type { Values } from '../../core/env.ts';
import type { HubClient, HubRequest } from '../../core/feed/websub/hub-client.ts';
import type { fetchEnvironment } from '../../core/fetch-environment.ts';
import { guardedLookup, isPublicAddress } from './address-guard.ts';
import { failureOf } from './fetch-failure.ts';

/** A poll asks twice at most, within what it has beside its fetch. */
const TIMEOUT_MS = 4_000;

export interface HubClientOptions {
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** Origins that may be asked although their address is not public. */
  readonly allowedOrigins: readonly string[];
}

export function hubClient({ userAgent, timeoutMs, allowedOrigins }: HubClientOptions): HubClient {
  const lookup = guardedLookup();
  const guarded = { 'http:': new HttpAgent({ lookup }), 'https:': new HttpsAgent({ lookup }) };

  const post = (url: URL, form: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const protocol = url.protocol === 'https:' ? 'https:' : 'http:';
      const sent = (protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        ...(allowedOrigins.includes(url.origin) ? {} : { agent: guarded[protocol] }),
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'user-agent': userAgent,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(form),
        },
      });
      sent.once('response', (response) => {
        response.destroy(); // only the status counts
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(form);
    });

  return async (request) => {
    const url = URL.parse(request.hub);
    if (url === null || !/^https?:$/.test(url.protocol)) return `${request.hub} is no web address.`;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowedOrigins.includes(url.origin)) {
      if (isIP(host) !== 0 && !isPublicAddress(host)) return `${host} is not an address on the public internet.`;
      // A feed may name anything as its hub: services that are no web site shall not hear from us.
      if (!['', '80', '443'].includes(url.port)) return `${url.port} is not a port of the web.`;
    }
    try {
      const status = await post(url, formOf(request));
      return status >= 200 && status < 300 ? undefined : `The hub answers with status ${status}.`;
    } catch (error) {
      const failure = failureOf(error);
      return `The hub can't be asked: ${failure.kind === 'failed' ? failure.detail : 'it failed'}.`;
    }
  };
}

export const hubClientFromEnvironment = (environment: Values<typeof fetchEnvironment>): HubClient =>
  hubClient({
    userAgent: environment.USER_AGENT,
    timeoutMs: TIMEOUT_MS,
    allowedOrigins: environment.ALLOWED_ORIGINS,
  });

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
