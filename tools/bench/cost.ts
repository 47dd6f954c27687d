/** Prints what a fleet costs in a month, from what the deployed bundles do against the emulators. */
import Table from 'cli-table3';
import type { Deployment } from '../cli/deployment.ts';
import { PRICES } from '../cost/prices.ts';
import { meanBytes, storedBytes } from '../cost/stored-bytes.ts';
import { articleCosts } from './articles.ts';
import { hundredths } from './bench-stack.ts';
import { type Fleet, fleetBill, type Measured } from './fleet-bill.ts';
import { pollCosts } from './polling.ts';
import type { WorkCost } from './work-cost.ts';

/** So many that a site's memory of repeated blocks is full for most of them. */
const PIECES = 200;

export async function benchCost(fleet: Fleet): Promise<void> {
  const measured = await measure();
  const lines = fleetBill(fleet, measured);
  const total = lines.reduce((sum, { dollars }) => sum + dollars, 0);
  const table = new Table({
    head: [`${fleet.feeds} feeds, month ${fleet.months}`, 'US$'],
    colAligns: ['left', 'right'],
    style: { head: [], border: [] },
  });
  for (const { component, dollars } of lines) table.push([component, dollars.toFixed(2)]);
  table.push(['all', total.toFixed(2)]);
  const articles = fleet.feeds * fleet.itemsPerFeedAndDay * 30 * (1 - fleet.appearedShare);
  console.log(table.toString());
  console.log(
    `Prices of ${PRICES.region}, ${PRICES.month}. ${fleet.pollsPerFeedAndDay} polls and ${fleet.itemsPerFeedAndDay} new items a feed and day; ` +
      `${fleet.appearedShare * 100} % of the items have another feed's news, ${fleet.revisedShare * 100} % are revised; kept for ever.`,
  );
  console.log(
    `A thousand articles: US$ ${((total / articles) * 1000).toFixed(3)}. Stored article: ${Math.round(measured.articleBytes)} bytes, ` +
      `indexes ${Math.round(measured.indexBytes)}, claims ${Math.round(measured.nearClaimBytes + measured.otherClaimBytes)}. ` +
      `Write units: poll ${unitsOf(measured.unchangedPoll)} (changed ${unitsOf(measured.changedPoll)}), article ${unitsOf(measured.published)}, ` +
      `appearance ${unitsOf(measured.appeared)}, revision ${unitsOf(measured.revised)}.`,
  );
}

async function measure(): Promise<Measured> {
  const polls = await pollCosts(PIECES);
  let bytes = { articleBytes: 0, indexBytes: 0, nearClaimBytes: 0, otherClaimBytes: 0 };
  const articles = await articleCosts(PIECES, async (deployment) => {
    bytes = await bytesOfArticles(deployment);
  });
  const named = (costs: readonly WorkCost[], part: string): WorkCost => {
    const cost = costs.find(({ name }) => name.startsWith(part));
    if (cost === undefined) throw new Error(`Nothing was measured for “${part}”.`);
    return cost;
  };
  return {
    unchangedPoll: named(polls, 'unchanged, answered with 304'),
    changedPoll: named(polls, 'a new item'),
    published: named(articles, 'new'),
    appeared: named(articles, 'another feed, the same address'),
    revised: named(articles, 'revised'),
    ...bytes,
  };
}

async function bytesOfArticles({ documents, output }: Deployment) {
  const articles = output('ArticlesTableName');
  const claims = await storedBytes(documents, output('FingerprintsTableName'), ({ fingerprint }) =>
    String(fingerprint).replace(/:.*/, ''),
  );
  const ofKinds = (matches: (kind: string) => boolean): number =>
    [...claims].reduce((sum, [kind, bytes]) => sum + (matches(kind) ? bytes : 0), 0) / PIECES;
  const indexes = ['byFeed', 'byDay'].map((index) => meanBytes(documents, articles, index));
  return {
    articleBytes: await meanBytes(documents, articles),
    indexBytes: (await Promise.all(indexes)).reduce((sum, bytes) => sum + bytes, 0),
    nearClaimBytes: ofKinds((kind) => kind === 'near'),
    otherClaimBytes: ofKinds((kind) => !/^(?:near|host|blocks)$/.test(kind)),
  };
}

const unitsOf = ({ dynamodb, pieces }: WorkCost): number => hundredths(dynamodb.writeUnits / pieces);
