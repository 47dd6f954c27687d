/** The cost of reading one page, stage by stage, beside bare Readability on the same parser in the same run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import Table from 'cli-table3';
import { parseHTML } from 'linkedom';
import { sketchOf } from '../../lambdas/core/article/identity/near-duplicate.ts';
import { checkedLanguage } from '../../lambdas/core/article/language.ts';
import { searchPage } from '../../lambdas/core/article/metadata/metadata-lookup.ts';
import { pageMetadata } from '../../lambdas/core/article/metadata/page-metadata.ts';
import { parsePage } from '../../lambdas/core/article/page/page-document.ts';
import { mainPart, mainText } from '../../lambdas/core/article/text/main-text.ts';
import { madePages } from './made-pages.ts';
import { mean, threadCpuMs } from './measure.ts';

const URL = 'https://bench.invalid/news/1';
/** Pages that are read before the measurement, to warm up the compiler and the language tables. */
const WARM_UP = 20;

/** @param directory of pages, plain or as `.gz`. @default made-up pages of a news site's usual shape */
export async function benchReading(directory?: string): Promise<void> {
  const pages = directory === undefined ? madePages(150) : pagesIn(directory);
  const costs = new Map<string, number[]>();
  for (const [index, page] of pages.entries()) {
    const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      const { result, ms } = await threadCpuMs(work);
      if (index >= WARM_UP) costs.set(name, [...(costs.get(name) ?? []), ms]);
      return result;
    };
    await stage('whole', async () => {
      const document = await stage('decode and parse', () => parsePage(page, 'text/html'));
      const { title, language } = await stage('metadata', () => pageMetadata(searchPage(document, URL)));
      const main = await stage('text and HTML', () =>
        mainText(mainPart(document, title === undefined ? {} : { title }).blocks, URL),
      );
      await stage('language', () => checkedLanguage(language, main.text));
      await stage('sketch', () => sketchOf(main.text));
    });
    await stage('bare Readability', () => bareReadability(page));
  }
  const table = new Table({
    head: [`${pages.length - WARM_UP} pages`, 'CPU ms/page, mean'],
    colAligns: ['left', 'right'],
    style: { head: [], border: [] },
  });
  for (const [name, values] of costs) table.push([name, mean(values).toFixed(2)]);
  console.log(table.toString());
}

/** Readability, which most Node projects use. It throws at some pages. */
function bareReadability(page: Uint8Array): void {
  try {
    new Readability(parseHTML(new TextDecoder().decode(page)).document).parse();
  } catch {}
}

const pagesIn = (directory: string): Buffer[] =>
  readdirSync(directory)
    .filter((name) => /\.html(?:\.gz)?$/.test(name))
    .map((name) => {
      const bytes = readFileSync(join(directory, name));
      return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    });
