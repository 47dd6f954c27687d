/** One request and the head of its answer, on keep-alive connections. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type ConnectOption, createAgents } from './agents.ts';
import { MAX_HEAD_BYTES } from './answer-mender.ts';

/** Max time until a socket is connected, with DNS and TLS. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Max interim answers (103 and others) before an answer. */
const MAX_INTERIM_ANSWERS = 10;

/** Sends a GET with these headers. Rejects with Node's errors, and if `signal` aborts. */
export type Exchange = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<IncomingMessage>;

/** @param lookup resolves names for the sockets. Undefined: Node's own lookup */
export function httpExchange(lookup: LookupFunction | undefined): Exchange {
  const agents = createAgents(lookup, { keepAlive: true, maxFreeSockets: 16, timeout: 30_000 });

  const send: Exchange = (url, headers, signal) =>
    new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const inTime = new AbortController();
      const options: RequestOptions & ConnectOption = {
        agent: agents[secure ? 'https:' : 'http:'],
        maxHeaderSize: MAX_HEAD_BYTES,
        signal,
        headers,
        connecting: () => AbortSignal.any([signal, inTime.signal]),
      };
      let response: IncomingMessage | undefined;
      const sent = (secure ? httpsRequest : httpRequest)(url, options);
      const connectTimer = setTimeout(() => {
        inTime.abort(connectTimeout());
        sent.destroy(connectTimeout());
      }, CONNECT_TIMEOUT_MS);
      sent.once('socket', (socket) => {
        if (!secure || sent.reusedSocket) clearTimeout(connectTimer);
        else socket.once('secureConnect', () => clearTimeout(connectTimer));
      });
      sent.once('close', () => {
        clearTimeout(connectTimer);
        // After a 101, for instance, Node emits no error.
        if (response === undefined) reject(new Error('the connection was closed without an answer'));
      });
      let interimAnswers = 0;
      sent.on('information', () => {
        if (++interimAnswers > MAX_INTERIM_ANSWERS)
          sent.destroy(new Error(`more than ${MAX_INTERIM_ANSWERS} interim answers (1xx)`));
      });
      sent.once('response', (head) => {
        response = head;
        resolve(head);
      });
      sent.on('error', (cause) => {
        const error = response === undefined ? cause : inBody(cause);
        response?.destroy(error); // else a body that exceeds its content-length would end without an error
        reject(sent.reusedSocket ? new StaleConnectionError() : error);
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

/** Node names bytes after the end of a body like the start of another protocol. */
const inBody = (error: NodeJS.ErrnoException): NodeJS.ErrnoException =>
  error.code === 'HPE_INVALID_CONSTANT' ? Object.assign(new Error(error.message), { code: 'BODY_TOO_LONG' }) : error;
