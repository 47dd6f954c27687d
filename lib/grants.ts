import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/**
 * Grants exactly `actions` on `resources`. CDK's `grantReadWriteData` and similar methods grant a dozen more actions.
 */
export function grant(grantee: IGrantable, actions: readonly string[], ...resources: readonly string[]): void {
  Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [...resources] }).assertSuccess();
}

/** Grants `actions` on the objects of `bucket` whose keys begin with `prefix`. */
export function grantObjects(grantee: IFunction, actions: readonly string[], bucket: Bucket, prefix: string): void {
  grant(grantee, actions, bucket.arnForObjects(`${prefix}*`));
  const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement);
  Validations.of(grantee.role ?? grantee).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
    reason: `The keys under ${prefix} are hashes of content, unknown when the policy is written; the prefix is the bound.`,
  });
}
