/**
 * Resource types that have no meaning on one machine, so they are left out without a word. Everything that is neither
 * here nor run is reported as unsupported.
 */
const withoutLocalMeaning: ReadonlySet<string> = new Set([
  // Permissions: nothing here asks for any. The template tests check them.
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Permission',
  'AWS::SQS::QueuePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
  // Observation: logs come through the runtime's own callbacks, and there are no metrics to alarm on.
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  // Only alarms publish to topics in this project.
  'AWS::SNS::Topic',
  'AWS::SNS::Subscription',
  // Deployment: CDK's own bookkeeping, versions and names of groups.
  'AWS::CDK::Metadata',
  'AWS::Lambda::Version',
  'AWS::Scheduler::ScheduleGroup',
  // How asynchronous invocations are retried: here a schedule invokes its target once, and its next time is the retry.
  'AWS::Lambda::EventInvokeConfig',
  // Empties buckets when a stack is deleted.
  'Custom::S3AutoDeleteObjects',
]);

export const hasNoLocalMeaning = (type: string): boolean => withoutLocalMeaning.has(type);
