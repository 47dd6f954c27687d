/** OPML subscription lists (http://opml.org/spec2.opml). */
import sax from 'sax';
import { normaliseFeedUrl } from './record/feed-url.ts';

export interface OpmlFeed {
  /** Normalised, see `normaliseFeedUrl`. */
  readonly url: string;
  readonly title?: string;
}

/** A feed and the line where its outline begins, counted from 1. */
export interface OpmlEntry extends OpmlFeed {
  readonly line: number;
}

export interface OpmlProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  /** The line names a feed that an earlier line has named: nothing is lost. */
  readonly isRepeated?: true;
}

export interface OpmlReading {
  readonly feeds: readonly OpmlEntry[];
  /** In the order of the lines. */
  readonly problems: readonly OpmlProblem[];
}

/** Max levels of folders: lists for people are never as deep. */
const MAX_DEPTH = 100;
/** Max faults of the XML: after so many the rest isn't worth its time either. */
const MAX_FAULTS = 20_000;
/** Max length of a text from the list in a problem, in characters. */
const MAX_QUOTE_LENGTH = 200;

/**
 * Returns the feeds of a list, each once, and its problems by line. A line that can't be read costs that line only: the
 * reading goes on behind it.
 */
export function parseOpml(text: string): OpmlReading {
  const feeds = new Map<string, OpmlEntry>();
  const problems: OpmlProblem[] = [];
  let isOpml = false;
  let depth = 0;
  let faults = 0;
  let line = 1;
  const parser = sax.parser(true);
  const giveUp = (problem: string): never => {
    problems.push({ line: parser.line + 1, problem: `${problem}; nothing is read from here on` });
    throw new HopelessError();
  };
  parser.onopentagstart = () => {
    // The parser has read the character behind the name. If that is a line break, the name stands on the line before.
    line = parser.line + (parser.column === 0 ? 0 : 1);
  };
  parser.onopentag = ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) giveUp(`outlines are nested more than ${MAX_DEPTH} deep`);
    if (name.toLowerCase() === 'opml') isOpml = true;
    if (name.toLowerCase() !== 'outline') return;
    const outline = readOutline(fieldsOf(attributes), line, feeds);
    if (outline === undefined) return;
    if ('problem' in outline) problems.push(outline);
    else feeds.set(outline.url, outline);
  };
  parser.onclosetag = () => {
    depth--;
  };
  parser.onerror = ({ message }) => {
    parser.error = null as never; // sax reads no further while an error is set
    if (++faults > MAX_FAULTS) giveUp('the XML is broken everywhere');
    // A fault often causes others on its line.
    if (problems.at(-1)?.line === parser.line + 1) return;
    const fault = message.replace(/\.?\n.*$/s, ''); // behind it sax names the place
    problems.push({ line: parser.line + 1, problem: `the XML is broken: ${fault}` });
  };
  try {
    parser.write(withoutBareAmpersands(text.replace(/^\uFEFF/, ''))).close();
  } catch (error) {
    if (!(error instanceof HopelessError)) throw error;
  }
  if (isOpml) return { feeds: [...feeds.values()], problems };
  const problem = text.trim() === '' ? 'the document is empty' : 'this is not an OPML document';
  return { feeds: [], problems: [{ line: 1, problem }] };
}

/** Ends the reading; the reason is among the problems. */
class HopelessError extends Error {}

/** Addresses with parameters are often not escaped, and their meaning is clear. */
const withoutBareAmpersands = (xml: string): string => xml.replace(/&(?!#?\w+;)/g, '&amp;');

type Fields = ReadonlyMap<string, string>;

/** The attributes of an outline, by their names in lower case. */
const fieldsOf = (attributes: object): Fields =>
  new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), String(value).trim()]));

/** Returns the feed of an outline, or its problem; undefined if the outline is a folder. */
function readOutline(
  fields: Fields,
  line: number,
  feeds: ReadonlyMap<string, OpmlEntry>,
): OpmlEntry | OpmlProblem | undefined {
  const address = fields.get('xmlurl') ?? '';
  if (address === '')
    return isFolder(fields) ? undefined : { line, problem: `${nameOf(fields)} has no address (xmlUrl)` };
  const url = normaliseFeedUrl(address);
  if (url === undefined)
    return { line, problem: `"${address.slice(0, MAX_QUOTE_LENGTH)}" is not an http or https address` };
  const earlier = feeds.get(url);
  if (earlier !== undefined)
    return { line, problem: `${url} is listed twice, first in line ${earlier.line}`, isRepeated: true };
  const title = titleOf(fields, address);
  return title ? { url, line, title } : { url, line };
}

const isFolder = (fields: Fields): boolean => !fields.has('xmlurl') && fields.get('type')?.toLowerCase() !== 'rss';

const nameOf = (fields: Fields): string =>
  (fields.get('title') || fields.get('text') || 'the outline').slice(0, MAX_QUOTE_LENGTH);

/** Each outline has a `text` (OPML 2.0), so that a feed without a title has its address there. */
function titleOf(fields: Fields, address: string): string | undefined {
  const text = fields.get('text');
  return fields.get('title') || (text === address ? undefined : text);
}

/** Writes feeds as a list that `parseOpml` reads as the same feeds with the same titles. */
export function formatOpml(feeds: Iterable<OpmlFeed>, title: string, now: Date): string {
  const outlines = [...feeds].map(({ url, title: name }) => {
    const titled = name === undefined ? '' : ` title="${escapeXml(name)}"`;
    return `    <outline type="rss" text="${escapeXml(name ?? url)}"${titled} xmlUrl="${escapeXml(url)}"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title><dateCreated>${now.toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/**
 * White space is escaped too, because XML readers turn line breaks in attributes into spaces (XML 1.0 §3.3.3). So are
 * controls that a terminal would follow: C1, and the signs that turn the direction of text.
 */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (c) => `&#${c.charCodeAt(0)};`);
