/** One request and the head of its answer, on connections that are kept. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

const CONNECT_TIMEOUT_MS = 5_000;
/** Bytes of an answer's head. Node's own limit is 16 kB, which the security policies of some sites alone come near to. */
const MAX_HEADER_BYTES = 65_536;

/** Sends a GET with these headers. Rejects with Node's errors, and when `signal` aborts. */
export type Exchange = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<IncomingMessage>;

/** @param lookup resolves names for the sockets; Node's own when undefined */
export function httpExchange(lookup: LookupFunction | undefined): Exchange {
  const options = { keepAlive: true, maxFreeSockets: 16, timeout: 30_000, ...(lookup === undefined ? {} : { lookup }) };
  const agents = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) };

  const send: Exchange = (url, headers, signal) =>
    new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const sent = (secure ? httpsRequest : httpRequest)(url, {
        agent: agents[secure ? 'https:' : 'http:'],
        maxHeaderSize: MAX_HEADER_BYTES,
        signal,
        headers,
      });
      const connectTimer = setTimeout(() => sent.destroy(connectTimeout()), CONNECT_TIMEOUT_MS);
      sent.once('socket', (socket) => {
        if (!socket.connecting) clearTimeout(connectTimer);
        else socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(connectTimer));
      });
      sent.once('close', () => {
        clearTimeout(connectTimer);
        reject(new Error('the connection was closed without an answer')); // as after a 101, which Node makes no error
      });
      let response: IncomingMessage | undefined;
      sent.once('response', (head) => {
        response = head;
        resolve(head);
      });
      sent.on('error', (cause) => {
        response?.destroy(cause); // an answer that is longer than it says was cut where it says
        reject(sent.reusedSocket ? new StaleConnectionError(cause.message, { cause }) : cause);
      });
      sent.end();
    });

  const sendAgain: Exchange = async (url, headers, signal) => {
    try {
      return await send(url, headers, signal);
    } catch (error) {
      // The server closed a kept connection before it saw the request, as it may, most often while Lambda had us frozen.
      if (error instanceof StaleConnectionError && !signal.aborted) return sendAgain(url, headers, signal);
      throw error;
    }
  };
  return sendAgain;
}

/** A connection that had served a request before gave way before it answered this one (RFC 9112 §9.3.1: a GET is safe to repeat). */
class StaleConnectionError extends Error {}

const connectTimeout = (): NodeJS.ErrnoException =>
  Object.assign(new Error(`no connection within ${CONNECT_TIMEOUT_MS} ms`), { code: 'ETIMEDOUT' });
