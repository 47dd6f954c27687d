import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { EmulatorError } from '../emulators/emulator-error.ts';

export interface FunctionError {
  readonly errorType: string;
  readonly message: string;
  readonly trace: readonly string[];
}

export type Answer =
  | { readonly kind: 'response'; readonly body: string }
  | { readonly kind: 'error'; readonly error: FunctionError };

export interface Delivery {
  readonly requestId: string;
  readonly functionArn: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly body: string;
}

/** Lambda's side of the Runtime API for one function instance. */
export interface RuntimeApi {
  /** `host:port`, as AWS_LAMBDA_RUNTIME_API has it. */
  readonly address: string;
  /** Resolves with undefined when the instance asks for its first event, or with the error of its initialisation. */
  readonly initialised: Promise<FunctionError | undefined>;
  /** Hands over one event and resolves with the function's answer. Never resolves if the instance dies. */
  deliver(delivery: Delivery): Promise<Answer>;
  close(): Promise<void>;
}

const invocationPath = /^\/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/;

/**
 * Serves the Lambda Runtime API on the loopback interface, with one server per instance.
 * Source of the protocol: AWS, "Using the Lambda runtime API for custom runtimes".
 */
export async function openRuntimeApi(): Promise<RuntimeApi> {
  const initialisation = Promise.withResolvers<FunctionError | undefined>();
  const answers = new Map<string, (answer: Answer) => void>();
  let waiting: ServerResponse | undefined;
  let pending: Delivery | undefined;

  const handOver = (): void => {
    if (waiting === undefined || pending === undefined) return;
    waiting.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': pending.requestId,
      'lambda-runtime-deadline-ms': String(pending.deadline),
      'lambda-runtime-invoked-function-arn': pending.functionArn,
    });
    waiting.end(pending.body);
    waiting = undefined;
    pending = undefined;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/2018-06-01/runtime/invocation/next') {
      waiting = response;
      initialisation.resolve(undefined);
      handOver();
      return;
    }
    const body = await readBody(request);
    if (request.url === '/2018-06-01/runtime/init/error') {
      initialisation.resolve(readError(body));
      response.writeHead(202).end();
      return;
    }
    const [, id = '', kind] = invocationPath.exec(request.url ?? '') ?? [];
    const answer = answers.get(decodeURIComponent(id));
    if (answer === undefined) {
      response.writeHead(400).end();
      return;
    }
    answers.delete(decodeURIComponent(id));
    answer(kind === 'response' ? { kind, body } : { kind: 'error', error: readError(body) });
    response.writeHead(202).end();
  };

  const server = createServer((request, response) => {
    // A broken connection belongs to an instance that died. The instance's exit status tells the rest.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new EmulatorError('The Runtime API got no port.');
  return {
    address: `127.0.0.1:${address.port}`,
    initialised: initialisation.promise,
    deliver: (delivery) =>
      new Promise((resolve) => {
        answers.set(delivery.requestId, resolve);
        pending = delivery;
        handOver();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function readError(body: string): FunctionError {
  try {
    const { errorType, errorMessage, trace } = JSON.parse(body);
    return {
      errorType: String(errorType ?? 'Error'),
      message: String(errorMessage ?? ''),
      trace: Array.isArray(trace) ? trace.map(String) : [],
    };
  } catch {
    return { errorType: 'Error', message: body, trace: [] };
  }
}
