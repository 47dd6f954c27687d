import { json } from 'node:stream/consumers';
import { loopbackServer } from './loopback-server.ts';

/** Starts a server of an AWS JSON API: it records the bodies of requests and answers with JSON. */
export async function jsonServer(answer: (body: unknown) => object) {
  const requests: unknown[] = [];
  const { origin } = await loopbackServer(async (request, response) => {
    const body = await json(request);
    requests.push(body);
    response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer(body)));
  });
  return { origin, requests };
}
