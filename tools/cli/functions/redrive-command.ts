import { GetQueueAttributesCommand, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { Argument, type Command } from 'commander';
import { type Deployment, type Target, withDeployment } from '../deployment.ts';
import { print } from '../output.ts';
import { addTargetOptions } from '../target-options.ts';

const DEAD_LETTERS = { items: 'ItemDeadLetterQueueUrl', polls: 'PollDeadLetterQueueUrl' } as const;
export type RedriveQueue = keyof typeof DEAD_LETTERS;

export function addRedriveCommand(program: Command): void {
  addTargetOptions(
    program
      .command('redrive')
      .description('move the dead letters of a queue back to it')
      .addArgument(new Argument('<queue>', 'the queue').choices(Object.keys(DEAD_LETTERS))),
  ).action(async (queue: RedriveQueue, { json, ...target }: Target & { readonly json?: boolean }) => {
    await withDeployment(target, async (deployment) => {
      const { arn, messages } = await deadLetters(deployment, queue);
      if (messages > 0) await deployment.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn }));
      print(json, { queue, messages }, () =>
        messages === 0
          ? `There are no dead letters in ${queue}.`
          : `${messages} dead letters of ${queue} go back to their queue.`,
      );
    });
  });
}

/** Returns the ARN of a queue's dead-letter queue, and its approximate number of messages. */
export async function deadLetters(
  { sqs, output }: Deployment,
  queue: RedriveQueue,
): Promise<{ readonly arn: string; readonly messages: number }> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: output(DEAD_LETTERS[queue]),
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
    }),
  );
  return { arn: Attributes?.QueueArn ?? '', messages: Number(Attributes?.ApproximateNumberOfMessages ?? 0) };
}
