/**
 * Sends each hostile document through all steps that read documents. If a step takes a time that grows faster than the
 * document, its test runs out of time; if a step makes much of little, its test finds too long a result.
 */
import { expect, it } from 'vitest';
import { composeArticle } from '../../../lambdas/core/article/compose-article.ts';
import { identify, pageFingerprints } from '../../../lambdas/core/article/identity/identity.ts';
import { readPage } from '../../../lambdas/core/article/read-page.ts';
import type { FeedItem } from '../../../lambdas/core/feed/document/feed-document.ts';
import { parseFeed } from '../../../lambdas/core/feed/document/parse-feed.ts';
import { compareItems } from '../../../lambdas/core/feed/polling/compare-items.ts';
import { isAllowed, parseRobots } from '../../../lambdas/core/web/robots.ts';
import { HOSTILE_DOCUMENTS, type HostileDocument } from '../../../tools/hostile/hostile-documents.ts';
import { feed as aFeed } from '../../fakes/feed.ts';
import { item, message } from '../../fakes/messages.ts';

/** In characters. */
const SIZE = 60_000;
/** Max characters of what is made of a document: what resolving may add to a document and to its article, and the texts. */
const MAX_ADDED = 2_200_000;
const MAX_TIMES = 8;
/** Items of a feed that are composed; the others are like these. */
const COMPOSED = 3;
const context = {
  url: 'https://harbour.example/',
  feedUrl: 'https://harbour.example/rss',
  firstSeenAt: '2026-11-23T08:00:00.000Z',
  foundAt: '2026-11-23T08:00:00.000Z',
};

function composed(found: FeedItem, reading?: ReturnType<typeof readPage>): unknown {
  const content = composeArticle(found, reading, context);
  return [content, pageFingerprints(content, identify(message({ item: found }))).length];
}

/** Everything that is made of a document. */
async function readingOf(kind: HostileDocument['kind'], text: string): Promise<unknown> {
  switch (kind) {
    case 'page': {
      const reading = readPage(Buffer.from(text), 'text/html', 'https://harbour.example/news/1');
      return [reading.metadata, reading.shown, composed(item(), reading)];
    }
    case 'robots': {
      const rules = parseRobots(text, 'Wireroom');
      return [rules, isAllowed(rules, `https://harbour.example/${'a'.repeat(4_000)}`)];
    }
    case 'feed': {
      const parsed = await parseFeed(Buffer.from(text), { baseUrl: 'https://harbour.example/rss' });
      if (parsed.kind === 'failed') return parsed;
      const { newItems } = compareItems(aFeed(), parsed.document.items, false).comparison;
      return [parsed.document, newItems.slice(0, COMPOSED).map((each) => composed(each))];
    }
    default:
      return kind satisfies never;
  }
}

it.each(HOSTILE_DOCUMENTS)(
  '$kind: $name, which attacks the $attacks, is read within bounds',
  async ({ kind, make }) => {
    const text = make(SIZE);
    expect(JSON.stringify(await readingOf(kind, text)).length).toBeLessThan(MAX_ADDED + MAX_TIMES * text.length);
  },
);
