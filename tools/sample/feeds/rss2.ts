import { renderBlock } from '../parts/blocks.ts';
import { cdata, type Markup, markup } from '../parts/markup.ts';
import { pictureSize } from '../parts/picture.ts';
import { silence } from '../parts/silence.ts';
import type { Entry, Feed } from './feed.ts';

/** RSS 2.0 (rssboard.org/rss-specification) with the content, Dublin Core, Atom and Media RSS modules. */
export function renderRss2(feed: Feed): Markup {
  return markup`<?xml version="1.0" encoding="${feed.encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel>
  <title>${feed.title}</title>
  <link>${feed.homeUrl}</link>
  <description>${feed.description}</description>
  <language>${feed.language}</language>
  <lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
  <atom:link href="${feed.selfUrl}" rel="self" type="application/rss+xml"/>
${feed.entries.map(renderItem)}</channel>
</rss>
`;
}

function renderItem({ article, link, guid, content }: Entry): Markup {
  return markup`  <item>
    <title>${article.title}</title>
    <link>${link}</link>
    <guid isPermaLink="${guid ? 'false' : 'true'}">${guid ?? article.url}</guid>
    <pubDate>${article.published.toUTCString()}</pubDate>
    <dcterms:modified>${article.modified.toISOString()}</dcterms:modified>
${article.authors.map((author) => markup`    <dc:creator>${author}</dc:creator>\n`)}${[article.section, ...article.tags].map((tag) => markup`    <category>${tag}</category>\n`)}    <description>${article.standfirst}</description>
${content === 'summary' ? undefined : markup`    <content:encoded>${cdata(markup`${article.body.map(renderBlock)}`)}</content:encoded>\n`}${article.picture && renderMedia(article.imageUrl, article.picture)}${article.episode && renderEpisode(article.audioUrl, article.episode.seconds)}  </item>
`;
}

function renderEpisode(url: string | undefined, seconds: number): Markup {
  return markup`    <enclosure url="${url}" length="${silence().length}" type="audio/wav"/>
    <itunes:duration>${seconds}</itunes:duration>
`;
}

function renderMedia(url: string | undefined, picture: NonNullable<Entry['article']['picture']>): Markup {
  return markup`    <media:content url="${url}" type="image/svg+xml" medium="image" width="${pictureSize.width}" height="${pictureSize.height}">
      <media:description type="plain">${picture.caption}</media:description>
      <media:credit>${picture.credit}</media:credit>
    </media:content>
`;
}
