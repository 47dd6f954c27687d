/** What reading a page costs, beside bare Readability on the same parser, which is what most Node projects use. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPage } from '../../lambdas/core/article/read-page.ts';

export interface ExtractionCost {
  readonly pages: number;
  /** Median milliseconds of CPU a page. */
  readonly ours: number;
  readonly readability: number;
  /** Pages that Readability throws at. */
  readonly threw: number;
}

/** @param pages the pages' bytes; without them, pages of a news site's usual shape are made. */
export function measureExtraction(pages: readonly Uint8Array[] = madePages(100)): ExtractionCost {
  let threw = 0;
  const bare = (page: Uint8Array): void => {
    try {
      new Readability(parseHTML(new TextDecoder().decode(page)).document).parse();
    } catch {
      threw++;
    }
  };
  const ours = (page: Uint8Array): void => void readPage(page, 'text/html', 'https://bench.invalid/news/1');
  for (const page of pages.slice(0, 10)) [bare, ours].map((read) => read(page)); // the compiler warms up
  threw = 0;
  const costs = pages.map((page) => [cpuMs(() => ours(page)), cpuMs(() => bare(page))] as const);
  return {
    pages: pages.length,
    ours: median(costs.map(([ms]) => ms)),
    readability: median(costs.map(([, ms]) => ms)),
    threw,
  };
}

function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Pages of about 100 kB: scripts, a menu, twenty paragraphs with a share bar and a newsletter box, forty teasers. */
const madePages = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, page) => {
    const sentence = `The harbour office of island ${page} says, as it did before, that the ferry sails when the wind allows it. `;
    const teaser = (n: number) =>
      `<li class="teaser"><a href="/${n}"><img src="/${n}.jpg"><h3>Headline ${n} of the day</h3><p>${sentence}</p></a></li>`;
    const body = Array.from({ length: 20 }, (_, n) => `<p class="text">${sentence.repeat(2 + (n % 3))}</p>`);
    return Buffer.from(`<!doctype html><html lang="en"><head><title>Ferry ${page}</title>
      <script>${'window.tracker=window.tracker||[];'.repeat(800)}</script></head><body>
      <nav><ul>${'<li><a href="/s">Section</a></li>'.repeat(40)}</ul></nav><main><article><h1>Ferry ${page}</h1>
      <div class="share-bar">${'<a href="/share">Share</a>'.repeat(6)}</div>${body.join('')}
      <aside class="newsletter"><p>${sentence}</p></aside></article>
      <ul>${Array.from({ length: 40 }, (_, n) => teaser(n)).join('')}</ul></main><footer>© Harbour Post</footer></body></html>`);
  });
