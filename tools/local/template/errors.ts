import { WireroomError } from '../../../lambdas/core/errors.ts';

/** The template or the cloud assembly asks for something that can't be run as it stands. */
export class TemplateError extends WireroomError {
  readonly code = 'TEMPLATE';
}

/** An emulator that the local runtime needs can't be started. */
export class EmulatorError extends WireroomError {
  readonly code = 'EMULATOR';
}

/** The CDK app failed. The message holds the app's error output. */
export class SynthesisError extends WireroomError {
  readonly code = 'SYNTHESIS';
}
