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
  it.each(functionNames.filter(needsEvent))('the sample event of %s has the form of Lambda’s events', (name) => {
    expect(eventProblem(name, sampleOf(name))).toBeUndefined();
  });

  it('the sample event of poll-feed holds a poll of a feed', () => {
    const [record] = sampleOf('poll-feed').Records;
    expect(parsePollMessage(record.body)).toMatchObject({ feedId: HARBOUR, host: record.attributes.MessageGroupId });
  });

  it('the sample event of ingest-item becomes an article without a fetch', async () => {
    const { ingest, articles, web } = ingestWorld();
    const message = parseItemMessage(sampleOf('ingest-item').Records[0].body);
    if (!('item' in message)) throw new Error('The sample holds no item.');
    expect(await ingest(message)).toMatchObject({ outcome: 'published' });
    expect([...articles.articles.values()]).toMatchObject([{ title: 'The ferry returns', feedId: HARBOUR }]);
    expect(web.requests).toEqual([]);
  });

  it('the sample event of print-events is a published article', () => {
    expect(decodeArticleEvents(sampleOf('print-events'))).toMatchObject([
      { type: 'published', article: { title: 'The ferry returns', feedId: HARBOUR } },
    ]);
  });

  it('the sample event of schedule-rechecks is a run that was due at a full hour', () => {
    expect(parseScheduledRun(sampleOf('schedule-rechecks')).scheduledTime).toMatch(/T\d\d:00:00Z$/);
  });

  it('the sample event of websub-callback is a hub’s verification of a subscription', () => {
    const { rawPath, rawQueryString } = sampleOf('websub-callback');
    expect(rawPath.split('/')[1]).toBe(HARBOUR);
    expect(new URLSearchParams(rawQueryString).get('hub.mode')).toBe('subscribe');
  });
});

describe('events that Lambda would not send', () => {
  const { Records: polls } = sampleOf('poll-feed');
  const { attributes: _, ...withoutAttributes } = polls[0];
  it.each([
    ['is empty', {}, /^Records: /],
    ['has a message without attributes', { Records: [withoutAttributes] }, /^Records\.0\.attributes: /],
    ['is no object', 'poll', /^the event: /],
  ])('an event is refused when it %s', (_, event, problem) => {
    expect(eventProblem('poll-feed', event)).toMatch(problem);
  });

  it('schedule-polls accepts any event, because it doesn’t read its event', () => {
    expect(eventProblem('schedule-polls', {})).toBeUndefined();
  });
});
