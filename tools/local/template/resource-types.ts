/**
 * Resource types that have no meaning on one machine. The runtime leaves them out silently. A type that is neither
 * listed here nor run is reported as unsupported.
 */
const withoutLocalMeaning: ReadonlySet<string> = new Set([
  // Permissions: the emulators check none. The template tests do.
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Permission',
  'AWS::SQS::QueuePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
  // Observation: logs come through the runtime's callbacks, and there are no metrics to alarm on.
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  // Only alarms publish to topics in this project.
  'AWS::SNS::Topic',
  'AWS::SNS::Subscription',
  // Deployment: CDK's metadata, versions and names of groups.
  'AWS::CDK::Metadata',
  'AWS::Lambda::Version',
  'AWS::Scheduler::ScheduleGroup',
  // Retries of asynchronous invocations: a local schedule invokes its target once, and its next time is the retry.
  'AWS::Lambda::EventInvokeConfig',
  // Empties buckets when a stack is deleted.
  'Custom::S3AutoDeleteObjects',
]);

export const hasNoLocalMeaning = (type: string): boolean => withoutLocalMeaning.has(type);
