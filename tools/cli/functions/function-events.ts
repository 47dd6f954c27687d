/** The schema of each function's event, as far as the function relies on it. An event by hand is checked against it. */
import * as v from 'valibot';
import type { FunctionName } from '../../../lib/function-bundle.ts';

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
const sqsEvent = v.object({
  Records: v.array(
    v.object({
      messageId: v.string(),
      receiptHandle: v.string(),
      body: v.string(),
      attributes: v.object({ ApproximateReceiveCount: v.string(), MessageGroupId: v.optional(v.string()) }),
    }),
  ),
});

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
const streamEvent = v.object({
  Records: v.array(
    v.object({
      eventID: v.string(),
      eventName: v.picklist(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: v.object({
        ApproximateCreationDateTime: v.number(),
        Keys: v.record(v.string(), v.unknown()),
        SequenceNumber: v.string(),
      }),
    }),
  ),
});

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
const urlEvent = v.object({
  rawPath: v.string(),
  rawQueryString: v.string(),
  headers: v.record(v.string(), v.string()),
  requestContext: v.object({ http: v.object({ method: v.string() }) }),
});

/** The input of the function's schedule (lib/article-rechecks.ts) with its context attribute filled in. */
const scheduledRun = v.object({ scheduledTime: v.pipe(v.string(), v.isoTimestamp()) });

/** `undefined`: the function doesn't read its event, so any event is valid. */
const SCHEMAS: Readonly<Record<FunctionName, v.GenericSchema | undefined>> = {
  'schedule-polls': undefined,
  'poll-feed': sqsEvent,
  'ingest-item': sqsEvent,
  'schedule-rechecks': scheduledRun,
  'websub-callback': urlEvent,
  'print-events': streamEvent,
};

export const needsEvent = (name: FunctionName): boolean => SCHEMAS[name] !== undefined;

/** Returns the file with a sample event of the function. */
export const sampleEvent = (name: FunctionName): string => `docs/events/${name}.json`;

/** Returns how an event differs from Lambda's, or undefined. */
export function eventProblem(name: FunctionName, event: unknown): string | undefined {
  const schema = SCHEMAS[name];
  const result = schema === undefined ? undefined : v.safeParse(schema, event);
  const [issue] = result?.issues ?? [];
  return issue && `${v.getDotPath(issue) ?? 'the event'}: ${issue.message}`;
}
