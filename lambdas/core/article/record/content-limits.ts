/**
 * The lengths that an article's metadata may have, in characters. They keep an article below DynamoDB's 400 KB an
 * item (articles-table.ts), whatever a page or a feed claims. No honest publisher comes near them.
 */
import { compact } from '../../compact.ts';
import { shorten } from '../../words.ts';
import type { ArticleContent } from './article.ts';

const MAX_TITLE_LENGTH = 500;
const MAX_NAME_LENGTH = 200;
const MAX_NAMES = 50;
const MAX_URL_LENGTH = 4_096;

/** Shortens what people read; drops what would mean something else when shortened. */
export function withinLimits<T extends Partial<ArticleContent>>(content: T): T {
  const { title, url, siteName, publisher, authors, agencies, section, tags, image } = content;
  return compact({
    ...content,
    title: title === undefined ? undefined : shorten(title, MAX_TITLE_LENGTH),
    url: isLongerThan(url, MAX_URL_LENGTH) ? undefined : url,
    siteName: siteName === undefined ? undefined : shorten(siteName, MAX_NAME_LENGTH),
    publisher: publisher === undefined ? undefined : shorten(publisher, MAX_NAME_LENGTH),
    authors: authors === undefined ? undefined : names(authors),
    agencies: agencies === undefined ? undefined : names(agencies),
    section: section === undefined ? undefined : shorten(section, MAX_NAME_LENGTH),
    tags: tags === undefined ? undefined : names(tags),
    image:
      image === undefined || isLongerThan(image.url, MAX_URL_LENGTH)
        ? undefined
        : compact({
            ...image,
            alt: image.alt === undefined ? undefined : shorten(image.alt, MAX_TITLE_LENGTH),
            credit: image.credit === undefined ? undefined : shorten(image.credit, MAX_NAME_LENGTH),
          }),
  }) as unknown as T;
}

const names = (all: readonly string[]): string[] =>
  all.slice(0, MAX_NAMES).map((name) => shorten(name, MAX_NAME_LENGTH));

const isLongerThan = (text: string | undefined, most: number): boolean => (text?.length ?? 0) > most;
