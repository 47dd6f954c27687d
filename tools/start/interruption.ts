export interface Interruption {
  /** Resolves at Ctrl-C or a request to terminate. */
  readonly happened: Promise<'interrupted'>;
  /** Gives the signals back to Node. */
  release(): void;
}

/** The first Ctrl-C ends a run in good order; once that is under way, a second one ends it as it is. */
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
