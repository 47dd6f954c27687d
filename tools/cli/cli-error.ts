/** What the command line's exit codes mean. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notFound: 3 } as const;

/** An end that a person can mend: one sentence that says what to do, and the exit code. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
