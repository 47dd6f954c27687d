/** Function URLs on loopback: HTTP requests become events of payload format 2.0, and what the function returns the answer. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { TemplateError } from '../template/errors.ts';
import type { Stack } from '../template/stack.ts';
import type { Invoker } from './invoker.ts';
import type { LambdaFunction } from './lambda-function.ts';

const urlSchema = v.object({
  TargetFunctionArn: v.string(),
  AuthType: v.literal('NONE', 'only function URLs without authorization are served locally'),
  InvokeMode: v.optional(v.literal('BUFFERED', 'response streaming is not served locally'), 'BUFFERED'),
});

/** What a function may return (AWS, "Response payload format 2.0"); anything else is the body of a 200. */
const responseSchema = v.object({
  statusCode: v.number(),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
});

/** Of a request, as on AWS. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;
/** Media types that AWS hands over as text. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.+-]+\+(?:json|xml))\b)/i;

export interface FunctionUrls {
  /** From now on requests reach their functions; those that came before wait. @throws {TemplateError} */
  serve(functions: ReadonlyMap<string, LambdaFunction>, invoker: Invoker): void;
  stop(): Promise<void>;
}

/** Opens a port for each function URL of the stack, and enters its address. */
export async function provisionFunctionUrls(stack: Stack): Promise<FunctionUrls> {
  const ready = Promise.withResolvers<{ functions: ReadonlyMap<string, LambdaFunction>; invoker: Invoker }>();
  const open = stack.idsOf('AWS::Lambda::Url').map(async (logicalId) => {
    const server = createServer((request, response) => {
      answer(request, response).catch((error) => respond(response, 502, String(error)));
    });
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { functions, invoker } = await ready.promise;
      const body = await buffer(request);
      if (body.length > MAX_BODY_BYTES) return respond(response, 413, 'Request Too Long');
      const target = targetOf(stack, logicalId, functions);
      const result = await invoker.invoke(target, eventOf(request, body), { trigger: 'url', records: 1 });
      if (result.outcome !== 'success') return respond(response, 502, 'Internal Server Error');
      const returned = v.safeParse(responseSchema, result.payload);
      if (!returned.success) return respond(response, 200, JSON.stringify(result.payload));
      const { statusCode, headers, body: text, isBase64Encoded } = returned.output;
      response.writeHead(
        statusCode,
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      );
      response.end(Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8'));
    };
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    stack.enter(logicalId, { ref: logicalId, attributes: { FunctionUrl: `http://127.0.0.1:${port}/` } });
    return { logicalId, server };
  });
  const servers = await Promise.all(open);
  return {
    serve(functions, invoker) {
      for (const { logicalId } of servers) targetOf(stack, logicalId, functions);
      ready.resolve({ functions, invoker });
    },
    async stop() {
      await Promise.all(
        servers.map(({ server }) => {
          const closed = new Promise<void>((resolve) => server.close(() => resolve()));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

function targetOf(stack: Stack, logicalId: string, functions: ReadonlyMap<string, LambdaFunction>): LambdaFunction {
  const { TargetFunctionArn } = stack.properties(logicalId, urlSchema);
  const target = [...functions.values()].find(({ arn }) => arn === TargetFunctionArn);
  if (target === undefined) throw new TemplateError(`${logicalId} has a target that is no function of the stack.`);
  return target;
}

function respond(response: ServerResponse, status: number, text: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(text);
}

/** AWS Lambda, "Request payload format 2.0": https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
function eventOf(request: IncomingMessage, body: Buffer): unknown {
  const { method = 'GET', url = '/', headers, socket } = request;
  const [rawPath = '/', rawQueryString = ''] = url.split(/\?(.*)/s, 2);
  const now = new Date();
  const isText = TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}
