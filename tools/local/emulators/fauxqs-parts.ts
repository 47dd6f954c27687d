import { findPackageJSON } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { buildApp } from 'fauxqs';
import { EmulatorError } from './emulator-error.ts';

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;
export type SqsStore = Stores['sqsStore'];
export type SqsQueue = NonNullable<ReturnType<SqsStore['getQueueByName']>>;
export type SqsMessage = ReturnType<SqsQueue['inspectMessages']>['ready'][number];
type Persistence = NonNullable<SqsStore['persistence']>;

export interface FauxqsParts {
  readonly stores: Stores;
  readonly persistence: Persistence;
  /** The connection that the persistence writes through. */
  readonly database: DatabaseSync;
}

/**
 * Loads the stores and the persistence of fauxqs from files beside the package's main module, because the package does
 * not export them. Its `startFauxqs` would keep state in SQLite too, but listens on every network interface. The
 * version is pinned. If an upgrade moves a part, the start fails with one sentence.
 */
export async function loadFauxqsParts(directory: string): Promise<FauxqsParts> {
  try {
    const persistence: Persistence = new (
      await part<new (directory: string) => Persistence>('persistence.js', 'PersistenceManager')
    )(directory);
    const database: unknown = Reflect.get(persistence, 'db');
    if (!(database instanceof DatabaseSync)) throw new Error('its persistence holds no database');
    const SqsStore = await part<new () => Stores['sqsStore']>('sqs/sqsStore.js', 'SqsStore');
    const SnsStore = await part<new () => Stores['snsStore']>('sns/snsStore.js', 'SnsStore');
    const S3Store = await part<new () => Stores['s3Store']>('s3/s3Store.js', 'S3Store');
    return {
      stores: { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() },
      persistence,
      database,
    };
  } catch (cause) {
    throw new EmulatorError('The installed version of fauxqs is not the one that the local runtime was made for.', {
      cause,
    });
  }
}

async function part<T>(file: string, name: string): Promise<T> {
  const manifest = findPackageJSON('fauxqs', import.meta.url);
  if (manifest === undefined) throw new Error('it is not installed');
  const module: Readonly<Record<string, T | undefined>> = await import(
    new URL(`dist/${file}`, pathToFileURL(manifest)).href
  );
  const value = module[name];
  if (value === undefined) throw new Error(`${file} has no ${name}`);
  return value;
}
