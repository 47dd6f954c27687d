import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { type GuardedProcess, spawnGuarded } from '../machine/guarded-process.ts';
import { EmulatorError } from './emulator-error.ts';

/** Age at which DynamoDB drops a stream record. Source: AWS, "Change data capture for DynamoDB Streams". */
const STREAM_RETENTION_SECONDS = 24 * 60 * 60;
const START_TIMEOUT_MS = 15_000;

export interface Dynoxide {
  readonly endpoint: string;
  /** Deletes the expired items of every table with a TTL, as DynamoDB's background process does. */
  sweepTtl(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts dynoxide, a DynamoDB emulator on SQLite, with its data in `directory`. @throws {EmulatorError} */
export async function startDynoxide(directory: string): Promise<Dynoxide> {
  const binary = findBinary();
  const file = join(directory, 'dynamodb.db');
  const token = randomUUID();
  // dynoxide can't report a port that the system chose, so it gets a free port. If another process takes it first:
  // again.
  for (let attempt = 1; ; attempt += 1) {
    const [port, mcpPort] = await freePorts();
    const child = spawnGuarded(
      binary,
      `serve --host 127.0.0.1 --port ${port} --mcp --mcp-host 127.0.0.1 --mcp-port ${mcpPort} --db-path`
        .split(' ')
        .concat(file),
      { env: { DYNOXIDE_MCP_AUTH_TOKEN: token, PATH: process.env['PATH'] ?? '' } },
    );
    const failure = await started(child);
    if (failure === undefined) {
      tuneStreams(file);
      return {
        endpoint: `http://127.0.0.1:${port}`,
        sweepTtl: () => sweepTtl(`http://127.0.0.1:${mcpPort}/mcp`, token),
        stop: () => child.kill(),
      };
    }
    await child.kill();
    if (attempt === 3) {
      const origin = process.env['DYNOXIDE_BIN'] ? ', which DYNOXIDE_BIN names,' : '';
      throw new EmulatorError(
        `The DynamoDB emulator ${binary}${origin} does not start (set DYNOXIDE_BIN to another binary, or ` +
          `AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB emulator that is running): ${failure}`,
      );
    }
  }
}

function findBinary(): string {
  const override = process.env['DYNOXIDE_BIN'];
  if (override !== undefined && override !== '') return override;
  const packaged = fileURLToPath(new URL('../../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) return packaged;
  throw new EmulatorError(
    `There is no embedded DynamoDB for ${process.platform}-${process.arch}: set DYNOXIDE_BIN to a dynoxide binary, ` +
      'or AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB emulator that is running.',
  );
}

/** Resolves with undefined when the process listens, else with its output before it ended. */
async function started(child: GuardedProcess): Promise<string | undefined> {
  let output = '';
  const listening = new Promise<undefined>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes('MCP HTTP server listening')) resolve(undefined);
    });
  });
  child.stdout.resume();
  const ended = child.exited.then((status) => output.trim() || `exit status ${status}`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('it took too long'), START_TIMEOUT_MS);
  });
  return Promise.race([listening, ended, late]).finally(() => clearTimeout(timer));
}

/**
 * Adds an index and trims the streams. dynoxide looks up a table's highest sequence number at each streamed write, so
 * without the index each write is slower than the last. The newest record stays: the next sequence number follows from
 * it.
 */
function tuneStreams(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS wireroom_sequence ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
    );
    database
      .prepare(
        'DELETE FROM _stream_records WHERE created_at < ? AND id NOT IN (SELECT max(id) FROM _stream_records GROUP BY table_name)',
      )
      .run(Math.floor(Date.now() / 1000) - STREAM_RETENTION_SECONDS);
  } finally {
    database.close();
  }
}

async function sweepTtl(url: string, token: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'sweep_ttl', arguments: {} } }),
  });
  const text = await response.text();
  if (!response.ok) throw new EmulatorError(`The DynamoDB emulator refused to sweep expired items: ${text}`);
}

async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer(), createServer()] as const;
  const portOf = (server: (typeof servers)[number]): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new EmulatorError('No free port was found.'));
        else resolve(address.port);
      });
    });
  try {
    return [await portOf(servers[0]), await portOf(servers[1])];
  } finally {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}
