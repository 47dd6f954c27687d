import { renderBlock } from '../parts/blocks.ts';
import { type Markup, markup } from '../parts/markup.ts';
import type { Entry, Feed } from './feed.ts';

/** Atom 1.0 (RFC 4287). */
export function renderAtom(feed: Feed): Markup {
  return markup`<?xml version="1.0" encoding="${feed.encoding}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${feed.homeUrl}</id>
  <title>${feed.title}</title>
  <subtitle>${feed.description}</subtitle>
  <updated>${feed.updated.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${feed.selfUrl}"/>
  <link rel="alternate" type="text/html" href="${feed.homeUrl}"/>
${feed.entries.map((entry) => renderEntry(entry, feed))}</feed>
`;
}

function renderEntry({ article, link, guid, content }: Entry, feed: Feed): Markup {
  return markup`  <entry>
    <id>${guid ?? article.url}</id>
    <title type="html">${markup`${article.title}`.source}</title>
    <link rel="related" type="text/html" title="${feed.title}" href="${feed.homeUrl}"/>
    <link rel="alternate" type="text/html" hreflang="${article.language}" href="${link}"/>
${article.imageUrl && markup`    <link rel="enclosure" type="image/svg+xml" href="${article.imageUrl}"/>\n`}${article.authors.map((author) => markup`    <author><name>${author}</name></author>\n`)}    <published>${article.published.toISOString()}</published>
    <updated>${article.modified.toISOString()}</updated>
${[article.section, ...article.tags].map((tag) => markup`    <category term="${tag}"/>\n`)}    <summary>${article.standfirst}</summary>
${renderContent(article.body.map(renderBlock), content)}  </entry>
`;
}

/** Content of type html is escaped text, of type xhtml the markup itself in a single `div` (RFC 4287, 4.1.3.3). */
function renderContent(body: readonly Markup[], content: Entry['content']): Markup | undefined {
  if (content === 'summary') return undefined;
  if (content === 'html') return markup`    <content type="html">${body.join('')}</content>\n`;
  return markup`    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n${body}</div></content>\n`;
}
