import { conditionalRequests } from './conditional-requests.ts';
import { moves } from './moves.ts';
import { refusals } from './refusals.ts';
import { rhythm } from './rhythm.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [...conditionalRequests, ...rhythm, ...refusals, ...moves];

export const feedsOf = ({ feeds = ['/feed'] }: Scenario): readonly string[] => feeds;

export const ACCEPTED_PATHS: ReadonlySet<string> = new Set(scenarios.flatMap(feedsOf));
