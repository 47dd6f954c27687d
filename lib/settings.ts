/**
 * The operator's choices. Every setting is an optional prop of {@link PipelineStack}. `bin/app.ts` reads the same names
 * from the CDK context: `cdk.json`, or `-c pollFloorMinutes=10`.
 */
export interface Settings {
  /**
   * Your contact for publishers: a web page or a `mailto:` address. The `User-Agent` of every request contains it:
   * `Wireroom/0.1.0 (+https://news.example.org/bot)`.
   * @default - no contact, and a hint at synthesis
   */
  readonly userAgentContact?: string | undefined;
  /**
   * Min interval between two scheduled polls of a feed, in minutes (1–1440).
   * @default 5
   */
  readonly pollFloorMinutes: number;
  /**
   * Age in days of items at the first poll of their feed whose pages are read (0–36500). Older items are taken from the feed alone, so
   * that an import takes as long as its news needs.
   * @default 7
   */
  readonly backfillPagesDays: number;
  /**
   * Time until a feed whose poll was sent is sent again if it still isn't polled, in minutes (1–1440). Must be longer than a poll
   * takes, so that no feed is sent while it is polled.
   * @default 15
   */
  readonly leaseMinutes: number;
  /**
   * Max instances of `poll-feed` at a time (2–1000, the range of an event source mapping's MaximumConcurrency).
   * With the defaults, all functions together stay within 10, the quota of a new AWS account, because a throttled
   * invocation costs each of its messages one receive. Raise this setting together with the quota.
   * @default 3
   */
  readonly pollConcurrency: number;
  /**
   * Max instances of `ingest-item` at a time (2–1000). See `pollConcurrency`.
   * @default 5
   */
  readonly ingestConcurrency: number;
  /**
   * Timeout of `poll-feed` for a batch of five feeds, in seconds (1–900).
   * @default 90
   */
  readonly pollTimeoutSeconds: number;
  /**
   * Timeout of `ingest-item` for a batch of five items, in seconds (1–900).
   * @default 180
   */
  readonly ingestTimeoutSeconds: number;
  /**
   * Max time of one HTTP exchange, redirects and body included, in seconds (1–300). Must be shorter than both timeouts.
   * @default 30
   */
  readonly fetchTimeoutSeconds: number;
  /**
   * Max size of a decompressed body, in bytes (1024–100,000,000). A larger body is refused, never truncated.
   * @default 15728640
   */
  readonly fetchMaxBytes: number;
  /**
   * Pause between two requests to one host, in milliseconds (0–60000).
   * @default 1000
   */
  readonly hostSpacingMilliseconds: number;
  /**
   * Origins (`http://127.0.0.1:8080`) that may be fetched although their address is private or loopback: a publisher
   * inside your VPC, or the local sample publisher. In the context: a JSON list, or origins separated by commas.
   * @default []
   */
  readonly allowedOrigins: readonly string[];
  /**
   * Days from an article's first appearance until it expires (0–36500). 0 keeps articles for ever.
   * @default 0
   */
  readonly articleRetentionDays: number;
  /**
   * Whether the Articles table has DynamoDB's class Standard-Infrequent Access: its storage costs 60 % less, its reads and writes 25 %
   * more. That pays if articles are kept for more than four months (docs/cost.md). AWS changes the class in place, twice in 30 days.
   * @default false
   */
  readonly infrequentAccess: boolean;
  /**
   * Days until the earlier revision of a revised article is deleted (0–36500). 0 keeps revisions for ever.
   * @default 90
   */
  readonly revisionRetentionDays: number;
  /**
   * Hours after which each article's page is checked once more, to find retractions and corrections (0–168). The check
   * follows within an hour. 0 checks no page. Each host gets one more request per article. See
   * docs/decisions/rechecks.md.
   * @default 0
   */
  readonly recheckAfterHours: number;
  /**
   * Days from a fingerprint's last use until it is deleted (1–36500). A story that comes back later is a new article.
   * @default 180
   */
  readonly fingerprintRetentionDays: number;
  /**
   * Days for which logs are kept. Must be one of CloudWatch Logs' periods.
   * @default 30
   */
  readonly logRetentionDays: number;
  /**
   * The least severe level of written log lines: DEBUG, INFO, WARN or ERROR.
   * @default INFO
   */
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  /**
   * `true`: the data is deleted with the stack, for trials and tests. `false`: tables, bucket and logs are retained,
   * and the tables are protected from deletion.
   * @default false
   */
  readonly ephemeral: boolean;
  /**
   * Whether to deploy the consumer that prints every event of the Articles stream.
   * @default false
   */
  readonly exampleConsumer: boolean;
  /**
   * Whether to subscribe to the hubs that feeds name (WebSub), and to deploy the public URL that hubs call. See
   * docs/decisions/websub.md.
   * @default false
   */
  readonly webSub: boolean;
  /**
   * Instances that are reserved for the function behind that URL, so that a flood of calls can't throttle the polls
   * (0–1000). 0 reserves none: AWS keeps 100 instances of an account unreserved, so an account with the quota of 10 can
   * reserve none, and its deployment fails with any other value.
   * @default 2
   */
  readonly webSubConcurrency: number;
  /**
   * ARN of the SNS topic that every alarm notifies.
   * @default - alarms change their state, and no topic is notified
   */
  readonly alarmTopicArn?: string | undefined;
}

export const defaultSettings: Settings = {
  pollFloorMinutes: 5,
  backfillPagesDays: 7,
  leaseMinutes: 15,
  pollConcurrency: 3,
  ingestConcurrency: 5,
  pollTimeoutSeconds: 90,
  ingestTimeoutSeconds: 180,
  fetchTimeoutSeconds: 30,
  fetchMaxBytes: 15 * 1024 * 1024,
  hostSpacingMilliseconds: 1000,
  allowedOrigins: [],
  articleRetentionDays: 0,
  infrequentAccess: false,
  revisionRetentionDays: 90,
  recheckAfterHours: 0,
  fingerprintRetentionDays: 180,
  logRetentionDays: 30,
  logLevel: 'INFO',
  ephemeral: false,
  exampleConsumer: false,
  webSub: false,
  webSubConcurrency: 2,
};
