import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { WireroomError } from '../../../lambdas/core/errors.ts';

const endpointsSchema = v.object({ dynamodb: v.string(), sqs: v.string(), s3: v.string() });
const liveRunSchema = v.object({ pid: v.number(), endpoints: endpointsSchema });
const outputsSchema = v.record(v.string(), v.string());

/** Where the services of a local run answer: URLs on the loopback interface, unless the environment overrides them. */
export type Endpoints = Readonly<v.InferOutput<typeof endpointsSchema>>;

/** Another live process works on this data directory. */
export class DataDirectoryInUseError extends WireroomError {
  readonly code = 'DATA_DIRECTORY_IN_USE';
  /** Where that process answers; undefined while it is still starting. */
  readonly endpoints: Endpoints | undefined;
  constructor(directory: string, run: { readonly pid: number; readonly endpoints: Endpoints } | undefined) {
    const holder = run === undefined ? 'another run' : `a run that is still alive (process ${run.pid})`;
    super(`The data directory ${directory} is in use by ${holder}: stop it first, or name another directory.`);
    this.endpoints = run?.endpoints;
  }
}

export interface DataDirectoryLock {
  /** Tells other processes where this run answers. */
  publish(endpoints: Endpoints): void;
  release(): void;
}

/**
 * Takes the directory for this process. The lock is SQLite's own lock on a file: the system drops it when the process
 * dies, however it dies, so a stale lock can't exist and a recycled process id can't be taken for a live run.
 * @throws {DataDirectoryInUseError}
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  mkdirSync(directory, { recursive: true });
  // readEndpoints() may hold the lock for a moment: wait for it, but not for a live run.
  const database = new DatabaseSync(lockFile(directory), { timeout: 500 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new DataDirectoryInUseError(directory, readJson(endpointsFile(directory), liveRunSchema));
  }
  // What a dead run published leads nowhere.
  writeJson(endpointsFile(directory), {});
  return {
    publish: (endpoints) => writeJson(endpointsFile(directory), { pid: process.pid, endpoints }),
    release: () => database.close(),
  };
}

/** The endpoints of the live run that holds this directory; undefined where there is none. */
export function readEndpoints(directory: string): Endpoints | undefined {
  const run = readJson(endpointsFile(directory), liveRunSchema);
  return run !== undefined && isLocked(directory) ? run.endpoints : undefined;
}

/** The stack outputs of the last run in this directory (queue URLs, table names …); undefined before the first. */
export function readOutputs(directory: string): Readonly<Record<string, string>> | undefined {
  return readJson(join(directory, 'outputs.json'), outputsSchema);
}

export function writeOutputs(directory: string, outputs: Readonly<Record<string, string>>): void {
  writeJson(join(directory, 'outputs.json'), outputs);
}

/** Reads a JSON file that may be missing, broken or of another shape: undefined then. */
export function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a JSON file so that a kill in the middle leaves either the old content or the new. */
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
