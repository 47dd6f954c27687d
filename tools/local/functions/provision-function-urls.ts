/** Serves function URLs on the loopback interface. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { TemplateError } from '../template/errors.ts';
import type { Stack } from '../template/stack.ts';
import { functionUrlEvent, sendFunctionResponse, sendText } from './function-url-event.ts';
import type { Invoker } from './invoker.ts';
import type { LambdaFunction } from './lambda-function.ts';

const urlSchema = v.object({
  TargetFunctionArn: v.string(),
  AuthType: v.literal('NONE', 'only function URLs without authorization are served locally'),
  InvokeMode: v.optional(v.literal('BUFFERED', 'response streaming is not served locally'), 'BUFFERED'),
});

/** Max size of a request body. Source: AWS, "Lambda quotas", invocation payload. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;

interface Invocables {
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly invoker: Invoker;
}

export interface FunctionUrls {
  /** Connects the URLs to their functions. Requests that came before this call wait for it. @throws {TemplateError} */
  serve(functions: ReadonlyMap<string, LambdaFunction>, invoker: Invoker): void;
  stop(): Promise<void>;
}

/** Opens a port for each function URL of the stack, and enters the URL's address. */
export async function provisionFunctionUrls(stack: Stack): Promise<FunctionUrls> {
  const ready = Promise.withResolvers<Invocables>();
  const open = stack.idsOf('AWS::Lambda::Url').map(async (logicalId) => {
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { functions, invoker } = await ready.promise;
      const body = await buffer(request);
      if (body.length > MAX_BODY_BYTES) return sendText(response, 413, 'Request Too Long');
      const target = targetOf(stack, logicalId, functions);
      const result = await invoker.invoke(target, functionUrlEvent(request, body), { trigger: 'url', records: 1 });
      if (result.outcome !== 'success') return sendText(response, 502, 'Internal Server Error');
      sendFunctionResponse(response, result.payload);
    };
    const server = createServer((request, response) => {
      answer(request, response).catch((error) => sendText(response, 502, String(error)));
    });
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
