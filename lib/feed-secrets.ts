import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { grant } from './grants.ts';

/**
 * The secrets of private feeds lie in Secrets Manager under the stack's name: `Wireroom/feeds/NAME`. An operator makes them, and no
 * deployment creates, changes or deletes one (docs/polling.md).
 */
export const feedSecretsPrefix = (scope: Construct): string => `${Stack.of(scope).stackName}/feeds/`;

/** Lets a function read these secrets and no others. */
export function grantFeedSecrets(grantee: IFunction): void {
  const prefix = feedSecretsPrefix(grantee);
  const secrets = Stack.of(grantee).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${prefix}*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  grant(grantee, ['secretsmanager:GetSecretValue'], secrets);
  Validations.of(grantee.role ?? grantee).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${prefix}*]`,
    reason: 'The names of the credentials are chosen after the deployment; the prefix is the bound.',
  });
}
