/** A made-up account behind one endpoint: the answers of CloudFormation, DynamoDB, Lambda and CloudWatch to `wireroom cost`. */
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { loopbackServer } from './loopback-server.ts';

export interface Account {
  /** ISO 8601, of the stack `Wireroom`. */
  readonly created: string;
  /** Logical id, type, physical id. */
  readonly resources: readonly (readonly [string, string, string])[];
  /** The `Table` of DescribeTable, by name. */
  readonly tables: Readonly<Record<string, object>>;
  /** Megabytes and service, by name. */
  readonly functions: Readonly<Record<string, readonly [megabytes: number, service?: string]>>;
  /** The values by hour of a metric, by `seriesName`. */
  readonly series: Readonly<Record<string, readonly number[]>>;
  /** Metrics of the namespace Wireroom: name and service. */
  readonly custom: readonly (readonly [string, string])[];
  /** Changes an answer of CloudWatch or DynamoDB; `__type` makes it an error. */
  readonly change?: (operation: string, answer: object) => object;
}

interface Query {
  readonly Id: string;
  readonly MetricStat: { readonly Metric: { MetricName: string; Dimensions: { Name: string; Value: string }[] } };
}

export interface MetricDataRequest {
  readonly MetricDataQueries: readonly Query[];
  readonly StartTime: number;
  readonly EndTime: number;
  readonly NextToken?: string;
}

/** Values of one page of GetMetricData. CloudWatch's limit is 100,800. */
const VALUES_OF_PAGE = 50;

/** Sets the environment to this account until the test ends. @returns the requests of GetMetricData */
export async function awsAccount(account: Account): Promise<{ readonly requests: readonly MetricDataRequest[] }> {
  const requests: MetricDataRequest[] = [];
  const { origin } = await loopbackServer(async (request, response) => {
    const body = await text(request);
    const operation =
      String(request.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1) ?? '';
    const [, functionName] = /^\/2015-03-31\/functions\/([^/]+)\/configuration$/.exec(request.url ?? '') ?? [];
    if (functionName !== undefined) {
      const [MemorySize, service] = account.functions[functionName] ?? [];
      const Variables = service === undefined ? {} : { POWERTOOLS_SERVICE_NAME: service };
      response.end(JSON.stringify({ FunctionName: functionName, MemorySize, Environment: { Variables } }));
    } else if (operation === '') {
      const { status, xml } = cloudFormation(account, new URLSearchParams(body));
      response.writeHead(status, { 'content-type': 'text/xml' });
      response.end(xml);
    } else {
      const asked = JSON.parse(body);
      if (operation === 'GetMetricData') requests.push(asked);
      const answered = (account.change ?? ((_, answer) => answer))(operation, answers(account, operation, asked));
      response.writeHead('__type' in answered ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answered));
    }
  });
  const environment = {
    AWS_ENDPOINT_URL: origin,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_MAX_ATTEMPTS: '1',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return { requests };
}

function answers({ tables, series, custom }: Account, operation: string, asked: unknown): object {
  if (operation === 'DescribeTable') return { Table: tables[(asked as { TableName: string }).TableName] };
  if (operation === 'ListMetrics') {
    return {
      Metrics: custom.map(([MetricName, Value]) => ({
        Namespace: 'Wireroom',
        MetricName,
        Dimensions: [{ Name: 'service', Value }],
      })),
    };
  }
  const { MetricDataQueries, NextToken = '0' } = asked as MetricDataRequest;
  const from = Number(NextToken);
  const all = MetricDataQueries.map((query) => ({ query, values: series[seriesName(query)] ?? [] }));
  const isLast = all.every(({ values }) => values.length <= from + VALUES_OF_PAGE);
  return {
    MetricDataResults: all.map(({ query, values }) => ({
      Id: query.Id,
      Label: query.MetricStat.Metric.MetricName,
      StatusCode: values.length <= from + VALUES_OF_PAGE ? 'Complete' : 'PartialData',
      Timestamps: values.slice(from, from + VALUES_OF_PAGE).map((_, hour) => 1_795_000_000 + hour * 3600),
      Values: values.slice(from, from + VALUES_OF_PAGE),
    })),
    ...(!isLast && { NextToken: String(from + VALUES_OF_PAGE) }),
    Messages: [],
  };
}

/** `Duration of Wireroom-PollFeed`, with the values of all dimensions. */
const seriesName = ({ MetricStat: { Metric } }: Query): string =>
  `${Metric.MetricName} of ${Metric.Dimensions.map(({ Value }) => Value).join(' ')}`;

/** Resources of one page of ListStackResources. CloudFormation's limit is 100. */
const RESOURCES_OF_PAGE = 5;

function cloudFormation({ created, resources }: Account, asked: URLSearchParams): { status: number; xml: string } {
  const action = asked.get('Action');
  const stack = asked.get('StackName');
  if (stack !== 'Wireroom') {
    const message = `Stack with id ${stack} does not exist`;
    const error = `<Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error>`;
    return { status: 400, xml: `<ErrorResponse>${error}</ErrorResponse>` };
  }
  const answer = (members: string): { status: number; xml: string } => ({
    status: 200,
    xml: `<${action}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><${action}Result>${members}</${action}Result></${action}Response>`,
  });
  if (action === 'DescribeStacks') {
    const stackXml = `<StackName>Wireroom</StackName><CreationTime>${created}</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus>`;
    return answer(`<Stacks><member>${stackXml}</member></Stacks>`);
  }
  const from = Number(asked.get('NextToken') ?? 0);
  const members = resources
    .slice(from, from + RESOURCES_OF_PAGE)
    .map(
      ([logical, type, physical]) =>
        `<member><LogicalResourceId>${logical}</LogicalResourceId><ResourceType>${type}</ResourceType>` +
        `<PhysicalResourceId>${physical}</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
    );
  const next = from + RESOURCES_OF_PAGE < resources.length ? `<NextToken>${from + RESOURCES_OF_PAGE}</NextToken>` : '';
  return answer(`<StackResourceSummaries>${members.join('')}</StackResourceSummaries>${next}`);
}
