import type { ItemMessage, PollMessage, RecheckMessage } from './messages.ts';

export interface PollQueue {
  /** @throws {SendError} if SQS refuses some messages after retries */
  send(messages: readonly { readonly message: PollMessage; readonly url: string }[]): Promise<void>;
}

export interface ItemQueue {
  /** @throws {SendError} if SQS refuses some messages after retries */
  send(messages: readonly ItemMessage[]): Promise<void>;
}

export interface RecheckQueue {
  /** @throws {SendError} if SQS refuses some messages after retries */
  send(messages: readonly RecheckMessage[]): Promise<void>;
}
