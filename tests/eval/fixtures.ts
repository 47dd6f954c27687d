/** The cases in tests/fixtures/cases: made-up pages, feeds, texts and pairs of known faults, each with what must come out. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIRECTORY = new URL('../fixtures/cases/', import.meta.url);

interface Named {
  readonly name: string;
  /** What the case has in common with others. */
  readonly kind: string;
  /** Whether the case was right before its kind was mended, and shows what mending must not break. */
  readonly counter?: true;
}

/** Of a list in the place of a text, any one will do. */
type AnyOf = string | readonly string[];

/** What a text has, has not, and has as a line of its own. */
export interface TextWanted {
  readonly has?: readonly AnyOf[];
  readonly lacks?: readonly string[];
  readonly lines?: readonly AnyOf[];
}

export interface PageCase extends Named {
  readonly file: string;
  readonly url: string;
  readonly want: TextWanted & {
    readonly title?: string;
    /** In any order, agencies too. */
    readonly authors?: readonly string[];
    /** A day in UTC or an instant. */
    readonly published?: string;
    /** True: no date, or an assumed one. */
    readonly publishedAssumed?: boolean;
    readonly htmlHas?: readonly AnyOf[];
    readonly htmlLacks?: readonly string[];
  };
}

export interface FeedCase extends Named {
  readonly file: string;
  readonly url: string;
  readonly contentType?: string;
  readonly want: {
    readonly error?: true;
    readonly count?: number;
    readonly feed?: Readonly<Record<string, string>>;
    readonly entries?: readonly (TextWanted & Readonly<Record<string, unknown>>)[];
  };
}

export interface LanguageCase extends Named {
  readonly text: string;
  /** As the page says it; absent if the text alone tells. */
  readonly declared?: string;
  readonly want: { readonly language: AnyOf };
}

export interface News {
  /** `https://paper.example/` */
  readonly site: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

export interface NewsCase extends Named {
  readonly first: News;
  readonly second: News;
  readonly want: { readonly same: boolean };
}

export interface Cases {
  readonly pages: readonly PageCase[];
  readonly feeds: readonly FeedCase[];
  readonly language: readonly LanguageCase[];
  readonly 'same-news': readonly NewsCase[];
}

export const cases: Cases = {
  pages: read('pages'),
  feeds: read('feeds'),
  language: read('language'),
  'same-news': read('same-news'),
};

function read(set: keyof Cases) {
  return JSON.parse(readFileSync(new URL(`${set}.json`, DIRECTORY), 'utf8'));
}

export const bytesOf = (set: 'pages' | 'feeds', file: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`${set}/${file}`, DIRECTORY))));
