import type { PrintedArticle } from '../parts/article.ts';
import type { Markup } from '../parts/markup.ts';
import type { Resource } from '../parts/resource.ts';
import { encodeWindows1252 } from '../parts/windows-1252.ts';
import { renderAtom } from './atom.ts';
import type { Entry, Feed } from './feed.ts';
import type { FeedDefinition } from './feed-definitions.ts';
import { renderRss1 } from './rss1.ts';
import { renderRss2 } from './rss2.ts';

const renderers: Record<FeedDefinition['format'], (feed: Feed) => Markup> = {
  rss2: renderRss2,
  rss1: renderRss1,
  atom: renderAtom,
};

/** Returns the document of a feed, in the edition that consists of `articles` (newest first). */
export function feedResource(
  definition: FeedDefinition,
  articles: readonly PrintedArticle[],
  origin: string,
): Resource {
  const entries = articles.flatMap((article) => entryOf(definition, article));
  const updated = new Date(Math.max(...entries.map(({ article }) => article.modified.getTime())));
  const document = renderers[definition.format]({
    ...definition,
    selfUrl: `${origin}${definition.path}`,
    homeUrl: `${origin}/${definition.publication}/`,
    updated,
    entries,
  }).source;
  return {
    status: 200,
    contentType: definition.contentType,
    body: definition.encoding === 'windows-1252' ? encodeWindows1252(document) : Buffer.from(document),
    ...(definition.validators && { lastModified: updated }),
  };
}

function entryOf(definition: FeedDefinition, article: PrintedArticle): readonly Entry[] {
  const carriage = definition.carries.find(({ slug }) => slug === article.slug);
  if (!carriage) return [];
  const link = carriage.tracking ? `${article.url}?${carriage.tracking}` : article.url;
  return [{ article, link, content: carriage.content, ...(carriage.guid && { guid: carriage.guid }) }];
}
