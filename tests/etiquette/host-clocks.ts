/** Simulated time: minutes pass for all hosts. Within a minute, a host's time advances while its visitor waits. */
export interface HostClocks {
  /** The start of this minute, in milliseconds since 1970. */
  minute(): number;
  at(host: string): number;
  wait(host: string, ms: number): void;
  advanceTo(time: number): void;
}

export function hostClocks(start: number): HostClocks {
  let minute = start;
  const hosts = new Map<string, number>();
  const at = (host: string): number => Math.max(minute, hosts.get(host) ?? minute);
  return {
    minute: () => minute,
    at,
    wait: (host, ms) => void hosts.set(host, at(host) + ms),
    advanceTo(time) {
      minute = time;
    },
  };
}
