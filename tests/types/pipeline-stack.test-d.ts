import type { StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { describe, expectTypeOf, it } from 'vitest';
import type { PipelineStack, PipelineStackProps } from '../../lib/pipeline-stack.ts';
import type { Settings } from '../../lib/settings.ts';

describe('PipelineStack', () => {
  it('needs no props', () => {
    type Parameters = ConstructorParameters<typeof PipelineStack>;
    expectTypeOf<[Construct, string]>().toExtend<Parameters>();
    expectTypeOf<Parameters[2]>().toEqualTypeOf<PipelineStackProps | undefined>();
  });

  it('takes the props of a CDK stack, and any of the settings', () => {
    expectTypeOf<PipelineStackProps>().toExtend<StackProps>();
    expectTypeOf<PipelineStackProps['settings']>().toEqualTypeOf<Partial<Settings> | undefined>();
  });

  it('refuses a setting that does not exist', () => {
    expectTypeOf<{ readonly pollFlorMinutes: number }>().not.toExtend<Partial<Settings>>();
  });

  it('exposes the Articles table and the Bodies bucket to consumers', () => {
    expectTypeOf<PipelineStack['articles']>().toExtend<ITable>();
    expectTypeOf<PipelineStack['bodies']>().toEqualTypeOf<Bucket>();
  });
});
