import { WireroomError } from '../../../lambdas/core/errors.ts';

/** An emulator that the local runtime needs can't be started, or refuses a call. */
export class EmulatorError extends WireroomError {
  readonly code = 'EMULATOR';
}
