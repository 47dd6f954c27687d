import type { LookupAddress } from 'node:dns';
import { createServer, type LookupFunction, Socket } from 'node:net';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardedLookup } from '../../../../lambdas/adapters/http/address-guard.ts';
import { connect, MAX_ADDRESSES } from '../../../../lambdas/adapters/http/connect.ts';
import { listening } from '../../../fakes/loopback-server.ts';

const resolvesTo =
  (...addresses: readonly string[]) =>
  (_name: string, _options: unknown, callback: (error: Error | null, all: LookupAddress[]) => void): void =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

/** Attempts that the test decides. */
function fakeAttempts() {
  const attempts: { readonly host: string; readonly socket: Socket }[] = [];
  const open = ({ host }: { host: string }): Socket => {
    const socket = new Socket();
    attempts.push({ host, socket });
    return socket;
  };
  const socketOf = (address: string): Socket => {
    const attempt = attempts.find(({ host }) => host === address);
    if (attempt === undefined) throw new Error(`no attempt at ${address}`);
    return attempt.socket;
  };
  return {
    open,
    tried: () => attempts.map(({ host }) => host),
    destroyed: () => attempts.filter(({ socket }) => socket.destroyed).map(({ host }) => host),
    socketOf,
    succeeds: (address: string) => socketOf(address).emit('connect'),
    refuses: (address: string, code = 'ECONNREFUSED') =>
      socketOf(address).destroy(Object.assign(new Error(`${code} ${address}`), { code })),
  };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** Begins to connect to a name with these addresses. */
function connecting(...addresses: readonly string[]) {
  const attempts = fakeAttempts();
  const stop = new AbortController();
  const lookup = resolvesTo(...addresses) as LookupFunction;
  const connected = connect({ host: 'harbour.example', port: 443 }, lookup, stop.signal, attempts.open);
  connected.catch(() => {});
  return { ...attempts, connected, stop };
}

describe('attempts to connect', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
  });

  it('the second attempt starts after 250 ms, and the first goes on', async () => {
    const { tried, destroyed, socketOf, succeeds, connected } = connecting('192.0.2.1', '2001:db8::1');
    await pass(249);
    expect(tried()).toEqual(['192.0.2.1']);
    await pass(1);
    expect(tried()).toEqual(['192.0.2.1', '2001:db8::1']);
    expect(destroyed()).toEqual([]);
    await pass(3_000);
    succeeds('192.0.2.1');
    expect(await connected).toBe(socketOf('192.0.2.1'));
    expect(destroyed()).toEqual(['2001:db8::1']);
  });

  it('a slow address is awaited when the address after it refuses', async () => {
    const { refuses, succeeds, socketOf, connected } = connecting('192.0.2.1', '2001:db8::1');
    await pass(250);
    refuses('2001:db8::1');
    await pass(2_000);
    succeeds('192.0.2.1');
    expect(await connected).toBe(socketOf('192.0.2.1'));
  });

  it('a later attempt that connects first wins, and the earlier attempts end', async () => {
    const { succeeds, socketOf, connected, destroyed } = connecting('192.0.2.1', '192.0.2.2', '192.0.2.3');
    await pass(500);
    succeeds('192.0.2.3');
    expect(await connected).toBe(socketOf('192.0.2.3'));
    expect(destroyed()).toEqual(['192.0.2.1', '192.0.2.2']);
  });

  it('the next attempt starts at once when an attempt fails', async () => {
    const { refuses, tried, succeeds, connected } = connecting('192.0.2.1', '192.0.2.2', '192.0.2.3');
    refuses('192.0.2.1');
    await pass(0);
    expect(tried()).toEqual(['192.0.2.1', '192.0.2.2']);
    await pass(249);
    expect(tried()).toHaveLength(2);
    succeeds('192.0.2.2');
    await connected;
    await pass(1_000);
    expect(tried()).toHaveLength(2);
  });

  it('the families take turns, the first address first, each address once', async () => {
    const { tried } = connecting('2001:db8::1', '2001:db8::2', '192.0.2.1', '2001:db8::1', '192.0.2.2');
    await pass(5_000);
    expect(tried()).toEqual(['2001:db8::1', '192.0.2.1', '2001:db8::2', '192.0.2.2']);
  });

  it('no more than six addresses are tried', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `192.0.2.${index}`);
    const { tried, connected, refuses } = connecting(...many);
    await pass(60_000);
    expect(tried()).toEqual(many.slice(0, MAX_ADDRESSES));
    for (const address of tried()) refuses(address);
    await expect(connected).rejects.toThrow('ECONNREFUSED 192.0.2.0');
  });

  it('all attempts fail with the error of the first, and the cause has all errors', async () => {
    const { refuses, connected } = connecting('192.0.2.1', '2001:db8::1');
    refuses('192.0.2.1', 'EHOSTUNREACH');
    await pass(0);
    refuses('2001:db8::1');
    const error = await connected.catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ message: 'EHOSTUNREACH 192.0.2.1', code: 'EHOSTUNREACH' });
    const { errors } = (error as Error).cause as AggregateError;
    expect(errors.map(({ message }) => message)).toEqual(['EHOSTUNREACH 192.0.2.1', 'ECONNREFUSED 2001:db8::1']);
  });

  it('one address that fails fails with its error', async () => {
    const { refuses, connected } = connecting('192.0.2.1');
    refuses('192.0.2.1');
    await expect(connected).rejects.toThrow('ECONNREFUSED 192.0.2.1');
  });

  it('a name without addresses fails with dns', async () => {
    await expect(connecting().connected).rejects.toMatchObject({ code: 'ENODATA' });
  });

  it('the signal ends all attempts with its reason, and no further attempt starts', async () => {
    const { stop, connected, tried, destroyed } = connecting('192.0.2.1', '192.0.2.2', '192.0.2.3');
    await pass(250);
    stop.abort(new Error('too late'));
    await expect(connected).rejects.toThrow('too late');
    expect(destroyed()).toEqual(['192.0.2.1', '192.0.2.2']);
    await pass(5_000);
    expect(tried()).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('the signal has no effect on a connected socket', async () => {
    const { stop, connected, succeeds } = connecting('192.0.2.1');
    succeeds('192.0.2.1');
    const socket = await connected;
    stop.abort();
    expect(socket.destroyed).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a signal that has aborted before prevents the lookup', async () => {
    const lookup = vi.fn();
    const connected = connect({ host: 'harbour.example', port: 80 }, lookup, AbortSignal.abort(new Error('late')));
    await expect(connected).rejects.toThrow('late');
    expect(lookup).not.toHaveBeenCalled();
  });

  it('addresses that come after the signal are not tried', async () => {
    const stop = new AbortController();
    const { open, tried } = fakeAttempts();
    const answer = Promise.withResolvers<() => void>();
    const lookup = ((name: string, options: unknown, callback: () => void) =>
      answer.resolve(() => resolvesTo('192.0.2.1')(name, options, callback))) as LookupFunction;
    const connected = connect({ host: 'harbour.example', port: 80 }, lookup, stop.signal, open);
    stop.abort(new Error('late'));
    await expect(connected).rejects.toThrow('late');
    (await answer.promise)();
    expect(tried()).toEqual([]);
  });

  it.each([
    ['a private address after a public one', ['93.184.215.14', '10.0.0.1']],
    ['a private address before a public one', ['10.0.0.1', '93.184.215.14']],
    ['a private address of the other family', ['93.184.215.14', 'fd00::1']],
    ['a private address beyond the number that is tried', [...Array(9).fill('93.184.215.14'), '127.0.0.1']],
    ['the metadata service among three', ['93.184.215.14', '169.254.169.254', '2600:1406::1']],
  ])('no attempt is made when the guarded lookup finds %s', async (_, addresses) => {
    const { open, tried } = fakeAttempts();
    const lookup = guardedLookup(resolvesTo(...addresses) as never);
    const { signal } = new AbortController();
    const connected = connect({ host: 'harbour.example', port: 80 }, lookup, signal, open);
    await expect(connected).rejects.toMatchObject({ code: 'BLOCKED_ADDRESS' });
    expect(tried()).toEqual([]);
  });

  it('each attempt is made at an address of one answer, even if the name changes its answer', async () => {
    const { open, tried } = fakeAttempts();
    let asked = 0;
    const rebinding = (...given: Parameters<ReturnType<typeof resolvesTo>>) =>
      resolvesTo(...(asked++ === 0 ? ['93.184.215.14', '93.184.215.15'] : ['127.0.0.1']))(...given);
    const { signal } = new AbortController();
    void connect({ host: 'harbour.example', port: 80 }, guardedLookup(rebinding as never), signal, open);
    await pass(5_000);
    expect(tried()).toEqual(['93.184.215.14', '93.184.215.15']);
    expect(asked).toBe(1);
  });
});

describe('connections on this machine', () => {
  it('a name whose first address refuses is reached at its second', async () => {
    const port = await listening(createServer((socket) => socket.end()));
    const lookup = resolvesTo('127.0.0.99', '127.0.0.1') as LookupFunction;
    const socket = await connect({ host: 'harbour.example', port }, lookup, new AbortController().signal);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('an address is not looked up', async () => {
    const port = await listening(createServer((socket) => socket.end()));
    const lookup = vi.fn();
    const socket = await connect({ host: '127.0.0.1', port }, lookup, new AbortController().signal);
    expect(lookup).not.toHaveBeenCalled();
    socket.destroy();
  });
});
