// Loaded into a function's process before its code. Kills the process (SIGKILL) at the counts of outgoing HTTP requests
// in FAULT_DIE_AT ("9 14"), once per count and function. FAULT_DIE_DIRECTORY holds a file for each death.
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
    return; // the function has died at this count already
  }
  process.kill(process.pid, 'SIGKILL');
});
