import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  readonly endpoint: string;
  /** Number of requests since the last call, by operation: `GetItem`, `SendMessageBatch`, for S3 `PUT` and `GET`. */
  take(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** A proxy before an emulator that counts a function's AWS operations. The function itself is unchanged. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  let counts = new Map<string, number>();
  const server = createServer((asked, answer) => {
    const operation = operationOf(asked);
    counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const passed = request(
      new URL(asked.url ?? '/', target),
      { method: asked.method, headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    passed.on('error', (error) => answer.destroy(error));
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Returns the operation's name: from `DynamoDB_20120810.GetItem` in the JSON protocols, for S3 the HTTP method. */
function operationOf({ headers, method = '' }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  return typeof target === 'string' ? (target.split('.').at(-1) ?? target) : method;
}
