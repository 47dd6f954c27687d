import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';

/** The response of payload format 2.0. Source: AWS, "Invoking Lambda function URLs", response payload format. */
const responseSchema = v.object({
  statusCode: v.number(),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
});

/** Media types whose bodies AWS hands over as text. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.+-]+\+(?:json|xml))\b)/i;

/**
 * Makes the event of payload format 2.0.
 * Source: AWS, "Invoking Lambda function URLs": https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export function functionUrlEvent(request: IncomingMessage, body: Buffer): unknown {
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

/** Answers with what the function returned. A payload that isn't of the response format is the body of a 200. */
export function sendFunctionResponse(response: ServerResponse, payload: unknown): void {
  const returned = v.safeParse(responseSchema, payload);
  if (!returned.success) {
    sendText(response, 200, JSON.stringify(payload));
    return;
  }
  const { statusCode, headers, body, isBase64Encoded } = returned.output;
  response.writeHead(
    statusCode,
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  );
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(text);
}
