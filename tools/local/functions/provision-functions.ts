/**
 * The functions of the template. In: the bundles of the assembly and the emulators' endpoints. Out: functions that an
 * event source, a schedule or a URL invokes (`invoker.ts`). A function (`lambda-function.ts`) keeps warm instances. An
 * instance (`function-instance.ts`) is a process that gets its events over the Lambda Runtime API (`runtime-api.ts`).
 */
import * as v from 'valibot';
import type { Emulators } from '../emulators/emulators.ts';
import type { Assembly } from '../template/assembly.ts';
import { ACCOUNT_ID, type Stack } from '../template/stack.ts';
import { createLambdaFunction, type LambdaFunction } from './lambda-function.ts';

/** Properties of `AWS::Lambda::Function`, with CloudFormation's defaults. */
const functionSchema = v.object({
  FunctionName: v.optional(v.string()),
  Handler: v.string(),
  Runtime: v.pipe(v.string(), v.startsWith('nodejs', 'only Node.js functions run locally')),
  Code: v.object({ S3Key: v.string('inline code does not run locally: use an asset') }),
  Timeout: v.optional(v.number(), 3),
  MemorySize: v.optional(v.number(), 128),
  ReservedConcurrentExecutions: v.optional(v.number()),
  Environment: v.optional(v.object({ Variables: v.optional(v.record(v.string(), v.string()), {}) })),
  LoggingConfig: v.optional(
    v.object({
      LogGroup: v.optional(v.string()),
      LogFormat: v.optional(v.picklist(['Text', 'JSON'])),
      ApplicationLogLevel: v.optional(v.string()),
    }),
  ),
});
const nameSchema = v.object({ FunctionName: v.optional(v.string()) });
type FunctionProperties = v.InferOutput<typeof functionSchema>;

/** Max instances of a function, even if the template allows more, because a laptop has few cores. */
export const LOCAL_CONCURRENCY = 4;

export interface FunctionOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (functionName: string, line: string) => void;
}

/** Returns the stack's functions by logical id. No process starts before a function's first event. */
export function provisionFunctions(
  stack: Stack,
  assembly: Assembly,
  emulators: Emulators,
  options: FunctionOptions,
): ReadonlyMap<string, LambdaFunction> {
  const ids = stack.idsOf('AWS::Lambda::Function');
  const arnOf = (name: string): string => `arn:aws:lambda:${stack.region}:${ACCOUNT_ID}:function:${name}`;
  // All names come first, because a function's environment may name another function.
  for (const logicalId of ids) {
    const name = stack.properties(logicalId, nameSchema).FunctionName ?? logicalId;
    stack.enter(logicalId, { ref: name, attributes: { Arn: arnOf(name) } });
  }
  return new Map(
    ids.map((logicalId) => {
      const properties = stack.properties(logicalId, functionSchema);
      const name = properties.FunctionName ?? logicalId;
      const code = assembly.assetDirectory(properties.Code.S3Key);
      const environment = {
        ...lambdaEnvironment(name, code, properties, emulators),
        ...properties.Environment?.Variables,
        ...options.environment,
      };
      const { Timeout: timeoutSeconds, MemorySize: memoryMegabytes } = properties;
      const concurrency = Math.min(properties.ReservedConcurrentExecutions ?? LOCAL_CONCURRENCY, LOCAL_CONCURRENCY);
      const definition = { name, arn: arnOf(name), code, timeoutSeconds, memoryMegabytes, environment };
      return [logicalId, createLambdaFunction(definition, concurrency, (line) => options.onLine(name, line))];
    }),
  );
}

/** The variables that Lambda sets. Source: AWS, "Using Lambda environment variables", defined runtime variables. */
function lambdaEnvironment(
  name: string,
  code: string,
  { Handler, MemorySize, Runtime, LoggingConfig }: FunctionProperties,
  { endpoints, secretsEndpoint, region, credentials }: Emulators,
): Record<string, string> {
  const log = {
    AWS_LAMBDA_LOG_GROUP_NAME: LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    ...(LoggingConfig?.LogFormat === undefined ? {} : { AWS_LAMBDA_LOG_FORMAT: LoggingConfig.LogFormat }),
    ...(LoggingConfig?.ApplicationLogLevel === undefined
      ? {}
      : { AWS_LAMBDA_LOG_LEVEL: LoggingConfig.ApplicationLogLevel }),
  };
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    _HANDLER: Handler,
    LAMBDA_TASK_ROOT: code,
    AWS_EXECUTION_ENV: `AWS_Lambda_${Runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    ...log,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...credentialsOf(credentials),
    AWS_EC2_METADATA_DISABLED: 'true',
    // Calls of other services must not reach AWS: the queue server refuses the calls that it doesn't know.
    AWS_ENDPOINT_URL: endpoints.sqs,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsEndpoint,
  };
}

function credentialsOf(local: Emulators['credentials']): Record<string, string> {
  if (local !== undefined) {
    return { AWS_ACCESS_KEY_ID: local.accessKeyId, AWS_SECRET_ACCESS_KEY: local.secretAccessKey };
  }
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
