import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BenchPages {
  /** The site that publishes the stories first. */
  readonly origin: string;
  /** Another site, which publishes each story with another lead. */
  readonly copyOrigin: string;
  /** The edition of all stories that is served. */
  edition: number;
  stop(): Promise<void>;
}

const PARAGRAPHS = 14;
const PARAGRAPH_WORDS = 55;
const LINKS = 120;
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za'.split(' ');

/** Two loopback sites with a page for each story: some 40 kB, as much boilerplate as news. */
export async function benchPages(): Promise<BenchPages> {
  const server = createServer(({ url = '', headers }, answer) => {
    const story = Number(/^\/news\/(\d+)$/.exec(url)?.[1] ?? Number.NaN);
    if (Number.isNaN(story)) return void answer.writeHead(404).end();
    const isCopy = headers.host?.startsWith('localhost') === true;
    return void answer
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(pageOf(story, isCopy, pages.edition));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pages: BenchPages = {
    origin: `http://127.0.0.1:${port}`,
    copyOrigin: `http://localhost:${port}`,
    edition: 1,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return pages;
}

export const headlineOf = (story: number): string => words(story, 'headline', 8);

function pageOf(story: number, isCopy: boolean, edition: number): string {
  const title = headlineOf(story);
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, at) => `<p>${words(story, `paragraph ${at}`, PARAGRAPH_WORDS)}.</p>`,
  );
  if (isCopy) paragraphs[0] = `<p>${words(story, 'lead of another desk', PARAGRAPH_WORDS)}.</p>`;
  if (edition > 1) paragraphs.push(`<p>${words(story, `edition ${edition}`, PARAGRAPH_WORDS)}.</p>`);
  const links = Array.from(
    { length: LINKS },
    (_, at) => `<li><a href="/topics/${at}">${words(at, 'topic', 4)}</a></li>`,
  );
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-11-20T08:00:00Z',
    author: { '@type': 'Person', name: 'Ada Quill' },
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${isCopy ? 'Valley Wire' : 'Harbour Post'}</title>
<meta property="og:title" content="${title}"><meta name="description" content="${words(story, 'description', 20)}">
<script type="application/ld+json">${JSON.stringify(data)}</script><style>${'.box{margin:0 auto;padding:1px}'.repeat(100)}</style></head>
<body><header><nav><ul>${links.slice(0, LINKS / 2).join('')}</ul></nav></header>
<main><article><h1>${title}</h1><p class="byline">By Ada Quill</p>${paragraphs.join('\n')}</article></main>
<aside class="related"><ul>${links.slice(LINKS / 2).join('')}</ul></aside><footer><p>All rights reserved.</p></footer>
<script>${'window.dataLayer=window.dataLayer||[];'.repeat(200)}</script></body></html>`;
}

/** Returns words that no other part of any story has. They are the same at every call. */
function words(story: number, part: string, count: number): string {
  let state = [...`${story} ${part}`].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0,
    0x811c9dc5,
  );
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  const syllable = (): string => SYLLABLES[next() % SYLLABLES.length] ?? '';
  return Array.from({ length: count }, () => syllable() + syllable() + (next() % 2 === 0 ? syllable() : '')).join(' ');
}
