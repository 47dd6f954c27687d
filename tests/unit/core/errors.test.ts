import { expect, it } from 'vitest';
import {
  BusyError,
  ContentionError,
  DeadlineError,
  EnvironmentError,
  MessageError,
  SendError,
  type WireroomError,
} from '../../../lambdas/core/errors.ts';

it.each<[string, WireroomError, string, string]>([
  ['an environment error', new EnvironmentError(['A is not set']), 'EnvironmentError', 'ENVIRONMENT'],
  ['a message error', new MessageError('No JSON.'), 'MessageError', 'MESSAGE'],
  ['a send error', new SendError('Polls', []), 'SendError', 'SEND'],
  ['a busy error', new BusyError('Busy.'), 'BusyError', 'BUSY'],
  ['a contention error', new ContentionError('Contended.'), 'ContentionError', 'CONTENTION'],
  ['a deadline error', new DeadlineError('Late.'), 'DeadlineError', 'DEADLINE'],
])('%s has the name of its class and its code', (_, error, name, code) => {
  expect(error).toMatchObject({ name, code });
});

it('an environment error lists the problems, in its message too', () => {
  const error = new EnvironmentError(['A is not set', 'B must not be empty']);
  expect(error.problems).toEqual(['A is not set', 'B must not be empty']);
  expect(error.message).toBe('The environment is incomplete: A is not set; B must not be empty.');
});

it('a send error names the queue, the positions of the refused messages and the reasons', () => {
  const error = new SendError('Items', [
    { position: 1, reason: 'InternalError' },
    { position: 4, reason: 'ThrottlingException' },
  ]);
  expect(error.refused).toEqual([1, 4]);
  expect(error.message).toBe('Items did not accept 2 message(s): InternalError, ThrottlingException');
});
