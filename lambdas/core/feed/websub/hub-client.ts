export interface HubRequest {
  readonly hub: string;
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly callback: string;
  readonly secret?: string;
  readonly leaseSeconds?: number;
}

/** Asks a hub (WebSub §5.1). It never throws. Undefined: the hub has accepted; else why not, in a sentence. */
export type HubClient = (request: HubRequest) => Promise<string | undefined>;
