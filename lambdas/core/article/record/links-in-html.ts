/** The links in an article's own HTML, which has a link in one form only (text/article-html.ts): `<a href="…">`. */
import { MAX_LINKS } from './media-room.ts';

export interface HtmlLink {
  readonly url: string;
  /** The words of the link, with spaces folded. */
  readonly text: string;
}

/** Max links that are read: a link is repeated in each block that it spans. */
const MAX_READ = 5_000;
const START = '<a href="';

/** Returns the links in their order, each time that they stand in the HTML. */
export function linksInHtml(html: string): HtmlLink[] {
  const links: HtmlLink[] = [];
  for (let at = html.indexOf(START); at !== -1 && links.length < MAX_READ; at = html.indexOf(START, at + 1)) {
    const end = html.indexOf('"', at + START.length);
    const close = html.indexOf('</a>', end);
    if (end === -1 || close === -1) break;
    const url = unescaped(html.slice(at + START.length, end));
    if (/^https?:/.test(url)) links.push({ url, text: textOf(html.slice(end + 2, close)) });
  }
  return links;
}

/**
 * Returns where an article's HTML leads: each address once, without its fragment, and not the article's own.
 *
 * @param url the article's address
 */
export function articleLinks(html: string, url: string | undefined): readonly string[] | undefined {
  if (!html.includes(START)) return undefined;
  const links = new Set(linksInHtml(html).map((link) => withoutFragment(link.url)));
  links.delete(url ?? '');
  return links.size === 0 ? undefined : [...links].slice(0, MAX_LINKS);
}

/** A fragment that begins with `#!` names a page of its own. */
const withoutFragment = (url: string): string => url.replace(/#(?!!).*$/s, '');

const textOf = (html: string): string =>
  unescaped(html.slice(0, MAX_TEXT_LENGTH).replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
/** In characters. */
const MAX_TEXT_LENGTH = 2_000;

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/g, (name) => SIGNS[name] ?? name);
