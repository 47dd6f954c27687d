/** A fault of the pipeline. A publisher's fault is an outcome, never an error (docs/architecture.md). */
export abstract class WireroomError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The function's environment doesn't match its declaration: a fault of the deployment. */
export class EnvironmentError extends WireroomError {
  readonly code = 'ENVIRONMENT';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is incomplete: ${problems.join('; ')}.`);
    this.problems = problems;
  }
}

/** A queue message doesn't parse. SQS retries the message and then dead-letters it, so nothing is lost. */
export class MessageError extends WireroomError {
  readonly code = 'MESSAGE';
}

/** SQS refused some messages of a batch, after retries. */
export class SendError extends WireroomError {
  readonly code = 'SEND';
  /** Positions of the refused messages in the list that was sent. */
  readonly refused: readonly number[];
  constructor(queue: string, refused: readonly { readonly position: number; readonly reason: string }[]) {
    super(`${queue} did not accept ${refused.length} message(s): ${refused.map(({ reason }) => reason).join(', ')}`);
    this.refused = refused.map(({ position }) => position);
  }
}

/** DynamoDB was too busy to read. The message goes back to the queue and is tried again. */
export class BusyError extends WireroomError {
  readonly code = 'BUSY';
}

/** Other writers were quicker at each attempt. The message goes back to the queue; the next attempt finds their result. */
export class ContentionError extends WireroomError {
  readonly code = 'CONTENTION';
}

/** The function's time is up. The work can't be continued, only repeated. */
export class DeadlineError extends WireroomError {
  readonly code = 'DEADLINE';
}

/** The process that reads documents doesn't start: a fault of the deployment, or too little memory. */
export class ReaderError extends WireroomError {
  readonly code = 'READER';
}
