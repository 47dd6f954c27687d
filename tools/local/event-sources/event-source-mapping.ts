import * as v from 'valibot';
import { filterCriteriaSchema } from './event-filter.ts';

/** Properties of `AWS::Lambda::EventSourceMapping`, for queues and streams. */
export const eventSourceMappingSchema = v.object({
  EventSourceArn: v.string(),
  FunctionName: v.string(),
  Enabled: v.optional(v.boolean(), true),
  BatchSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
  MaximumBatchingWindowInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(300)), 0),
  FunctionResponseTypes: v.optional(v.array(v.literal('ReportBatchItemFailures')), []),
  FilterCriteria: v.optional(filterCriteriaSchema),
  ScalingConfig: v.optional(
    v.object({ MaximumConcurrency: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(1000))) }),
  ),
  StartingPosition: v.optional(v.picklist(['TRIM_HORIZON', 'LATEST'])),
  BisectBatchOnFunctionError: v.optional(v.boolean(), false),
  /** −1: no limit. */
  MaximumRetryAttempts: v.optional(v.pipe(v.number(), v.minValue(-1), v.maxValue(10_000)), -1),
  MaximumRecordAgeInSeconds: v.optional(
    v.pipe(
      v.number(),
      v.check((age) => age === -1 || (age >= 60 && age <= 604_800), 'must be -1 or from 60 to 604800 seconds'),
    ),
    -1,
  ),
  DestinationConfig: v.optional(v.object({ OnFailure: v.optional(v.object({ Destination: v.string() })) })),
});

export type EventSourceMapping = v.InferOutput<typeof eventSourceMappingSchema>;

/** A running event source mapping. */
export interface EventSource {
  /** Resolves when every record that the source holds now is handled, or when the source is stopped. */
  caughtUp(): Promise<void>;
  /** Reads no more, and resolves when the running invocations have ended. */
  stop(): Promise<void>;
}
