/** Our own faults. What publishers do wrong is an outcome, never an error (see docs/architecture.md). */
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

/** A queue message that doesn't parse. It is retried and then dead-lettered, so nothing is lost. */
export class MessageError extends WireroomError {
  readonly code = 'MESSAGE';
}

/** Some messages of a batch were not accepted by SQS, after retries. */
export class SendError extends WireroomError {
  readonly code = 'SEND';
  /** Their positions among the messages that were to be sent. */
  readonly refused: readonly number[];
  constructor(queue: string, refused: readonly { readonly position: number; readonly reason: string }[]) {
    super(`${queue} did not accept ${refused.length} message(s): ${refused.map(({ reason }) => reason).join(', ')}`);
    this.refused = refused.map(({ position }) => position);
  }
}

/** DynamoDB was too busy to read; the message is handed back and tried again. */
export class BusyError extends WireroomError {
  readonly code = 'BUSY';
}

/** Concurrent writers kept winning; the message is handed back and will find the settled state. */
export class ContentionError extends WireroomError {
  readonly code = 'CONTENTION';
}

/** Time is up, and what was begun can't be continued, only done again. */
export class DeadlineError extends WireroomError {
  readonly code = 'DEADLINE';
}
