/** Counts the events of a local run, from the lines that its functions log. */
import * as v from 'valibot';

const polled = v.object({
  message: v.literal('Feed polled.'),
  feedId: v.string(),
  outcome: v.string(),
  newItems: v.optional(v.number(), 0),
  changedItems: v.optional(v.number(), 0),
});
const ingested = v.object({ message: v.literal('Item ingested.'), feedId: v.string(), outcome: v.string() });
const articleEvent = v.object({
  articleEvent: v.string(),
  articleId: v.string(),
  eventId: v.string(),
  title: v.string(),
});

export type SeenEvent = v.InferOutput<typeof articleEvent>;

export interface FeedTally {
  polls: number;
  newItems: number;
  changedItems: number;
  /** Number of items by outcome of their ingestion. */
  readonly items: Map<string, number>;
}

export class RunRecorder {
  readonly feeds = new Map<string, FeedTally>();
  /** The events that the example consumer printed, each event once, in order. */
  readonly events: SeenEvent[] = [];
  polls = 0;
  itemsSent = 0;
  itemsIngested = 0;
  readonly #seen = new Set<string>();

  /** @param line one line of a function's output; lines of another form are ignored */
  record(line: string): void {
    const value = parseLine(line);
    if (v.is(polled, value)) {
      const { feedId, outcome, newItems = 0, changedItems = 0 } = value;
      if (outcome === 'stale' || outcome === 'postponed') return; // no request was made
      const tally = this.#tally(feedId);
      tally.polls++;
      tally.newItems += newItems;
      tally.changedItems += changedItems;
      this.polls++;
      this.itemsSent += newItems + changedItems;
    } else if (v.is(ingested, value)) {
      const { items } = this.#tally(value.feedId);
      items.set(value.outcome, (items.get(value.outcome) ?? 0) + 1);
      if (value.outcome !== 'postponed') this.itemsIngested++;
    } else if (v.is(articleEvent, value) && !this.#seen.has(`${value.eventId}/${value.articleEvent}`)) {
      this.#seen.add(`${value.eventId}/${value.articleEvent}`);
      this.events.push(value);
    }
  }

  #tally(feedId: string): FeedTally {
    const known = this.feeds.get(feedId);
    if (known !== undefined) return known;
    const tally: FeedTally = { polls: 0, newItems: 0, changedItems: 0, items: new Map() };
    this.feeds.set(feedId, tally);
    return tally;
  }
}

/** Returns the object of a log line. Lambda's JSON log format wraps a function's output in `message`. */
function parseLine(line: string): unknown {
  const value = parseJson(line);
  const inner = (value as { readonly message?: unknown } | undefined)?.message;
  return typeof inner === 'string' && inner.startsWith('{') ? parseJson(inner) : value;
}

function parseJson(text: string): unknown {
  try {
    return text.startsWith('{') ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
