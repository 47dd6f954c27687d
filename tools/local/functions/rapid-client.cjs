/**
 * Replaces the native half of `aws-lambda-ric`, `rapid-client.node`, whose build compiles curl for minutes: the same
 * three functions over plain HTTP. CommonJS, because `--require` loads this file before the runtime interface client.
 */
const http = require('node:http');
const Module = require('node:module');

const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':');
const agent = new http.Agent({ keepAlive: true });

/** The answer that is being sent. `next` waits for it; the native `done` and `error` would block. */
let sending = Promise.resolve();

function call(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const options = { hostname, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}`, headers };
    const request = http.request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ headers: response.headers, bodyJson: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  }).catch(() => {
    // The local runtime is gone, so this process ends too.
    process.exit(1);
  });
}

const client = {
  next: async () => {
    await sending;
    return call('GET', 'next');
  },
  done: (requestId, body) => {
    sending = call('POST', `${requestId}/response`, body);
  },
  error: (requestId, body) => {
    sending = call('POST', `${requestId}/error`, body);
  },
};

const load = Module._load;
Module._load = (request, ...rest) => (request === './rapid-client.node' ? client : load(request, ...rest));
