import { describe, expect, it } from 'vitest';
import { receiveItem } from '../../../../lambdas/adapters/s3/item-body.ts';
import { MessageError } from '../../../../lambdas/core/errors.ts';
import { messageBody } from '../../../../lambdas/core/queues/messages.ts';
import { message } from '../../../fakes/messages.ts';

const key = (bodyKey: string) => messageBody({ version: 1, bodyKey });
const bodies = {
  put: async () => {},
  get: async (name: string) => (name === 'messages/whole.json' ? messageBody(message()) : key('messages/whole.json')),
};

describe('a message of the Items queue', () => {
  it.each([
    ['itself', messageBody(message())],
    ['its text in the Bodies bucket', key('messages/whole.json')],
  ])('the item is read from %s', async (_, body) => {
    expect(await receiveItem(body, bodies)).toEqual(message());
  });

  it('a key whose text is a key again is an error', async () => {
    const received = receiveItem(key('messages/nested.json'), bodies);
    await expect(received).rejects.toThrow(MessageError);
    await expect(received).rejects.toThrow('The body messages/nested.json names another body.');
  });
});
