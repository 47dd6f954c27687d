import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { bundleFunction, type FunctionName, functionDirectory } from './function-bundle.ts';
import type { Settings } from './settings.ts';

export interface NodeFunctionProps {
  /** The function's directory under `lambdas/`, and the service name in its logs and metrics. */
  readonly source: FunctionName;
  readonly description: string;
  /** Encoded with the declaration in the function's `config.ts`, so that a missing variable doesn't compile. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** In MiB. Lambda's share of a CPU grows with the memory. */
  readonly memorySize: number;
  readonly settings: Settings;
  /** Instances that are kept for this function, and its max instances. @default - none are kept */
  readonly reservedConcurrency?: number | undefined;
}

/**
 * A function of this pipeline: Node 24 on arm64, bundled by esbuild, with JSON logs in its own log group. Until more is
 * granted, its role may only write to that log group.
 */
export class NodeFunction extends LambdaFunction {
  readonly source: FunctionName;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const { source, settings } = props;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: settings.logRetentionDays,
      removalPolicy: settings.ephemeral ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    // CDK's default role would have AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);

    super(scope, id, {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(source),
      timeout: props.timeout,
      memorySize: props.memorySize,
      ...(props.reservedConcurrency && { reservedConcurrentExecutions: props.reservedConcurrency }),
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: source,
        POWERTOOLS_METRICS_NAMESPACE: 'Wireroom',
        POWERTOOLS_LOG_LEVEL: settings.logLevel,
      },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Lambda drops log lines below this level, which defaults to INFO, before they reach the log group.
      applicationLogLevelV2: settings.logLevel as ApplicationLogLevel,
    });
    this.source = source;
  }
}

/**
 * Bundles with esbuild in this process. NodejsFunction would start npx for each function (docs/decisions/bundling.md).
 */
const bundledCode = (source: FunctionName) =>
  Code.fromAsset(functionDirectory(source), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-pulled'),
      local: {
        tryBundle: (directory) => {
          bundleFunction(source, directory);
          return true;
        },
      },
    },
  });
