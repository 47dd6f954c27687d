/** The reader's side of the wall: takes one operation after the other, answers, and ends with the function's process. */
import type { Answer, Request } from '../core/reading/protocol.ts';
import { READY } from '../core/reading/protocol.ts';
import type { Operations } from '../core/reading/reader.ts';

/** Answers requests with these operations, by their names. */
export function serve(operations: Operations): void {
  const send = (message: Answer | typeof READY): void => void process.send?.(message);
  process.on('message', async (request: Request) => send(await answerTo(operations, request)));
  process.on('disconnect', () => process.exit());
  send(READY);
}

async function answerTo(operations: Operations, { name, argument }: Request): Promise<Answer> {
  try {
    return { value: await operations[name]?.(argument as never) };
  } catch (error) {
    return { error: `${(error as Error).name}: ${(error as Error).message}`.slice(0, MAX_ERROR_LENGTH) };
  }
}

/** Max length of an error's message, which may quote the document, in characters. */
const MAX_ERROR_LENGTH = 500;
