/** Runs a poller against publishers of every kind for some days of simulated time, and collects their judgements. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { DAY, MINUTE, START } from './documents.ts';
import { hostClocks } from './host-clocks.ts';
import { certificate } from './loopback-certificate.ts';
import { manners } from './manners.ts';
import type { Poller, Task } from './pollers.ts';
import type { Finding } from './scenario.ts';
import { feedsOf, scenarios } from './scenarios.ts';
import { openSite } from './site.ts';

export interface Score extends Finding {
  readonly rule: string;
  readonly expected: string;
}

/** Days of simulated time: a week, and a day more to see the effect of a permanent redirect after seven days. */
export const WEEK = 8;

export async function scoreOf(createPoller: (task: Task) => Poller, days = WEEK): Promise<Score[]> {
  setDefaultCACertificates([...getCACertificates(), certificate]);
  const clocks = hostClocks(START);
  const publishers = await Promise.all(
    scenarios.map(async (scenario) => ({ scenario, site: await openSite(scenario.answer, clocks.at) })),
  );
  try {
    const poller = createPoller({
      feedUrls: publishers.flatMap(({ scenario, site }) => feedsOf(scenario).map((path) => site.origins.here + path)),
      origins: publishers.flatMap(({ site }) => Object.values(site.origins)),
      clocks,
    });
    while (clocks.minute() < START + days * DAY) {
      await poller.minute();
      const next = Math.ceil(poller.nextAt() / MINUTE) * MINUTE;
      clocks.advanceTo(Math.max(clocks.minute() + MINUTE, next));
    }
    const all = publishers.flatMap(({ site }) => site.visits);
    return [
      ...publishers.map(({ scenario: { rule, expected, judge }, site }) => ({
        rule,
        expected,
        ...judge(site.visits, site.mostAtOnce()),
      })),
      ...manners.map(({ rule, expected, judge }) => ({ rule, expected, ...judge(all) })),
    ];
  } finally {
    await Promise.all(publishers.map(({ site }) => site.close()));
  }
}
