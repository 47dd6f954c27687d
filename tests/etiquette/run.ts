/** `npm run etiquette`: a simulated week among publishers, in a few seconds. Exits with 1 if a publisher complains. */
import { table } from '../../tools/cli/output.ts';
import { wireroom } from './pollers.ts';
import { scoreOf, WEEK } from './score.ts';

const scores = await scoreOf(wireroom);
const kept = scores.filter(({ isKept }) => isKept).length;
const rows = scores.map(({ rule, expected, seen, isKept }) => [rule, expected, seen, isKept ? '1' : '0']);
process.stdout.write(`${table(['rule', `expected in ${WEEK} days`, 'seen', 'points'], rows, 60)}\n`);
process.stdout.write(`${kept} of ${scores.length} points\n`);
process.exitCode = kept === scores.length ? 0 : 1;
