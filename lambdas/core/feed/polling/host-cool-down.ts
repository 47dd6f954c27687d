/** When a publisher says "too many requests", it means all that we ask of the host, not one feed. */

/** Without a `Retry-After`: as long as a feed waits after its first failure. */
const DEFAULT_COOL_DOWN_MS = 30 * 60_000;
const MAX_COOL_DOWN_MS = 24 * 3_600_000;

/**
 * Until when a host that answered so is to be left alone with all of its feeds; undefined when it asks for nothing. 429 speaks
 * of the client's requests as a whole (RFC 6585 §4), a 503 does so when it says until when (RFC 9110 §15.6.4).
 *
 * @param retryAt `Retry-After`, as the moment that it names
 */
export function coolDownOf(status: number, retryAt: Date | undefined, now: Date): Date | undefined {
  if (status !== 429 && (status !== 503 || retryAt === undefined)) return undefined;
  const wanted = (retryAt?.getTime() ?? now.getTime() + DEFAULT_COOL_DOWN_MS) - now.getTime();
  return wanted <= 0 ? undefined : new Date(now.getTime() + Math.min(wanted, MAX_COOL_DOWN_MS));
}
