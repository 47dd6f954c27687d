/** The parts of a page that its metadata is read from, and how a scan collects them. */
import type { LicenseLink } from '../../rights/page-rights.ts';
import type { ImageTag } from './open-graph-images.ts';
import type { PlacedPicture } from './page-pictures.ts';

/** A text of the page. `at`: its place, as the number of nodes before it. */
export interface PlacedText {
  readonly text: string;
  readonly at: number;
}

export interface Heading extends PlacedText {
  readonly level: number;
}

/** A text that may contain a date: of a `<time>`, of an element that is named for a date, or of any other element. */
export interface PlacedDate extends PlacedText {
  readonly kind: 'time' | 'named' | 'text';
  /** The words or the markup by the date say that it is the publication's. */
  readonly role?: 'published' | 'changed';
}

export interface Byline extends PlacedText {
  /** The names in it that link to a person's page. */
  readonly links: readonly string[];
  /**
   * How the page marks it: as an author (`rel`, `itemprop`, hCard, a link to a person's page), by the name of a class, or
   * not at all: its words are those of a byline.
   */
  readonly mark: 'author' | 'class' | 'text';
}

export interface PageScan {
  /** The address that served the page. */
  readonly url: string;
  /** The address that relative links are resolved against. */
  readonly base: string;
  readonly language?: string;
  /** Contents of `<meta>`, by lower-case name; no content is empty. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** schema.org properties of the article as microdata or RDFa, by lower-case name. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Addresses of `<link>` by relation, as written. */
  readonly links: ReadonlyMap<string, string>;
  /** Addresses of the feeds that the head names (RSS autodiscovery), as written. */
  readonly feeds: readonly string[];
  readonly licenses: readonly LicenseLink[];
  /** The RSL documents in the page, as text. */
  readonly rsl: readonly string[];
  readonly documentTitle?: string;
  readonly headings: readonly Heading[];
  readonly dates: readonly PlacedDate[];
  readonly bylines: readonly Byline[];
  /** The places of long texts: paragraphs of the running text. */
  readonly paragraphs: readonly number[];
  /** The `og:image` tags, in the page's order. */
  readonly imageTags: readonly ImageTag[];
  readonly pictures: readonly PlacedPicture[];
  /** The texts of the JSON-LD scripts. */
  readonly scripts: readonly string[];
}

/** The parts that a scan has collected so far. */
export interface Collected {
  readonly meta: Map<string, string[]>;
  readonly properties: Map<string, string[]>;
  readonly links: Map<string, string>;
  readonly feeds: string[];
  readonly licenses: LicenseLink[];
  readonly rsl: string[];
  readonly headings: Heading[];
  readonly dates: PlacedDate[];
  readonly bylines: Byline[];
  readonly paragraphs: number[];
  readonly imageTags: ImageTag[];
  readonly pictures: PlacedPicture[];
  readonly scripts: string[];
  documentTitle?: string;
  /** The place of the article's latest author. */
  authorAt?: number;
}

export const nothingCollected = (): Collected => ({
  meta: new Map(),
  properties: new Map(),
  links: new Map(),
  feeds: [],
  licenses: [],
  rsl: [],
  headings: [],
  dates: [],
  bylines: [],
  paragraphs: [],
  imageTags: [],
  pictures: [],
  scripts: [],
});

/** Max number of parts of each kind. */
export const MAX_PARTS = 300;

/** Adds a value by name. Doesn't read the value beyond the limit: a nested element is expensive to read. */
export function addValue(to: Map<string, string[]>, name: string, read: () => string): void {
  const values = to.get(name) ?? [];
  const value = values.length < MAX_PARTS ? read() : '';
  if (value !== '') to.set(name, [...values, value]);
}

/** Adds a text unless the text is empty, too long to be read, or beyond the limit. */
export function addText<T extends PlacedText>(
  to: T[],
  value: Omit<T, 'text'> & { readonly text: string | undefined },
): void {
  if (value.text && to.length < MAX_PARTS) to.push(value as T);
}
