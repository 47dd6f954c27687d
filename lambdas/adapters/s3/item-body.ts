import type { BodyStore } from '../../core/body-store.ts';
import { MessageError } from '../../core/errors.ts';
import { type ItemMessage, parseItemMessage, type RecheckMessage } from '../../core/queues/messages.ts';

/**
 * Parses a message of the Items queue. If the message is only a key, its text is read from the Bodies bucket.
 *
 * @throws {MessageError} if it doesn't parse, or if the text in the bucket is a key again
 */
export async function receiveItem(body: string, bodies: BodyStore): Promise<ItemMessage | RecheckMessage> {
  const message = parseItemMessage(body);
  if (!('bodyKey' in message)) return message;
  const whole = parseItemMessage(await bodies.get(message.bodyKey));
  if ('bodyKey' in whole) throw new MessageError(`The body ${message.bodyKey} names another body.`);
  return whole;
}
