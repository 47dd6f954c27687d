import type { BodyStore } from '../../core/body-store.ts';
import { MessageError } from '../../core/errors.ts';
import { type ItemMessage, parseItemMessage, type RecheckMessage } from '../../core/queues/messages.ts';

/** What a message of the Items queue says, from the Bodies bucket where the message only names it. @throws {MessageError} */
export async function receiveItem(body: string, bodies: BodyStore): Promise<ItemMessage | RecheckMessage> {
  const message = parseItemMessage(body);
  if (!('bodyKey' in message)) return message;
  const whole = parseItemMessage(await bodies.get(message.bodyKey));
  if ('bodyKey' in whole) throw new MessageError(`The body ${message.bodyKey} names another body.`);
  return whole;
}
