/** Your consumer in the same CDK app, in its own stack beside the pipeline. */
import { type App, Stack } from 'aws-cdk-lib';
import { parseSettings, settingsInContext } from '../../lib/parse-settings.ts';
import { PipelineStack } from '../../lib/pipeline-stack.ts';
import { ArticleCounts } from './article-counts.ts';

export function sameApp(app: App): Stack {
  const pipeline = new PipelineStack(app, 'Wireroom', { settings: parseSettings(settingsInContext(app.node)) });
  const stack = new Stack(app, 'Counts');
  new ArticleCounts(stack, 'ArticleCounts', { articles: pipeline.articles });
  return stack;
}
