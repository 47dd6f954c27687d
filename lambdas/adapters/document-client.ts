/**
 * lib-dynamodb's document client without its middleware. lib-dynamodb puts two middlewares into each command, so that the SDK has
 * to build the chain of all middlewares again for each call. Here the values are converted before and after the call, and the
 * SDK keeps one chain for each kind of command (`cacheMiddleware`): docs/decisions/sdk.md has what that saves.
 */
import {
  type AttributeValue,
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand as PlainQueryCommand,
  ScanCommand as PlainScanCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** The input or output of a command, or a part of it: its members have the types of AWS, its items their own. */
type Members = Readonly<Record<string, unknown>>;
type Item = Members;
type PlainItem = Record<string, AttributeValue>;

/** Sends the commands of lib-dynamodb that are in `PLAIN`. Undefined values of items are left out. */
export class CachingDocumentClient extends DynamoDBDocumentClient {
  constructor(client: DynamoDBClient) {
    super(client);
    // lib-dynamodb's own commands must not be cached, so its constructor refuses the setting; `send` passes on plain ones only.
    this.config.cacheMiddleware = true;
  }

  /** @throws {TypeError} if the command isn't in `PLAIN`: a fault of the code */
  override send = (async (command: { readonly input: Members }, ...options: never[]) => {
    const plain = PLAIN.get(command.constructor);
    if (plain === undefined)
      throw new TypeError(`${command.constructor.name} has no plain form in document-client.ts.`);
    return fromPlain((await super.send(plain(command.input) as never, ...options)) as Members);
  }) as DynamoDBDocumentClient['send'];
}

/** For each command of lib-dynamodb, the maker of the command that DynamoDB's client sends in its place. */
const PLAIN = new Map<unknown, (input: Members) => object>([
  [GetCommand, (input) => new GetItemCommand(toPlain(input) as never)],
  [PutCommand, (input) => new PutItemCommand(toPlain(input) as never)],
  [UpdateCommand, (input) => new UpdateItemCommand(toPlain(input) as never)],
  [DeleteCommand, (input) => new DeleteItemCommand(toPlain(input) as never)],
  [QueryCommand, (input) => new PlainQueryCommand(toPlain(input) as never)],
  [ScanCommand, (input) => new PlainScanCommand(toPlain(input) as never)],
  [BatchGetCommand, (input) => new BatchGetItemCommand(toPlain(input) as never)],
  [TransactWriteCommand, (input) => new TransactWriteItemsCommand(toPlain(input) as never)],
]);

/** Converts members by their names; the others stay. */
const convertMembers =
  (conversions: Readonly<Record<string, (value: never) => unknown>>) =>
  (members: Members): Members => {
    const converted: Record<string, unknown> = { ...members };
    for (const [name, convert] of Object.entries(conversions))
      if (converted[name] !== undefined) converted[name] = convert(converted[name] as never);
    return converted;
  };

const each =
  <T>(convert: (value: T) => unknown) =>
  (values: readonly T[]): unknown[] =>
    values.map(convert);

/** Of a map with table names or kinds of writes as its keys. */
const eachValue =
  <T>(convert: (value: T) => unknown) =>
  (values: Readonly<Record<string, T>>): Members =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, convert(value)]));

const toPlainItem = (item: Item): PlainItem => marshall(item, { removeUndefinedValues: true });
const fromPlainItem = (item: PlainItem): Item => unmarshall(item);

const plainOfWrite = convertMembers({ Key: toPlainItem, Item: toPlainItem, ExpressionAttributeValues: toPlainItem });
const toPlain = convertMembers({
  Key: toPlainItem,
  Item: toPlainItem,
  ExpressionAttributeValues: toPlainItem,
  ExclusiveStartKey: toPlainItem,
  RequestItems: eachValue(convertMembers({ Keys: each(toPlainItem) })),
  TransactItems: each(eachValue(plainOfWrite)),
});
const fromPlain = convertMembers({
  Item: fromPlainItem,
  Items: each(fromPlainItem),
  Attributes: fromPlainItem,
  LastEvaluatedKey: fromPlainItem,
  Responses: eachValue(each(fromPlainItem)),
  UnprocessedKeys: eachValue(convertMembers({ Keys: each(fromPlainItem) })),
});
