import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { updateExpression } from './update-expression.ts';

export interface ConditionalUpdate {
  readonly tableName: string;
  readonly key: Readonly<Record<string, string>>;
  /** A value is set; undefined removes the attribute. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly condition: string;
  /** Names in the condition that are reserved words of DynamoDB, by their `#` placeholders. */
  readonly names?: Readonly<Record<string, string>>;
  /** Values in the condition, by their `:` placeholders. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** An UpdateItem request, also valid as a part of a transaction. */
export function conditionalUpdate({ tableName, key, attributes, condition, names, values }: ConditionalUpdate) {
  const update = updateExpression(attributes);
  const all = { ...update.values, ...values };
  return {
    TableName: tableName,
    Key: key,
    UpdateExpression: update.expression,
    ConditionExpression: condition,
    ExpressionAttributeNames: { ...update.names, ...names },
    // DynamoDB refuses an empty map.
    ...(Object.keys(all).length === 0 ? {} : { ExpressionAttributeValues: all }),
  } satisfies UpdateCommandInput;
}
