import { TemplateError } from '../template/errors.ts';
import { ACCOUNT_ID, type Stack } from '../template/stack.ts';
import type { InvokeResult } from './function-instance.ts';
import type { Invoker } from './invoker.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { parseScheduleExpression, scheduleEvent, scheduleSchema, startTimer } from './schedule.ts';

export interface Schedule {
  /** Invokes the target once. @param scheduledAt the due time. @default now */
  fire(scheduledAt?: Date): Promise<InvokeResult>;
  /** Starts to fire by the expression, until the returned function is called. */
  startTimer(onProblem: (error: unknown) => void): () => void;
}

/** Returns the enabled schedules of the stack. */
export function provisionSchedules(
  stack: Stack,
  functions: ReadonlyMap<string, LambdaFunction>,
  invoker: Invoker,
): readonly Schedule[] {
  return stack.idsOf('AWS::Scheduler::Schedule').flatMap((logicalId) => {
    const { State, Target, ScheduleExpression } = stack.properties(logicalId, scheduleSchema);
    const target = [...functions.values()].find(({ arn }) => arn === Target.Arn);
    if (target === undefined) throw new TemplateError(`${logicalId} has a target that is no function of the stack.`);
    const due = parseScheduleExpression(ScheduleExpression, logicalId);
    if (State === 'DISABLED') return [];
    const arn = `arn:aws:scheduler:${stack.region}:${ACCOUNT_ID}:schedule/default/${logicalId}`;
    const fire = (scheduledAt = new Date()): Promise<InvokeResult> => {
      const event = scheduleEvent(Target.Input, { arn, region: stack.region, accountId: ACCOUNT_ID, scheduledAt });
      return invoker.invoke(target, event, { trigger: 'schedule', records: 1 });
    };
    return [
      { fire, startTimer: (onProblem) => startTimer(due, (scheduledAt) => void fire(scheduledAt).catch(onProblem)) },
    ];
  });
}
