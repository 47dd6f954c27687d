import { articlesInEdition } from './editions.ts';
import {
  brokenFeedPath,
  feedDefinitions,
  goneFeedPath,
  movedFeed,
  privateFeed,
  subscriber,
} from './feeds/feed-definitions.ts';
import { feedList, feedListPath } from './feeds/feed-list.ts';
import { feedResource } from './feeds/feed-resource.ts';
import { courierPage } from './pages/courier.ts';
import { frontPage } from './pages/front-page.ts';
import { databaseErrorPage, goneFeedPage, kioskPage, movedPage, notFoundPage } from './pages/notices.ts';
import { orreryPage } from './pages/orrery.ts';
import type { PageTemplate } from './pages/page.ts';
import { shoresPage } from './pages/shores.ts';
import { styles } from './pages/styles.ts';
import type { PrintedArticle, PublicationId } from './parts/article.ts';
import { type Markup, markup } from './parts/markup.ts';
import { drawPicture } from './parts/picture.ts';
import { publicationOf, publications } from './parts/publications.ts';
import type { Resource } from './parts/resource.ts';
import { silence } from './parts/silence.ts';

const templates: Record<PublicationId, PageTemplate> = { courier: courierPage, orrery: orreryPage, shores: shoresPage };

/** RFC 7617 §2. */
const SUBSCRIPTION = `Basic ${Buffer.from(`${subscriber.username}:${subscriber.password}`).toString('base64')}`;

/**
 * Returns the whole site in one edition, by path. The result depends only on the arguments.
 * @param edition the number of changes since the site opened
 * @param start the time when the site opened; all dates are relative to it
 */
export function sampleSite(origin: string, edition: number, start: Date): ReadonlyMap<string, Resource> {
  const articles = articlesInEdition(edition, start, origin);
  const atOpening = articlesInEdition(0, start, origin);
  return new Map<string, Resource>([
    ['/', html(200, kioskPage(publications))],
    ...feedDefinitions.map((feed) => [feed.path, feedResource(feed, articles, origin)] as const),
    [privateFeed.path, { ...feedResource(privateFeed, articles, origin), authorization: SUBSCRIPTION }],
    [feedListPath, feedList(origin)],
    [movedFeed.path, { ...html(301, movedPage(movedFeed.to)), location: movedFeed.to }],
    [goneFeedPath, html(410, goneFeedPage())],
    [brokenFeedPath, { ...html(200, databaseErrorPage()), contentType: 'application/rss+xml' }],
    ...publications.flatMap(({ id }) => publicationResources(id, articles)),
    ...articles
      .filter(({ takenDown }) => !takenDown)
      .flatMap((article) => articleResources(article, atOpening, origin)),
  ]);
}

/** The answer at every other path. */
export function notFound(): Resource {
  return html(404, notFoundPage());
}

function publicationResources(
  id: PublicationId,
  all: readonly PrintedArticle[],
): readonly (readonly [string, Resource])[] {
  const articles = all.filter(({ publication }) => publication === id);
  const feeds = feedDefinitions.filter(({ publication }) => publication === id);
  const updated = new Date(Math.max(...articles.map(({ modified }) => modified.getTime())));
  const style: Resource = { status: 200, contentType: 'text/css; charset=utf-8', body: Buffer.from(styles[id]) };
  return [
    [`/${id}/`, html(200, frontPage(publicationOf(id), articles, feeds), updated)],
    [`/${id}/style.css`, style],
  ];
}

function articleResources(
  article: PrintedArticle,
  atOpening: readonly PrintedArticle[],
  origin: string,
): readonly (readonly [string, Resource])[] {
  // From the opening edition only, so that a page changes only when its own article changes.
  const related = atOpening.filter(
    ({ publication, slug, takenDown }) => publication === article.publication && slug !== article.slug && !takenDown,
  );
  const publication = publicationOf(article.publication);
  const page = templates[article.publication]({ article, publication, related, origin });
  const base = `/${article.publication}`;
  return [
    [`${base}/${article.slug}`, html(200, page, article.modified)],
    ...(article.picture
      ? [[`${base}/images/${article.slug}.svg`, svg(drawPicture(article.slug, article.picture.alt))] as const]
      : []),
    ...(article.episode
      ? [[`${base}/audio/${article.slug}.wav`, { status: 200, contentType: 'audio/wav', body: silence() }] as const]
      : []),
  ];
}

function html(status: Resource['status'], page: Markup, lastModified?: Date): Resource {
  const contentType = 'text/html; charset=utf-8';
  return { status, contentType, body: Buffer.from(page.source), ...(lastModified && { lastModified }) };
}

function svg(picture: Markup): Resource {
  const body = Buffer.from(markup`<?xml version="1.0" encoding="utf-8"?>\n${picture}`.source);
  return { status: 200, contentType: 'image/svg+xml', body };
}
