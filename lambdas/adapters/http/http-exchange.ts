/** One request and the head of its answer, on keep-alive connections. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

/** Max time until a socket is connected, with DNS and TLS. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Max bytes of an answer's head. Node's default of 16 KiB is too near to the security policies of some sites. */
const MAX_HEADER_BYTES = 65_536;

/** Sends a GET with these headers. Rejects with Node's errors, and if `signal` aborts. */
export type Exchange = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<IncomingMessage>;

/** @param lookup resolves names for the sockets. Undefined: Node's own lookup */
export function httpExchange(lookup: LookupFunction | undefined): Exchange {
  const options = { keepAlive: true, maxFreeSockets: 16, timeout: 30_000, lookup };
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
        // After a 101, for instance, Node emits no error.
        reject(new Error('the connection was closed without an answer'));
      });
      let response: IncomingMessage | undefined;
      sent.once('response', (head) => {
        response = head;
        resolve(head);
      });
      sent.on('error', (cause) => {
        response?.destroy(cause); // else a body that exceeds its content-length would end without an error
        reject(sent.reusedSocket ? new StaleConnectionError() : cause);
      });
      sent.end();
    });

  const sendAgain: Exchange = async (url, headers, signal) => {
    try {
      return await send(url, headers, signal);
    } catch (error) {
      // The server closed the idle connection before it read the request, mostly while Lambda had frozen the process.
      if (error instanceof StaleConnectionError && !signal.aborted) return sendAgain(url, headers, signal);
      throw error;
    }
  };
  return sendAgain;
}

/** A reused connection broke before it answered. A GET is safe to repeat (RFC 9112 §9.3.1). */
class StaleConnectionError extends Error {}

const connectTimeout = (): NodeJS.ErrnoException =>
  Object.assign(new Error(`no connection within ${CONNECT_TIMEOUT_MS} ms`), { code: 'ETIMEDOUT' });
