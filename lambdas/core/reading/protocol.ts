/** The messages between a function's process and its reader's process, as structured clones. */

export interface Request {
  /** The operation's name. */
  readonly name: string;
  readonly argument: unknown;
}

/** An operation's result, or the message of the error that it threw. */
export type Answer = { readonly value: unknown } | { readonly error: string };

/** The reader's first message. */
export const READY = 'ready';
