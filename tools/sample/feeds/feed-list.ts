/** The list of feeds that the publisher offers to readers, in folders as a newsroom keeps them. */
import { type Markup, markup } from '../parts/markup.ts';
import type { Resource } from '../parts/resource.ts';
import { subscribedPaths } from './feed-definitions.ts';

export const feedListPath = '/feeds.opml';

/** The folders of each feed, from the outermost to the innermost; a feed may lie in several. */
const FOLDERS: readonly { readonly names: readonly string[]; readonly paths: readonly string[] }[] = [
  { names: ['Desks', 'News'], paths: ['/courier/feed.xml', '/courier/traffic.xml'] },
  { names: ['Desks', 'Sea'], paths: ['/courier/rss/harbour', '/courier/tide-table.xml', '/shores/index.rdf'] },
  { names: ['Desks', 'Ideas'], paths: ['/orrery/atom.xml', '/orrery/lab-notes.xml', '/orrery/events.xml'] },
  { names: ['Client 7'], paths: ['/courier/rss/harbour', '/orrery/atom.xml'] },
];

export function feedList(origin: string): Resource {
  const listed = new Set(FOLDERS.flatMap(({ paths }) => paths));
  const others = subscribedPaths.filter((path) => !listed.has(path));
  const outline = (path: string): Markup => markup`<outline type="rss" text="${path}" xmlUrl="${origin}${path}"/>`;
  const folder = (names: readonly string[], paths: readonly string[]): Markup => {
    const [name, ...inner] = names;
    return name === undefined
      ? markup`${paths.map(outline)}`
      : markup`<outline text="${name}">${folder(inner, paths)}</outline>`;
  };
  const source = markup`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head><title>All our feeds</title></head>
<body>${FOLDERS.map(({ names, paths }) => folder(names, paths))}${others.map(outline)}</body>
</opml>
`.source;
  return { status: 200, contentType: 'text/x-opml; charset=utf-8', body: Buffer.from(source) };
}
