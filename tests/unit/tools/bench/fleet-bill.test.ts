import { expect, it } from 'vitest';
import { type Fleet, fleetBill, type Measured, MODEL_FLEET } from '../../../../tools/bench/fleet-bill.ts';
import type { WorkCost } from '../../../../tools/bench/work-cost.ts';
import { PRICES } from '../../../../tools/cost/prices.ts';

const NOTHING = { operations: new Map(), readUnits: 0, writeUnits: 0, writtenTo: new Map() };
/** The cost of ten pieces, each of which writes so many units. */
const work = (writeUnits: number, name = 'work'): WorkCost => ({
  name,
  pieces: 10,
  seconds: 1,
  cpuMs: 0,
  logBytes: 0,
  dynamodb: { ...NOTHING, writeUnits: writeUnits * 10 },
  sqs: NOTHING,
  s3: NOTHING,
});
const measured: Measured = {
  unchangedPoll: work(3),
  changedPoll: work(4),
  published: work(40),
  appeared: work(16, 'another feed, the same address'),
  revised: work(35),
  articleBytes: 5_000,
  indexBytes: 700,
  nearClaimBytes: 4_000,
  otherClaimBytes: 500,
};
const bill = (fields: Partial<Fleet> = {}): Record<string, number> =>
  Object.fromEntries(
    fleetBill({ ...MODEL_FLEET, ...fields }, measured).map(({ component, dollars }) => [component, dollars]),
  );

it('polls cost what changed and unchanged ones write: 24 of the 36 a day bring an item', () => {
  const units = 1_000 * 30 * (24 * 4 + 12 * 3);
  expect(bill()['polls: reads and writes']).toBeCloseTo(units * PRICES.writeUnit, 6);
});

it('articles cost what new ones, appearances and revisions write', () => {
  const units = 1_000 * 24 * 30 * (0.95 * 40 + 0.05 * 16 + 0.05 * 35);
  expect(bill()['articles: reads and writes']).toBeCloseTo(units * PRICES.writeUnit, 6);
});

it('storage grows with the months, and that of the keys of texts only for two weeks', () => {
  const [one, twelve] = [bill({ months: 1 }), bill({ months: 12 })];
  expect(twelve['articles: storage']).toBeCloseTo(12 * (one['articles: storage'] ?? 0), 6);
  const claims = (months: number): number => 684_000 * (4_000 * 0.5 + 500 * months);
  expect(one['claims: storage and recovery']).toBeCloseTo((claims(1) / 1e9) * 0.45, 6);
  expect(twelve['claims: storage and recovery']).toBeCloseTo((claims(6) / 1e9) * 0.45, 6);
});

it('twice the feeds cost twice as much, but for what is there anyway', () => {
  const [one, two] = [bill(), bill({ feeds: 2_000 })];
  const fixed = new Set(['schedule-polls', 'metrics and alarms', 'SQS']);
  for (const [component, dollars] of Object.entries(one))
    expect(two[component]).toBeCloseTo(dollars * (fixed.has(component) ? (two[component] ?? 0) / dollars : 2), 6);
});
