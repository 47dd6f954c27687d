/**
 * A silent feed has had no news for far longer than its own rhythm: perhaps its publisher rests, perhaps a cache shows
 * us an old copy.
 */
import type { Feed } from '../record/feed.ts';

/**
 * So many mean gaps without news are no accident: of items that come at random, e⁻¹⁰ of all pauses would be as long.
 */
const SILENT_GAPS = 10;
const MIN_SILENCE_MS = 2 * 86_400_000;

export function isSilent({ lastChangedAt, meanGapMinutes }: Feed, now: Date): boolean {
  if (lastChangedAt === undefined || meanGapMinutes === undefined) return false;
  return now.getTime() - Date.parse(lastChangedAt) > Math.max(SILENT_GAPS * meanGapMinutes * 60_000, MIN_SILENCE_MS);
}
