/** Resources and outputs of a queue with a dead-letter queue, which a function consumes. */
export function consumedQueue(
  functionId: string,
  options: { readonly fifo?: boolean; readonly maxReceiveCount?: number; readonly mapping?: object } = {},
) {
  const fifo = options.fifo ? { FifoQueue: true } : {};
  return {
    resources: {
      DeadLetters: { Type: 'AWS::SQS::Queue', Properties: fifo },
      Work: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          ...fifo,
          VisibilityTimeout: 2,
          RedrivePolicy: {
            deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] },
            maxReceiveCount: options.maxReceiveCount ?? 2,
          },
        },
      },
      WorkMapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] },
          FunctionName: { Ref: functionId },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ...options.mapping,
        },
      },
    },
    outputs: {
      work: { Ref: 'Work' },
      deadLetters: { Ref: 'DeadLetters' },
      deadLettersArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] },
    },
  };
}

/** Resources and outputs of a table with a stream and a TTL, which a function consumes, with an on-failure queue. */
export function consumedTable(functionId: string, mapping: object = {}) {
  return {
    resources: {
      Notes: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      },
      Discarded: { Type: 'AWS::SQS::Queue' },
      NotesMapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Notes', 'StreamArn'] },
          FunctionName: { 'Fn::GetAtt': [functionId, 'Arn'] },
          StartingPosition: 'TRIM_HORIZON',
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Discarded', 'Arn'] } } },
          ...mapping,
        },
      },
    },
    outputs: { notes: { Ref: 'Notes' }, discarded: { Ref: 'Discarded' } },
  };
}
