/**
 * Conditional writes of one item. If the answer to a write is lost, the SDK sends the write again, and the second write
 * fails its own condition. So when a repeated write fails, the stored item tells whether the first one had succeeded.
 * A transaction needs no such look: the SDK gives it a `ClientRequestToken`, by which DynamoDB recognises a repetition
 * for ten minutes. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DeleteCommandInput,
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type ConditionalUpdate, conditionalUpdate } from './conditional-update.ts';

type Attributes = Readonly<Record<string, unknown>>;

const ALL_OLD = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

/** Resolves to whether the update was made: false if its condition didn't hold. */
export const updateIf = (client: DynamoDBDocumentClient, update: ConditionalUpdate): Promise<boolean> =>
  holds(client.send(new UpdateCommand({ ...conditionalUpdate(update), ...ALL_OLD })), (stored) =>
    agree(stored, update.attributes),
  );

/** Resolves to whether the item was put: false if its condition didn't hold. */
export const putIf = (client: DynamoDBDocumentClient, put: PutCommandInput): Promise<boolean> =>
  holds(client.send(new PutCommand({ ...put, ...ALL_OLD })), (stored) => agree(stored, put.Item ?? {}));

/** Resolves to whether the item was deleted: false if its condition didn't hold. */
export const deleteIf = (client: DynamoDBDocumentClient, request: DeleteCommandInput): Promise<boolean> =>
  holds(client.send(new DeleteCommand({ ...request, ...ALL_OLD })), (stored) => stored === undefined);

/** @param isOwn whether the item that is stored after a failed condition is as this write leaves it */
async function holds(write: Promise<unknown>, isOwn: (stored: Attributes | undefined) => boolean): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // A write that was sent once has failed because of another writer, even if both wanted the same.
    const wasRepeated = (error.$metadata.attempts ?? 1) > 1;
    return wasRepeated && isOwn(error.Item && unmarshall(error.Item));
  }
}

/** Whether an item has these attributes with these values, and lacks those that are undefined. */
function agree(stored: Attributes | undefined, attributes: Attributes): boolean {
  if (stored === undefined) return false;
  const written: Attributes = unmarshall(marshall(attributes, { removeUndefinedValues: true }));
  return Object.keys(attributes).every((name) =>
    isDeepStrictEqual(comparable(written[name]), comparable(stored[name])),
  );
}

/** Bytes that were written are a Buffer, and bytes that were read are an Uint8Array. */
const comparable = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value) : value);
