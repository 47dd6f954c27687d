/** Mutants that change nothing which anybody could observe. Each says why; a survivor that isn't named here needs a test. */

export interface EqualMutant {
  /** Relative to the project. */
  readonly file: string;
  /** The line that is changed, trimmed. */
  readonly line: string;
  /** The line after the change, trimmed. */
  readonly becomes: string;
  readonly why: string;
}

export const EQUAL_MUTANTS: readonly EqualMutant[] = [];
