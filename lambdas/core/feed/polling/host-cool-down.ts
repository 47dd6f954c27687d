/** A publisher's "too many requests" covers all requests to the host, not those of one feed. */

/** Without a `Retry-After`: as long as a feed waits after its first failure. */
const DEFAULT_COOL_DOWN_MS = 30 * 60_000;
/** A longer `Retry-After` is cut to this. */
const MAX_COOL_DOWN_MS = 24 * 3_600_000;

/**
 * Returns until when all feeds of a host wait after an answer; undefined if they don't. A 429 speaks of the client's
 * requests as a whole (RFC 6585 §4), and so does a 503 that names a time (RFC 9110 §15.6.4).
 *
 * @param retryAt `Retry-After`, as the moment that it names
 */
export function coolDownOf(status: number, retryAt: Date | undefined, now: Date): Date | undefined {
  if (status !== 429 && (status !== 503 || retryAt === undefined)) return undefined;
  const wanted = (retryAt?.getTime() ?? now.getTime() + DEFAULT_COOL_DOWN_MS) - now.getTime();
  return wanted <= 0 ? undefined : new Date(now.getTime() + Math.min(wanted, MAX_COOL_DOWN_MS));
}
