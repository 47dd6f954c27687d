/**
 * The CDK app. `npx cdk deploy` runs it with the context of cdk.json and `-c`; `node bin/app.ts` works as well, with
 * CDK_OUTDIR and CDK_CONTEXT_JSON in the environment.
 */
import { App, Validations } from 'aws-cdk-lib';
import { parseSettings, SettingsError, settingsInContext } from '../lib/parse-settings.ts';
import { PipelineStack } from '../lib/pipeline-stack.ts';

const app = new App();
// CDK_VALIDATION is CDK's switch for its checks of the template. `npm start` turns these checks and cdk-nag off.
if (process.env['CDK_VALIDATION'] !== 'false') {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}

/** Checked below by CloudFormation's rule for a stack's name. */
const stackName: unknown = app.node.tryGetContext('stackName') ?? 'Wireroom';

try {
  if (typeof stackName !== 'string' || !/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(stackName)) {
    throw new SettingsError(['stackName must begin with a letter and have only letters, digits and hyphens']);
  }
  new PipelineStack(app, stackName, { settings: parseSettings(settingsInContext(app.node)) });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  // Exit now, because CDK would synthesize at the end of the process.
  process.exit(1);
}
