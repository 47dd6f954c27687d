import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { SecretReading } from '../../../lambdas/core/feed/credentials/secret-store.ts';
import { readFeedSecret } from './feed-secrets.ts';

export interface SecretsServer {
  /** A loopback URL with a path that nobody can guess, because another user of this machine may call it too. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the one call of Secrets Manager that the functions make, `GetSecretValue`. A secret is named `<stack>/feeds/NAME`.
 *
 * @param directory the data directory
 */
export async function startSecretsServer(directory: string): Promise<SecretsServer> {
  const path = `/${randomUUID()}`;
  const server = createServer(async (request, response) => {
    const isCall = request.method === 'POST' && request.url === path;
    const { status, body } = isCall ? answerTo(await json(request).catch(() => undefined), directory) : REFUSED;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const REFUSED: Answer = { status: 403, body: {} };

/** The errors of Secrets Manager, by what a reading is. */
const ERRORS = { missing: 'ResourceNotFoundException', unreadable: 'AccessDeniedException' } as const;

function answerTo(call: unknown, directory: string): Answer {
  const { SecretId = '' } = (call ?? {}) as { readonly SecretId?: unknown };
  const name = String(SecretId).split('/').at(-1) ?? '';
  const reading: SecretReading = readFeedSecret(directory, name, process.env);
  return reading.kind === 'found'
    ? { status: 200, body: { Name: SecretId, SecretString: reading.text } }
    : { status: 400, body: { __type: ERRORS[reading.kind], message: reading.detail } };
}
