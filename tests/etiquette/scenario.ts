import type { Question, Reply, Visit } from './site.ts';

/** A publisher's rule for pollers, its answers, and its judgement whether the poller kept the rule. */
export interface Scenario {
  readonly rule: string;
  readonly expected: string;
  /** The paths of the feeds. @default /feed */
  readonly feeds?: readonly string[];
  readonly answer: (question: Question) => Reply;
  readonly judge: (visits: readonly Visit[], mostAtOnce: number) => Finding;
}

export interface Finding {
  readonly seen: string;
  readonly isKept: boolean;
}

export const at = (visits: readonly Visit[], host: Visit['host']): readonly Visit[] =>
  visits.filter((visit) => visit.host === host);

/** Pairs each visit with the next visit to the same address. */
export function pairs(visits: readonly Visit[]): (readonly [Visit, Visit])[] {
  const byPath = Map.groupBy(visits, ({ host, path, isSecure }) => `${host} ${path} ${isSecure}`);
  return [...byPath.values()].flatMap((each) =>
    each.slice(1).map((next, index) => [each[index] as Visit, next] as const),
  );
}

const MINUTE = 60_000;

/**
 * Judges that two visits to an address are at least this far apart.
 * @param after selects the first visits that count
 */
export function apart(minutes: number, after: (visit: Visit) => boolean = () => true) {
  return (visits: readonly Visit[]): Finding => {
    const waits = pairs(visits).flatMap(([one, next]) => (after(one) ? [(next.at - one.at) / MINUTE] : []));
    const least = Math.min(...waits);
    return {
      seen: waits.length === 0 ? 'no second visit' : `${least.toFixed(1)} min at least, ${waits.length} times`,
      isKept: waits.length > 0 && least >= minutes,
    };
  };
}
