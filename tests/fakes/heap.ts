import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Returns how many bytes of the heap are in use because of what `make` returns. */
export async function heapKeptBy(make: () => unknown): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = [await make()];
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  kept.pop();
  return after - before;
}
