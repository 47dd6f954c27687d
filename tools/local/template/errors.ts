import { WireroomError } from '../../../lambdas/core/errors.ts';

/** The template or the cloud assembly asks for something that can't be run as it stands. */
export class TemplateError extends WireroomError {
  readonly code = 'TEMPLATE';
}

/** The CDK app failed. The message holds the app's error output. */
export class SynthesisError extends WireroomError {
  readonly code = 'SYNTHESIS';
}
