export interface Interruption {
  /** Resolves at Ctrl-C or a request to terminate. */
  readonly happened: Promise<'interrupted'>;
  /** Gives the signals back to Node. */
  release(): void;
}

/** The first Ctrl-C ends a run in good order. A second Ctrl-C kills the process. */
export function catchInterruption(): Interruption {
  const { promise, resolve } = Promise.withResolvers<'interrupted'>();
  const interrupt = (): void => {
    release();
    resolve('interrupted');
  };
  const release = (): void => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return { happened: promise, release };
}
