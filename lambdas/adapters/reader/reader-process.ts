/**
 * The process in which strangers' documents are read, seen from the function's side (docs/decisions/wall.md). It starts with
 * the first document, is kept for the next ones, and is replaced after a breach. A document that spins is killed at its CPU
 * time, and a document that swells dies of its own heap: neither takes the function's process along.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { DeadlineError } from '../../core/errors.ts';
import type { Request } from '../../core/reading/protocol.ts';
import type { Breach, Operations, Reader, ReaderLimits, Reading } from '../../core/reading/reader.ts';
import { count, logger } from '../log.ts';
import { startReader } from './start-reader.ts';
import { supervise } from './supervise.ts';

export interface ReaderProcess<O extends Operations> {
  /** @param deadline when the invocation ends, in epoch milliseconds */
  until(deadline: number): Reader<O>;
  stop(): void;
}

/** Time for what a function writes after a document was read, in milliseconds. */
const WRITE_MS = 5_000;

/** @param environment `LAMBDA_TASK_ROOT` is the directory of the function's bundle, which holds `reader.js` */
export function readerProcess<O extends Operations>(
  environment: Readonly<Record<string, string | undefined>>,
  limits: ReaderLimits,
): ReaderProcess<O> {
  const file = join(environment['LAMBDA_TASK_ROOT'] ?? '', 'reader.js');
  let child: ChildProcess | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const run = async (request: Request, deadline: number): Promise<Reading<unknown>> => {
    if (Date.now() + limits.wallMs + WRITE_MS > deadline)
      throw new DeadlineError(`Too little time is left to read a document (${request.name}).`);
    const isKept = child?.connected === true;
    if (!child?.connected) child = await startReader(file, limits.heapMegabytes, environment);
    const reading = await supervise(child, request, limits);
    if (reading.kind === 'read') return reading;
    child.kill('SIGKILL');
    child = undefined;
    // A kept process may have died before this document, or hold memory of earlier documents.
    if (isKept && reading.by === 'memory') return run(request, deadline);
    report(request, reading);
    return reading;
  };

  return {
    until: (deadline) => (name, argument) => {
      const reading = turn.then(() => run({ name, argument }, deadline));
      turn = reading.catch(() => undefined);
      return reading as ReturnType<Reader<O>>;
    },
    stop: () => void child?.kill('SIGKILL'),
  };
}

function report({ name }: Request, { by, detail }: Breach): void {
  logger.warn('A document broke the limits of the reader.', { operation: name, by, detail });
  count('Document.tooCostly');
}
