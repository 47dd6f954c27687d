/**
 * What an operator may choose. Every setting is an optional prop of {@link PipelineStack}; `bin/app.ts` reads the same
 * names from the CDK context: `cdk.json`, or `-c pollFloorMinutes=10`.
 */
export interface Settings {
  /**
   * Where a publisher can reach you: a web page or a `mailto:` address. It becomes a part of the `User-Agent` of every
   * request, `Wireroom/0.1.0 (+https://news.example.org/bot)`.
   * @default - none, with a hint at synthesis
   */
  readonly userAgentContact?: string | undefined;
  /**
   * No feed is polled more often than this by the schedule, in minutes (1–1440).
   * @default 5
   */
  readonly pollFloorMinutes: number;
  /**
   * How long a feed that was handed to a poller stays out of the due index when nothing comes of it, in minutes
   * (1–1440). Longer than a poll takes, or the feed would be polled twice.
   * @default 15
   */
  readonly leaseMinutes: number;
  /**
   * Instances of `poll-feed` at a time (2–1000, the range of an event source mapping's MaximumConcurrency).
   * With the defaults all functions together stay within 10, the whole quota of a new AWS account: an invocation that is
   * throttled costs each of its messages one of their receives. Raise it together with the quota.
   * @default 3
   */
  readonly pollConcurrency: number;
  /**
   * Instances of `ingest-item` at a time (2–1000); see `pollConcurrency`.
   * @default 5
   */
  readonly ingestConcurrency: number;
  /**
   * Timeout of `poll-feed` for a batch of five feeds, in seconds (1–900).
   * @default 60
   */
  readonly pollTimeoutSeconds: number;
  /**
   * Timeout of `ingest-item` for a batch of five items, in seconds (1–900).
   * @default 180
   */
  readonly ingestTimeoutSeconds: number;
  /**
   * The longest one HTTP exchange may take, redirects and body included, in seconds (1–300). Shorter than both timeouts.
   * @default 30
   */
  readonly fetchTimeoutSeconds: number;
  /**
   * Bytes of one decompressed body (1024–100,000,000); a larger one is refused, never truncated.
   * @default 15728640
   */
  readonly fetchMaxBytes: number;
  /**
   * Pause between two requests to one host, in milliseconds (0–60000).
   * @default 1000
   */
  readonly hostSpacingMilliseconds: number;
  /**
   * Origins (`http://127.0.0.1:8080`) that may be fetched though their address is private or loopback: a publisher inside
   * your VPC, or the local sample publisher. In the context a JSON list, or separated by commas.
   * @default []
   */
  readonly allowedOrigins: readonly string[];
  /**
   * Days until an article expires after it was first seen (0–36500); 0 keeps it for ever.
   * @default 0
   */
  readonly articleRetentionDays: number;
  /**
   * Days until the earlier state of a revised article is forgotten (0–36500); 0 keeps it for ever.
   * @default 90
   */
  readonly revisionRetentionDays: number;
  /**
   * Hours after which the page of each article is looked at once more: is it gone, does it say something else? (0–168; then
   * within an hour). 0 looks at none. It costs each host as many requests again as it has articles. See
   * docs/decisions/rechecks.md.
   * @default 0
   */
  readonly recheckAfterHours: number;
  /**
   * Days until a fingerprint is forgotten after it was last needed (1–36500). A story that comes back later than this is
   * a new article.
   * @default 180
   */
  readonly fingerprintRetentionDays: number;
  /**
   * Days that logs are kept; one of the periods that CloudWatch Logs knows.
   * @default 30
   */
  readonly logRetentionDays: number;
  /**
   * The least severe log level that is written: DEBUG, INFO, WARN or ERROR.
   * @default INFO
   */
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  /**
   * Whether the data dies with the stack: for trials and tests. Otherwise tables, bucket and logs are retained and the
   * tables are protected from deletion.
   * @default false
   */
  readonly ephemeral: boolean;
  /**
   * Whether to deploy the consumer that prints every event of the Articles stream.
   * @default false
   */
  readonly exampleConsumer: boolean;
  /**
   * Whether to subscribe at the hubs that feeds name (WebSub), and to deploy the public address that hubs call. See
   * docs/decisions/websub.md.
   * @default false
   */
  readonly webSub: boolean;
  /**
   * ARN of the SNS topic that every alarm notifies.
   * @default - alarms change their state and tell nobody
   */
  readonly alarmTopicArn?: string | undefined;
}

export const defaultSettings: Settings = {
  pollFloorMinutes: 5,
  leaseMinutes: 15,
  pollConcurrency: 3,
  ingestConcurrency: 5,
  pollTimeoutSeconds: 60,
  ingestTimeoutSeconds: 180,
  fetchTimeoutSeconds: 30,
  fetchMaxBytes: 15 * 1024 * 1024,
  hostSpacingMilliseconds: 1000,
  allowedOrigins: [],
  articleRetentionDays: 0,
  revisionRetentionDays: 90,
  recheckAfterHours: 0,
  fingerprintRetentionDays: 180,
  logRetentionDays: 30,
  logLevel: 'INFO',
  ephemeral: false,
  exampleConsumer: false,
  webSub: false,
};
