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
  /** The line names a feed that an earlier one has named: nothing is lost. */
  readonly isRepeated?: true;
}

export interface OpmlReading {
  readonly feeds: readonly OpmlEntry[];
  /** In the order of the lines. */
  readonly problems: readonly OpmlProblem[];
}

/** Folders in folders. A list for people is never as deep; one that is was made to fill our memory. */
const MAX_DEPTH = 100;
/** Faults of the XML. After so many the rest isn't worth its time either. */
const MAX_FAULTS = 20_000;

/**
 * The feeds of a list, each once, and what was wrong in it by line. A line that can't be read costs that line only: the
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
    // The character behind the name has been read: when that is the end of the line, the name stands on the one before.
    line = parser.line + (parser.column === 0 ? 0 : 1);
  };
  parser.onopentag = ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) giveUp(`outlines are nested more than ${MAX_DEPTH} deep`);
    if (name.toLowerCase() === 'opml') isOpml = true;
    if (name.toLowerCase() !== 'outline') return;
    const fields = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), String(value).trim()]));
    const raw = fields.get('xmlurl') ?? '';
    if (raw === '') {
      const isFolder = !fields.has('xmlurl') && fields.get('type')?.toLowerCase() !== 'rss';
      const name = fields.get('title') || fields.get('text') || 'the outline';
      if (!isFolder) problems.push({ line, problem: `${name.slice(0, 200)} has no address (xmlUrl)` });
      return;
    }
    const url = normaliseFeedUrl(raw);
    const earlier = feeds.get(url ?? '');
    if (url === undefined) {
      problems.push({ line, problem: `"${raw.slice(0, 200)}" is not an http or https address` });
    } else if (earlier !== undefined) {
      problems.push({ line, problem: `${url} is listed twice, first in line ${earlier.line}`, isRepeated: true });
    } else {
      const title = fields.get('title') || withoutAddress(fields.get('text'), raw);
      feeds.set(url, title ? { url, line, title } : { url, line });
    }
  };
  parser.onclosetag = () => {
    depth--;
  };
  parser.onerror = ({ message }) => {
    parser.error = null as never; // sax goes no further while one stands
    if (++faults > MAX_FAULTS) giveUp('the XML is broken everywhere');
    const [what = ''] = message.split('\n', 1);
    // One fault often draws others after it.
    if (problems.at(-1)?.line !== parser.line + 1)
      problems.push({ line: parser.line + 1, problem: `the XML is broken: ${what.replace(/\.$/, '')}` });
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

/** Ends the reading; why is among the problems. */
class HopelessError extends Error {}

/** Addresses with parameters are often written as they are, and mean what they say. */
const withoutBareAmpersands = (xml: string): string => xml.replace(/&(?!#?\w+;)/g, '&amp;');

/** `text` must be there (OPML 2.0), so a feed without a title has its address for one. */
const withoutAddress = (text: string | undefined, address: string): string | undefined =>
  text === address ? undefined : text;

/** What `parseOpml` reads as the same feeds with the same titles. */
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

/** White space too: as it is, a reader of XML makes a space of every line break in an attribute (XML 1.0 §3.3.3). */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
