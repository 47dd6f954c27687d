// Loaded into a function's process before its code. At the given counts of outgoing HTTP requests the process is killed
// the hard way, each count once for each function: FAULT_DIE_AT="9 14", FAULT_DIE_DIRECTORY keeps what has happened.
const { subscribe } = require('node:diagnostics_channel');
const { openSync } = require('node:fs');
const { join } = require('node:path');

const dieAt = new Set((process.env.FAULT_DIE_AT ?? '').split(' ').map(Number));
let requests = 0;
subscribe('http.client.request.start', () => {
  requests++;
  if (!dieAt.has(requests)) return;
  try {
    openSync(join(process.env.FAULT_DIE_DIRECTORY, `${process.env.AWS_LAMBDA_FUNCTION_NAME}-${requests}`), 'wx');
  } catch {
    return; // this one has happened already
  }
  process.kill(process.pid, 'SIGKILL');
});
