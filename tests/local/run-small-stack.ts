/** A process that runs a small stack until it is killed: `node run-small-stack.ts <assembly> <data directory>`. */
import { startRuntime } from '../../tools/local/runtime.ts';

const [, , assembly = '', dataDirectory = ''] = process.argv;
const runtime = await startRuntime({
  assembly,
  dataDirectory,
  schedules: 'manual',
  onLog: ({ line }) => {
    const [, text] = line.split('SAYS ');
    if (text !== undefined) console.log(text);
  },
});
console.log(`ready ${JSON.stringify(runtime.endpoints)}`);
