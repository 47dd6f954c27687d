import { type OpmlFeed, OUR_NAMESPACE, OUR_PREFIX } from './opml-feed.ts';
import { settingTexts } from './record/feed-settings.ts';

/** A folder of the written list: its feeds, and its folders by name. */
interface Folder {
  readonly feeds: OpmlFeed[];
  readonly folders: Map<string, Folder>;
}

const emptyFolder = (): Folder => ({ feeds: [], folders: new Map() });

/**
 * Writes feeds as a list that `parseOpml` reads as the same feeds, with their titles, labels and settings. A feed lies in a folder for
 * each of its labels, because other readers show folders, and few show categories. Its first line has everything else.
 */
export function formatOpml(feeds: Iterable<OpmlFeed>, title: string, now: Date): string {
  const root = emptyFolder();
  let hasOurs = false;
  for (const feed of feeds) {
    hasOurs ||= oursOf(feed).length > 0;
    for (const { feeds: listed } of foldersOf(feed, root)) listed.push(feed);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0"${hasOurs ? ` xmlns:${OUR_PREFIX}="${OUR_NAMESPACE}"` : ''}>`,
    `  <head><title>${escapeXml(title)}</title><dateCreated>${now.toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...linesOf(root, '    ', new Set()),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/** A feed without labels lies in the root. */
const foldersOf = ({ labels = [] }: OpmlFeed, root: Folder): Folder[] =>
  labels.length === 0 ? [root] : labels.map((label) => label.split('/').reduce(folderIn, root));

function folderIn(around: Folder, name: string): Folder {
  const folder = around.folders.get(name) ?? emptyFolder();
  around.folders.set(name, folder);
  return folder;
}

/** @param written the feeds that have a line already */
const linesOf = ({ feeds, folders }: Folder, indent: string, written: Set<OpmlFeed>): string[] => [
  ...[...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, folder]) => [
      `${indent}<outline text="${escapeXml(name)}">`,
      ...linesOf(folder, `${indent}  `, written),
      `${indent}</outline>`,
    ]),
  ...feeds.map((feed) => {
    const isFirst = !written.has(feed);
    written.add(feed);
    return `${indent}${outlineOf(feed, isFirst)}`;
  }),
];

function outlineOf(feed: OpmlFeed, isFirst: boolean): string {
  const { url, title, labels = [] } = feed;
  const attributes: [string, string | undefined][] = [
    ['type', 'rss'],
    ['text', title ?? url],
    ['title', title],
    ['xmlUrl', url],
    ['category', labels.length === 0 || !isFirst ? undefined : labels.join(',')],
    ...(isFirst ? oursOf(feed) : []),
  ];
  const written = attributes.flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escapeXml(value)}"`));
  return `<outline${written.join('')}/>`;
}

const oursOf = ({ settings = {}, status }: OpmlFeed): [string, string][] => [
  ...settingTexts(settings).map(([name, value]): [string, string] => [`${OUR_PREFIX}:${name}`, value]),
  ...(status === undefined ? [] : [[`${OUR_PREFIX}:status`, status] as [string, string]]),
];

/**
 * White space is escaped too, because XML readers turn line breaks in attributes into spaces (XML 1.0 §3.3.3). So are
 * controls that a terminal would follow: C1, and the signs that turn the direction of text.
 */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (c) => `&#${c.charCodeAt(0)};`);
