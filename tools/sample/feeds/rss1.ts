import { renderBlock } from '../parts/blocks.ts';
import { type Markup, markup } from '../parts/markup.ts';
import type { Entry, Feed } from './feed.ts';

/** RSS 1.0 (web.resource.org/rss/1.0/spec). The items are beside the channel, which lists them. */
export function renderRss1(feed: Feed): Markup {
  return markup`<?xml version="1.0" encoding="${feed.encoding}"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${feed.selfUrl}">
  <title>${feed.title}</title>
  <link>${feed.homeUrl}</link>
  <description>${feed.description}</description>
  <dc:language>${feed.language}</dc:language>
  <dc:date>${feed.updated.toISOString()}</dc:date>
  <items>
    <rdf:Seq>
${feed.entries.map(({ article }) => markup`      <rdf:li rdf:resource="${article.url}"/>\n`)}    </rdf:Seq>
  </items>
</channel>
${feed.entries.map(renderItem)}</rdf:RDF>
`;
}

function renderItem({ article, link, content }: Entry): Markup {
  return markup`<item rdf:about="${article.url}">
  <title>${article.title}</title>
  <link>${link}</link>
  <description>${article.standfirst}</description>
${article.authors.map((author) => markup`  <dc:creator>${author}</dc:creator>\n`)}  <dc:date>${article.published.toISOString()}</dc:date>
  <dcterms:modified>${article.modified.toISOString()}</dcterms:modified>
  <dc:language>${article.language}</dc:language>
${[article.section, ...article.tags].map((tag) => markup`  <dc:subject>${tag}</dc:subject>\n`)}${content === 'summary' ? undefined : markup`  <content:encoded>${article.body.map(renderBlock).join('')}</content:encoded>\n`}</item>
`;
}
