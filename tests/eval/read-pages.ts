/** Reads the pages of a directory that somebody has, beside what a person says of each. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { explainPage, type LeftOut } from '../../lambdas/core/article/explain-page.ts';
import type { PageReading } from '../../lambdas/core/article/read-page.ts';
import { pageText } from '../../lambdas/core/article/text-source.ts';
import { fileProblem } from '../../tools/cli/file-problem.ts';

/** What a person says of a page. What is absent or null isn't scored. */
export interface Truth {
  readonly url: string;
  /** The article's text. */
  readonly body?: string;
  /** Texts that the article has, and texts of the page that it hasn't. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string;
  /** In any order, agencies too. */
  readonly authors?: readonly string[];
  /** Instead of the list, as `Ada Quay; Bo Lind and Cy Moor`. */
  readonly author?: string;
  /** ISO 8601: a day or an instant. */
  readonly date?: string;
}

export interface Page {
  readonly id: string;
  readonly truth: Truth;
  readonly bytes: Uint8Array;
  readonly reading: PageReading;
  readonly leftOut: readonly LeftOut[];
  readonly text: string;
  /** CPU time of the reading, in milliseconds. */
  readonly cpuMs: number;
}

/** @param directory holds `truth.json`, `{ [id]: Truth }`, and each page as `ID.html` or `ID.html.gz` */
export function readPages(directory: string): Page[] {
  const json = read(join(directory, 'truth.json')).toString();
  const truths: Readonly<Record<string, Truth>> = JSON.parse(json, (_, value) => value ?? undefined);
  return Object.entries(truths).map(([id, truth]) => {
    const bytes = bytesOf(join(directory, `${id}.html`));
    const before = process.cpuUsage();
    const { reading, leftOut } = explainPage(bytes, undefined, truth.url);
    const { user, system } = process.cpuUsage(before);
    return { id, truth, bytes, reading, leftOut, text: pageText(reading)?.text ?? '', cpuMs: (user + system) / 1000 };
  });
}

const bytesOf = (file: string): Uint8Array => (existsSync(file) ? read(file) : gunzipSync(read(`${file}.gz`)));

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw fileProblem(file, 'read', error);
  }
}
