export interface HubRequest {
  readonly hub: string;
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly callback: string;
  readonly secret?: string;
  readonly leaseSeconds?: number;
}

/** Asks a hub (WebSub §5.1), and never throws. Returns why the hub refused, in a sentence; undefined if it accepted. */
export type HubClient = (request: HubRequest) => Promise<string | undefined>;
