import type { ItemMessage, PollMessage, RecheckMessage } from './messages.ts';

export interface PollQueue {
  /** @throws {SendError} when some were not accepted after retries. */
  send(messages: readonly { readonly message: PollMessage; readonly url: string }[]): Promise<void>;
}

export interface ItemQueue {
  /** @throws {SendError} when some were not accepted after retries. */
  send(messages: readonly ItemMessage[]): Promise<void>;
}

export interface RecheckQueue {
  /** @throws {SendError} when some were not accepted after retries. */
  send(messages: readonly RecheckMessage[]): Promise<void>;
}
