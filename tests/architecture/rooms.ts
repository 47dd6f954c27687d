/** The rooms of the project, which are its directories, in their order: a room may import what stands above it. */
import { posix } from 'node:path';
import type { Import } from './import-graph.ts';
import { isOurs } from './layers.ts';

/** Each room is told in one line of docs/architecture.md, "The rooms". */
export const ROOMS: readonly string[] = [
  'lambdas/core',
  'lambdas/core/reading',
  'lambdas/core/web',
  'lambdas/core/rights',
  'lambdas/core/feed/dates',
  'lambdas/core/feed/markup',
  'lambdas/core/feed/document',
  'lambdas/core/feed/record',
  'lambdas/core/feed/credentials',
  'lambdas/core/feed/websub',
  'lambdas/core/feed/polling',
  'lambdas/core/queues',
  'lambdas/core/article/page',
  'lambdas/core/feed',
  'lambdas/core/article/record',
  'lambdas/core/article/text',
  'lambdas/core/article/identity',
  'lambdas/core/article/wording',
  'lambdas/core/article/metadata',
  'lambdas/core/article/media',
  'lambdas/core/article',

  'lambdas/adapters',
  'lambdas/adapters/reader',
  'lambdas/adapters/s3',
  'lambdas/adapters/secrets-manager',
  'lambdas/adapters/http',
  'lambdas/adapters/sqs',
  'lambdas/adapters/dynamodb',

  'lambdas/reader',
  'lambdas/consumer',
  'lambdas/print-events',
  'lambdas/schedule-polls',
  'lambdas/poll-feed',
  'lambdas/ingest-item',
  'lambdas/schedule-rechecks',
  'lambdas/websub-callback',
  'lib',
  'docs/examples',

  'tools/local/machine',
  'tools/local/template',
  'tools/local/emulators',
  'tools/local/functions',
  'tools/local/event-sources',
  'tools/local',
  'tools/sample/parts',
  'tools/sample/articles',
  'tools/sample/feeds',
  'tools/sample/pages',
  'tools/sample',
  'tools/cli',
  'tools/cli/feeds',
  'tools/cli/articles',
  'tools/cli/functions',
  'tools/cost',
  'tools/start',
  'tools/hostile',
  'tools/bench/near-duplicates',
  'tools/bench',
  'tools/mutants',
  'tools',
  'bin',
];

/** Source files that a newcomer can take in at once. A room that grows beyond it holds two rooms. */
export const MAX_FILES = 22;

export const roomOf = (file: string): string => posix.dirname(file);

/** One sentence for each import that leads to a room further down, with what to do about it. */
export function roomViolations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (!isOurs(to) || other === '.' || room === other) return [];
    if (!ROOMS.includes(room))
      return [`${from} lies in ${room}, which is no room: name it in tests/architecture/rooms.ts`];
    if (ROOMS.indexOf(other) < ROOMS.indexOf(room)) return [];
    return [
      `${from} imports ${to}, but ${other} stands below ${room} in tests/architecture/rooms.ts: ` +
        `move what both need to ${room} or above, or let the caller pass it in`,
    ];
  });
}

/** The imports between rooms, each once. */
export const betweenRooms = (imports: readonly Import[]): Import[] => {
  const pairs = imports
    .filter(({ from, to }) => isOurs(to) && roomOf(to) !== '.' && roomOf(from) !== roomOf(to))
    .map(({ from, to }) => `${roomOf(from)} ${roomOf(to)}`);
  return [...new Set(pairs)].map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return { from, to };
  });
};
