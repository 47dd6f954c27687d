/** Connections to names with several addresses: attempts that overlap (Happy Eyeballs, RFC 8305). */
import dns, { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, connect as openSocket, type Socket } from 'node:net';

/** Time between the starts of two attempts, in milliseconds: the "Connection Attempt Delay" (RFC 8305 §5). */
const ATTEMPT_DELAY_MS = 250;
/** Max addresses that are tried, so that a name with many addresses can't open many sockets. */
export const MAX_ADDRESSES = 6;

export interface Destination {
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * Connects to the address that answers first. If an attempt has no result after 250 ms, or fails, the attempt at the next
 * address starts. Earlier attempts go on until one attempt succeeds.
 *
 * @param lookup resolves the name. Only the addresses of this one answer are tried, so a lookup that checks them guards
 *   each attempt. Undefined: Node's own lookup
 * @param signal ends all attempts with its reason; has no effect on a socket that is connected
 * @param open begins an attempt
 * @throws the error of the lookup. If all attempts fail, the error of the first, with all errors in its cause
 */
export const connect = (
  { host, port }: Destination,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
  open: (to: { host: string; port: number; noDelay: true }) => Socket = openSocket,
): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const attempts: Socket[] = [];
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    const end = (winner?: Socket): void => {
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      for (const attempt of attempts) if (attempt !== winner) attempt.destroy();
    };
    const fail = (error: unknown): void => {
      end();
      reject(error);
    };
    const stop = (): void => fail(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);

    const race = (addresses: readonly string[]): void => {
      const errors: Error[] = [];
      const tryNext = (): void => {
        clearTimeout(timer);
        const address = addresses[attempts.length];
        if (address === undefined) return;
        const attempt = open({ host: address, port, noDelay: true });
        attempts.push(attempt);
        attempt.once('connect', () => {
          end(attempt);
          resolve(attempt);
        });
        attempt.on('error', (error) => {
          if (isOver) return;
          errors.push(error);
          if (errors.length < addresses.length) tryNext();
          else fail(allFailed(errors, error));
        });
        timer = setTimeout(tryNext, ATTEMPT_DELAY_MS);
      };
      tryNext();
    };

    if (isIP(host) !== 0) return race([host]);
    // `net.connect` asks with the same hint: no addresses of a family that this machine doesn't have.
    (lookup ?? dns.lookup)(host, { all: true, hints: dns.ADDRCONFIG }, (error, addresses) => {
      if (isOver) return;
      if (error) fail(error);
      else if (addresses.length === 0) fail(noAddress(host));
      else race(inTurns(addresses as LookupAddress[]));
    });
  });

/** Returns the addresses, each once, the families in turns, the first address first (RFC 8305 §4). */
function inTurns(addresses: readonly LookupAddress[]): string[] {
  const [first] = addresses;
  const same = addresses.filter(({ family }) => family === first?.family);
  const other = addresses.filter(({ family }) => family !== first?.family);
  const turns = addresses.flatMap((_, turn) => [same[turn], other[turn]]);
  return [...new Set(turns.flatMap((entry) => entry?.address ?? []))].slice(0, MAX_ADDRESSES);
}

function allFailed(errors: readonly NodeJS.ErrnoException[], last: NodeJS.ErrnoException): Error {
  const [first = last] = errors;
  if (errors.length === 1) return first;
  return Object.assign(new Error(first.message, { cause: new AggregateError(errors) }), { code: first.code });
}

const noAddress = (host: string): Error => Object.assign(new Error(`${host} has no address`), { code: 'ENODATA' });
