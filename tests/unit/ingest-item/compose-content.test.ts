import { expect, it } from 'vitest';
import { identify } from '../../../lambdas/core/article/identity/identity.ts';
import { composeContent } from '../../../lambdas/ingest-item/compose-content.ts';
import { item, message } from '../../fakes/messages.ts';
import { articlesInProcess } from '../../fakes/readers.ts';
import { FERRY, paragraphs } from '../../fakes/stories.ts';

const FIRST_SEEN_AT = '2026-11-23T08:00:05.000Z';
const announced = message({ item: item({ content: paragraphs(FERRY) }) });
const announcement = { read: articlesInProcess, message: announced, identity: identify(announced) };

it('content without a page has the feed’s text and title, and the reason for having no page', async () => {
  const page = { kind: 'none', reason: 'http-403' } as const;
  expect(await composeContent(announcement, page, FIRST_SEEN_AT)).toMatchObject({
    textSource: 'feed',
    siteName: 'Harbour Post',
    url: 'https://harbour.example/news/1',
    publishedAt: FIRST_SEEN_AT,
    pageFailure: 'http-403',
  });
});

it('content without a declared language has the language of its text', async () => {
  const content = await composeContent(announcement, { kind: 'none' }, FIRST_SEEN_AT);
  expect(content.language).toBe('en');
  expect(content).not.toHaveProperty('pageFailure');
});

const breach = { kind: 'breach', by: 'time', detail: 'It took more than 3 s of CPU time.' } as const;
const page = { kind: 'page', reading: { metadata: { title: 'Another headline' } } } as const;

it('content that can’t be composed with its page is composed without the page', async () => {
  const read: typeof articlesInProcess = async (name, argument) =>
    name === 'compose' && 'reading' in argument ? breach : articlesInProcess(name, argument);
  const content = await composeContent({ ...announcement, read }, page, FIRST_SEEN_AT);
  expect(content).toMatchObject({
    pageFailure: 'too-costly',
    textSource: 'feed',
    text: expect.stringContaining(FERRY[0] ?? ''),
  });
});

it('content that can’t be composed at all has the bare fields of its item', async () => {
  const content = await composeContent({ ...announcement, read: async () => breach }, page, FIRST_SEEN_AT);
  expect(content).toMatchObject({ pageFailure: 'too-costly', wordCount: 0, url: 'https://harbour.example/news/1' });
});
