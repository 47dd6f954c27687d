/** OPML subscription lists (http://opml.org/spec2.opml). */
import sax from 'sax';
import { normaliseFeedUrl } from './feed-url.ts';

export interface OpmlFeed {
  /** Normalised, see `normaliseFeedUrl`. */
  readonly url: string;
  readonly title?: string;
}

export interface OpmlProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
}

export interface OpmlReading {
  readonly feeds: readonly OpmlFeed[];
  readonly problems: readonly OpmlProblem[];
}

/** The feeds of a list, each once, and what was wrong in it by line. A broken document gives what stood before the fault. */
export function parseOpml(text: string): OpmlReading {
  const feeds = new Map<string, OpmlFeed>();
  const problems: OpmlProblem[] = [];
  const parser = sax.parser(true);
  let isOpml = false;
  const report = (problem: string): void => {
    problems.push({ line: parser.line + 1, problem });
  };
  parser.onopentag = ({ name, attributes }) => {
    if (name.toLowerCase() === 'opml') isOpml = true;
    if (name.toLowerCase() !== 'outline') return;
    const fields = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), String(value)]));
    const raw = fields.get('xmlurl');
    if (raw === undefined) return; // a folder
    const url = normaliseFeedUrl(raw);
    if (url === undefined) return report(`"${raw}" is not an http or https address`);
    if (feeds.has(url)) return report(`${url} is listed twice`);
    const title = fields.get('title')?.trim() || fields.get('text')?.trim();
    feeds.set(url, title ? { url, title } : { url });
  };
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    report(
      `the XML is broken: ${String((error as Error).message)
        .split('\n', 1)[0]
        ?.replace(/\.$/, '')}`,
    );
  }
  if (!isOpml) return { feeds: [], problems: [{ line: 1, problem: 'this is not an OPML document' }] };
  return { feeds: [...feeds.values()], problems };
}

export function formatOpml(feeds: Iterable<OpmlFeed>, title: string, now: Date): string {
  const outlines = [...feeds].map(
    ({ url, title: text = url }) =>
      `    <outline type="rss" text="${escapeXml(text)}" title="${escapeXml(text)}" xmlUrl="${escapeXml(url)}"/>`,
  );
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

const escapeXml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
