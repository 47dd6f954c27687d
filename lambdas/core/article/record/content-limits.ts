/**
 * The lengths that an article's metadata may have, in characters. They keep an article below DynamoDB's 400 KB an
 * item (articles-table.ts), whatever a page or a feed claims. No honest publisher comes near them.
 */
import { compact } from '../../compact.ts';
import { shorten } from '../../words.ts';
import type { ArticleContent } from './article.ts';

const MOST_TITLE = 500;
const MOST_NAME = 200;
const MOST_NAMES = 50;
const MOST_URL = 4_096;

/** Shortens what people read; drops what would mean something else when shortened. */
export function withinLimits<T extends Partial<ArticleContent>>(content: T): T {
  const { title, url, siteName, publisher, authors, agencies, section, tags, image } = content;
  return compact({
    ...content,
    title: title === undefined ? undefined : shorten(title, MOST_TITLE),
    url: isLongerThan(url, MOST_URL) ? undefined : url,
    siteName: siteName === undefined ? undefined : shorten(siteName, MOST_NAME),
    publisher: publisher === undefined ? undefined : shorten(publisher, MOST_NAME),
    authors: authors === undefined ? undefined : names(authors),
    agencies: agencies === undefined ? undefined : names(agencies),
    section: section === undefined ? undefined : shorten(section, MOST_NAME),
    tags: tags === undefined ? undefined : names(tags),
    image:
      image === undefined || isLongerThan(image.url, MOST_URL)
        ? undefined
        : compact({
            ...image,
            alt: image.alt === undefined ? undefined : shorten(image.alt, MOST_TITLE),
            credit: image.credit === undefined ? undefined : shorten(image.credit, MOST_NAME),
          }),
  }) as unknown as T;
}

const names = (all: readonly string[]): string[] => all.slice(0, MOST_NAMES).map((name) => shorten(name, MOST_NAME));

const isLongerThan = (text: string | undefined, most: number): boolean => (text?.length ?? 0) > most;
