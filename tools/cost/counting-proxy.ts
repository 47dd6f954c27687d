import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a function asked of a service. */
export interface Count {
  /** Number of requests by operation: `GetItem`, `SendMessageBatch`, for S3 `PUT` and `GET`. */
  readonly operations: ReadonlyMap<string, number>;
  /** DynamoDB's units, with those of the indexes. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** The write units by table. */
  readonly writtenTo: ReadonlyMap<string, number>;
}

export interface CountingProxy {
  readonly endpoint: string;
  /** Returns the count since the last call. */
  take(): Count;
  stop(): Promise<void>;
}

interface Consumed {
  readonly TableName?: string;
  readonly CapacityUnits?: number;
}

const newCount = () => ({
  operations: new Map<string, number>(),
  readUnits: 0,
  writeUnits: 0,
  writtenTo: new Map<string, number>(),
});

/**
 * A proxy before an emulator that counts a function's AWS operations. The function itself is unchanged: the proxy asks DynamoDB
 * for the consumed capacity. A conditional write that fails isn't in the units, because DynamoDB's error doesn't tell them.
 */
export async function countingProxy(target: string): Promise<CountingProxy> {
  let count = newCount();
  const server = createServer(async (asked, answer) => {
    const operation = operationOf(asked);
    const isDynamo = targetOf(asked).startsWith('DynamoDB_');
    count.operations.set(operation, (count.operations.get(operation) ?? 0) + 1);
    const body = await buffer(asked);
    const sent = isDynamo ? withCapacity(body) : body;
    const passed = request(
      new URL(asked.url ?? '/', target),
      { method: asked.method, headers: { ...asked.headers, 'content-length': sent.length } },
      async (got) => {
        const received = await buffer(got);
        if (isDynamo) addUnits(received, /^(?:Get|BatchGet|Query|Scan)/.test(operation));
        answer.writeHead(got.statusCode ?? 502, got.headers);
        answer.end(received);
      },
    );
    passed.on('error', (error) => answer.destroy(error));
    passed.end(sent);
  });
  const addUnits = (body: Buffer, isRead: boolean): void => {
    const { ConsumedCapacity = [] } = JSON.parse(body.toString() || '{}') as {
      ConsumedCapacity?: Consumed | Consumed[];
    };
    for (const { TableName = '', CapacityUnits = 0 } of [ConsumedCapacity].flat()) {
      if (isRead) count.readUnits += CapacityUnits;
      else {
        count.writeUnits += CapacityUnits;
        count.writtenTo.set(TableName, (count.writtenTo.get(TableName) ?? 0) + CapacityUnits);
      }
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = count;
      count = newCount();
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const withCapacity = (body: Buffer): Buffer =>
  Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), ReturnConsumedCapacity: 'TOTAL' }));

const targetOf = ({ headers }: IncomingMessage): string => String(headers['x-amz-target'] ?? '');

/** Returns the operation's name: from `DynamoDB_20120810.GetItem` in the JSON protocols, for S3 the HTTP method. */
const operationOf = (asked: IncomingMessage): string => targetOf(asked).split('.').at(-1) || (asked.method ?? '');
