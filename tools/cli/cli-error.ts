/** The command line's exit codes. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notFound: 3 } as const;

/** A failure that a person can fix: one sentence that says what to do, and the exit code. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
