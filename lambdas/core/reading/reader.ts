/** The port to the process in which strangers' documents are read (docs/decisions/wall.md). */

/** What a reader can do, by name. Arguments and results are plain data, because they cross between processes. */
export type Operations = Readonly<Record<string, (argument: never) => unknown>>;

/**
 * Runs one operation on a document. A document that can't be read within the limits is an outcome, like a 404.
 *
 * @throws {DeadlineError} if the time that is left doesn't cover the limits; nothing was begun
 * @throws {ReaderError} if the reader doesn't start: our own fault
 */
export type Reader<O extends Operations> = <K extends keyof O & string>(
  name: K,
  argument: Parameters<O[K]>[0],
) => Promise<Reading<Awaited<ReturnType<O[K]>>>>;

export type Reading<T> = { readonly kind: 'read'; readonly value: T } | Breach;

/** A document broke the limits of the reader. */
export interface Breach {
  readonly kind: 'breach';
  /**
   * `time`: too much CPU time, or no answer at all. `memory`: too much memory. `error`: the document made the reader throw,
   * for instance by overflowing its stack.
   */
  readonly by: 'time' | 'memory' | 'error';
  /** One sentence, for logs and for the feed's record. */
  readonly detail: string;
}

/** Max use of one operation. */
export interface ReaderLimits {
  /** CPU time, in milliseconds: it doesn't depend on the function's share of a CPU. */
  readonly cpuMs: number;
  /** Time on the clock, in milliseconds: a backstop, and the only limit on time where there is no `/proc`. */
  readonly wallMs: number;
  /** Heap of the reader's process, in MiB. */
  readonly heapMegabytes: number;
  /** Resident memory of the reader's process, in MiB, with what lies beside the heap: buffers and the compiled code. */
  readonly residentMegabytes: number;
}
