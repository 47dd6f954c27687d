/** A feed's item as the Feeds table holds it → a Feed. */
import { compact } from '../../core/compact.ts';
import type { Feed } from '../../core/feed/record/feed.ts';
import { FEED_SETTINGS, settingsIn } from '../../core/feed/record/feed-settings.ts';
import { isLabel, sortedLabels } from '../../core/feed/record/label.ts';

type Item = Readonly<Record<string, unknown>>;

const checkedNames: ReadonlySet<string> = new Set([...Object.keys(FEED_SETTINGS), 'labels']);

/**
 * What an operator chose is checked, because somebody may have written it by hand or with another version: a setting that isn't legal
 * counts as not set, and a label that isn't legal is left out.
 */
export function feedOf(item: Item | undefined): Feed | undefined {
  if (item === undefined) return undefined;
  const rest = Object.fromEntries(Object.entries(item).filter(([name]) => !checkedNames.has(name)));
  return compact({ ...rest, labels: labelsIn(item['labels']), ...settingsIn(item) }) as unknown as Feed;
}

function labelsIn(stored: unknown): readonly string[] | undefined {
  const all = Array.isArray(stored) || stored instanceof Set ? [...stored] : [];
  const legal = all.filter((each) => typeof each === 'string').filter(isLabel);
  return legal.length === 0 ? undefined : sortedLabels(legal);
}
