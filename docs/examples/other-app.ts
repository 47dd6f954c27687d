/** Your consumer in another CDK app: it finds the table by the stream's ARN, an output of the Wireroom stack. */
import { type App, Stack } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ArticleCounts } from './article-counts.ts';

export function otherApp(app: App, articlesStreamArn: string): Stack {
  const stack = new Stack(app, 'Counts');
  const articles = Table.fromTableAttributes(stack, 'Articles', {
    tableArn: articlesStreamArn.replace(/\/stream\/.*$/, ''),
    tableStreamArn: articlesStreamArn,
  });
  new ArticleCounts(stack, 'ArticleCounts', { articles });
  return stack;
}
