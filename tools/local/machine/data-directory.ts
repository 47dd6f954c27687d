/**
 * The files that a run keeps for later runs and other processes. In: a directory. Out: its lock, the live run's
 * endpoints, and the stack's outputs. The emulators keep their own databases beside these files.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { WireroomError } from '../../../lambdas/core/errors.ts';

const endpointsSchema = v.object({ dynamodb: v.string(), sqs: v.string(), s3: v.string() });
const liveRunSchema = v.object({ pid: v.number(), endpoints: endpointsSchema });
const outputsSchema = v.record(v.string(), v.string());

/** The URLs of a local run's services, on the loopback interface unless the environment overrides them. */
export type Endpoints = Readonly<v.InferOutput<typeof endpointsSchema>>;

/** Another live process works on this data directory. */
export class DataDirectoryInUseError extends WireroomError {
  readonly code = 'DATA_DIRECTORY_IN_USE';
  /** The endpoints of that process. Undefined while it is still starting. */
  readonly endpoints: Endpoints | undefined;
  constructor(directory: string, run: { readonly pid: number; readonly endpoints: Endpoints } | undefined) {
    const holder = run === undefined ? 'another run' : `a run that is still alive (process ${run.pid})`;
    super(`The data directory ${directory} is in use by ${holder}: stop it first, or name another directory.`);
    this.endpoints = run?.endpoints;
  }
}

export interface DataDirectoryLock {
  /** Writes down this run's endpoints for other processes. */
  publish(endpoints: Endpoints): void;
  release(): void;
}

/**
 * Locks the directory for this process, by SQLite's lock on a file. The system drops the lock when the process dies, so
 * a stale lock can't exist, and a recycled process id is not mistaken for a live run.
 * @throws {DataDirectoryInUseError}
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  mkdirSync(directory, { recursive: true });
  // readEndpoints() may hold the lock for a moment. A live run holds the lock for longer than this timeout.
  const database = new DatabaseSync(lockFile(directory), { timeout: 500 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new DataDirectoryInUseError(directory, readJson(endpointsFile(directory), liveRunSchema));
  }
  // The endpoints of a dead run answer no more.
  writeJson(endpointsFile(directory), {});
  return {
    publish: (endpoints) => writeJson(endpointsFile(directory), { pid: process.pid, endpoints }),
    release: () => database.close(),
  };
}

/** The endpoints of the live run that holds this directory. Undefined if no live run holds it. */
export function readEndpoints(directory: string): Endpoints | undefined {
  const run = readJson(endpointsFile(directory), liveRunSchema);
  return run !== undefined && isLocked(directory) ? run.endpoints : undefined;
}

/** The stack outputs of the last run in this directory (queue URLs, table names …). Undefined before the first run. */
export function readOutputs(directory: string): Readonly<Record<string, string>> | undefined {
  return readJson(join(directory, 'outputs.json'), outputsSchema);
}

export function writeOutputs(directory: string, outputs: Readonly<Record<string, string>>): void {
  writeJson(join(directory, 'outputs.json'), outputs);
}

/** Reads a JSON file. Returns undefined if the file is missing, broken or of another shape. */
export function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a JSON file atomically: after a kill the file holds either its old content or its new content. */
export function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(value, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}

const lockFile = (directory: string): string => join(directory, 'lock.db');
const endpointsFile = (directory: string): string => join(directory, 'endpoints.json');

function isLocked(directory: string): boolean {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockFile(directory), { readOnly: true });
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch {
    return true;
  } finally {
    database?.close();
  }
}
