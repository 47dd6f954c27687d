import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeArticleEvents } from '../../../../../lambdas/consumer/index.ts';
import { feedIdOf } from '../../../../../lambdas/core/feed/record/feed-url.ts';
import { parseItemMessage, parsePollMessage, parseScheduledRun } from '../../../../../lambdas/core/queues/messages.ts';
import { functionNames } from '../../../../../lib/function-bundle.ts';
import { eventProblem, needsEvent, sampleEvent } from '../../../../../tools/cli/functions/function-events.ts';
import { ingestWorld } from '../../../../fakes/ingest-world.ts';

const HARBOUR = feedIdOf('https://harbour.example/rss');
const sampleOf = (name: (typeof functionNames)[number]) => JSON.parse(readFileSync(sampleEvent(name), 'utf8'));

describe('the sample events in docs/events', () => {
  it.each(functionNames.filter(needsEvent))('%s has one as Lambda would send it', (name) => {
    expect(eventProblem(name, sampleOf(name))).toBeUndefined();
  });

  it('poll-feed’s holds a poll of a feed', () => {
    const [record] = sampleOf('poll-feed').Records;
    expect(parsePollMessage(record.body)).toMatchObject({ feedId: HARBOUR, host: record.attributes.MessageGroupId });
  });

  it('ingest-item’s becomes an article, and no page is fetched for it', async () => {
    const { ingest, articles, web } = ingestWorld();
    const message = parseItemMessage(sampleOf('ingest-item').Records[0].body);
    if (!('item' in message)) throw new Error('The sample holds no item.');
    expect(await ingest(message)).toMatchObject({ outcome: 'published' });
    expect([...articles.articles.values()]).toMatchObject([{ title: 'The ferry returns', feedId: HARBOUR }]);
    expect(web.requests).toEqual([]);
  });

  it('print-events’ is an article that was published', () => {
    expect(decodeArticleEvents(sampleOf('print-events'))).toMatchObject([
      { type: 'published', article: { title: 'The ferry returns', feedId: HARBOUR } },
    ]);
  });

  it('schedule-rechecks’ is a run that was due at a full hour', () => {
    expect(parseScheduledRun(sampleOf('schedule-rechecks')).scheduledTime).toMatch(/T\d\d:00:00Z$/);
  });

  it('websub-callback’s is a hub that asks whether it was us', () => {
    const { rawPath, rawQueryString } = sampleOf('websub-callback');
    expect(rawPath.split('/')[1]).toBe(HARBOUR);
    expect(new URLSearchParams(rawQueryString).get('hub.mode')).toBe('subscribe');
  });
});

describe('an event that Lambda would not send', () => {
  const { Records: polls } = sampleOf('poll-feed');
  const { attributes: _, ...withoutAttributes } = polls[0];
  it.each([
    ['is empty', {}, /^Records: /],
    ['has a message without attributes', { Records: [withoutAttributes] }, /^Records\.0\.attributes: /],
    ['is no object', 'poll', /^the event: /],
  ])('%s', (_, event, problem) => {
    expect(eventProblem('poll-feed', event)).toMatch(problem);
  });

  it('is any that schedule-polls gets: it doesn’t look', () => {
    expect(eventProblem('schedule-polls', {})).toBeUndefined();
  });
});
