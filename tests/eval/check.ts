/** Compares what comes out of a case with what must come out. */
import { detectLanguage, extractArticle, parseFeed, sameNews } from './adapters.ts';
import {
  bytesOf,
  type Cases,
  type FeedCase,
  type LanguageCase,
  type NewsCase,
  type PageCase,
  type TextWanted,
} from './fixtures.ts';

export type Check<C> = (each: C) => Promise<string | undefined>;

/** Each check returns what is wrong; undefined if nothing is. */
export const checks: { readonly [S in keyof Cases]: Check<Cases[S][number]> } = {
  pages: checkPage,
  feeds: checkFeed,
  language: checkLanguage,
  'same-news': checkNews,
};

async function checkPage({ file, url, want }: PageCase): Promise<string | undefined> {
  const came = await extractArticle(bytesOf('pages', file), { url });
  return (
    wrongText('text', came.text ?? '', want) ??
    wrongText('HTML', came.html ?? '', { has: want.htmlHas ?? [], lacks: want.htmlLacks ?? [] }) ??
    differs('title', want.title, came.title) ??
    differs('authors', want.authors?.toSorted(), came.authors.toSorted()) ??
    differs('an assumed date', want.publishedAssumed, came.publishedAssumed) ??
    differsInDate('date', want.published, came.published)
  );
}

async function checkFeed({ file, url, contentType, want }: FeedCase): Promise<string | undefined> {
  const bytes = bytesOf('feeds', file);
  const came = await parseFeed(bytes, { baseUrl: url, ...(contentType !== undefined && { contentType }) });
  if ('error' in came) return want.error ? undefined : `error: ${came.error}`;
  if (want.error) return `no error, but ${came.entries.length} entries`;
  const titled = bytes[0] === 0x7b ? (text: unknown) => text : unescaped;
  const feed = { ...came.feed, title: titled(came.feed.title) };
  const ofFeed = Object.entries(want.feed ?? {}).map(([key, wanted]) =>
    differs(`the feed’s ${key}`, wanted, feed[key as keyof typeof feed]),
  );
  const ofEntries = (want.entries ?? []).map((wanted, index) => {
    const entry = came.entries[index];
    if (entry === undefined) return `there is no entry ${index + 1}`;
    return wrongEntry(wanted, { ...entry, title: titled(entry.title) }, `entry ${index + 1}`);
  });
  return [differs('entries', want.count, came.entries.length), ...ofFeed, ...ofEntries].find(Boolean);
}

function wrongEntry(
  { has = [], lacks = [], lines = [], ...fields }: TextWanted & Readonly<Record<string, unknown>>,
  entry: { readonly text: string | undefined; readonly [field: string]: unknown },
  which: string,
): string | undefined {
  const wrongFields = Object.entries(fields).map(([key, wanted]) => {
    if (key === 'published' || key === 'updated') return differsInDate(`${which}: ${key}`, String(wanted), entry[key]);
    return differs(`${which}: ${key}`, wanted, comparable(key, entry[key]) ?? null);
  });
  return [wrongText(`text of ${which}`, entry.text ?? '', { has, lacks, lines }), ...wrongFields].find(Boolean);
}

/** Authors are compared by their names, enclosures by their addresses. */
function comparable(key: string, value: unknown): unknown {
  if (key === 'authors') return (value as { readonly name: string }[]).map(({ name }) => name);
  return key === 'enclosures' ? (value as { readonly url: string }[]).map(({ url }) => url) : value;
}

/** With a declaration: as a page declares it. Without: as the text alone tells. */
async function checkLanguage({ declared, text, want }: LanguageCase): Promise<string | undefined> {
  const tag = declared === undefined ? await detectLanguage(text) : await languageOfPage(declared, text);
  const came = tag?.split('-')[0]?.toLowerCase() ?? '';
  return anyOf(want.language).includes(came) ? undefined : `language: wanted ${show(want.language)}, came ${show(tag)}`;
}

async function languageOfPage(declared: string, text: string): Promise<string | undefined> {
  const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`);
  const page = `<html lang="${declared}"><body><article><h1>18</h1>${paragraphs.join('')}</article></body></html>`;
  return (await extractArticle(new TextEncoder().encode(page), { url: 'https://paper.example/news/18' })).language;
}

async function checkNews({ first, second, want }: NewsCase): Promise<string | undefined> {
  return differs('the same news', want.same, await sameNews(first, second));
}

function wrongText(name: string, text: string, { has = [], lacks = [], lines = [] }: TextWanted): string | undefined {
  const found = new Set(text.split('\n').map((line) => line.trim()));
  const missing = has.find((each) => !anyOf(each).some((part) => text.includes(part)));
  if (missing !== undefined) return `the ${name} lacks ${show(missing)}`;
  const line = lines.find((each) => !anyOf(each).some((part) => found.has(part)));
  if (line !== undefined) return `the ${name} has no line ${show(line)}`;
  const kept = lacks.find((part) => text.includes(part));
  return kept === undefined ? undefined : `the ${name} has ${show(kept)}`;
}

const differs = (name: string, wanted: unknown, came: unknown): string | undefined =>
  wanted === undefined || JSON.stringify(wanted) === JSON.stringify(came)
    ? undefined
    : `${name}: wanted ${show(wanted)}, came ${show(came)}`;

/** @param wanted a day in UTC or an instant */
function differsInDate(name: string, wanted: string | undefined, came: unknown): string | undefined {
  if (wanted === undefined) return undefined;
  const at = new Date(String(came));
  const isRight =
    !Number.isNaN(at.getTime()) &&
    (wanted.length === 10 ? at.toISOString().startsWith(wanted) : at.getTime() === Date.parse(wanted));
  return isRight ? undefined : `${name}: wanted ${wanted}, came ${show(came)}`;
}

const anyOf = (each: string | readonly string[]): readonly string[] => (typeof each === 'string' ? [each] : each);

/** Max characters of a value in a message. */
const MAX_SHOWN = 70;

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The adapters give titles of XML as HTML. */
const unescaped = (text: unknown): unknown =>
  typeof text === 'string'
    ? text.replace(/&(lt|gt|quot|apos|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? "'")
    : text;
