import { Duration, Stack } from 'aws-cdk-lib';
import { type FunctionUrl, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { encodeEnvironment } from '../lambdas/core/env.ts';
import { websubCallbackEnvironment } from '../lambdas/websub-callback/config.ts';
import { grant } from './grants.ts';
import { NodeFunction } from './node-function.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage.ts';
import type { WorkQueue } from './work-queue.ts';

export interface WebSubProps {
  readonly storage: Storage;
  /** The queue for feeds whose hub has announced news. */
  readonly polls: WorkQueue;
  readonly settings: Settings;
}

/**
 * The key that the paths of the callback are sealed with. CloudFormation gives each stack a UUID, which nobody outside the
 * account sees. Whoever guesses it can make a call cost a read, and no more: the token and the signature are random.
 */
export const callbackKey = (scope: Construct): string => Stack.of(scope).stackId;

/** The callback of WebSub hubs: announcement → `websub-callback` → Polls queue (docs/decisions/websub.md). */
export class WebSub extends Construct {
  readonly websubCallback: NodeFunction;
  /** The public URL. A hub authenticates itself by the secret end of the path, and by its signature. */
  readonly url: FunctionUrl;

  constructor(scope: Construct, id: string, { storage, polls, settings }: WebSubProps) {
    super(scope, id);
    this.websubCallback = new NodeFunction(this, 'WebsubCallback', {
      source: 'websub-callback',
      description: 'Answers WebSub hubs, and polls the feeds that they announce news of',
      timeout: Duration.seconds(10),
      memorySize: 256,
      settings,
      environment: encodeEnvironment(websubCallbackEnvironment, {
        FEEDS_TABLE_NAME: storage.feeds.tableName,
        POLL_QUEUE_URL: polls.queue.queueUrl,
        WEBSUB_CALLBACK_KEY: callbackKey(this),
      }),
      reservedConcurrency: settings.webSubConcurrency || undefined,
    });
    grant(this.websubCallback, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], storage.feeds.tableArn);
    polls.grantSend(this.websubCallback);
    this.url = this.websubCallback.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  }
}
