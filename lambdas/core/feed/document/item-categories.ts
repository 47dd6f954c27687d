/** The categories of an item, in the publisher's words. */
import { MAX_NAME_LENGTH } from '../../limits.ts';
import { feedPlainText } from '../markup/feed-plain-text.ts';
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';

/** Max categories of an item, and of a list that is divided by commas. */
const MAX_CATEGORIES = 100;
const MAX_LISTED = 500;
/** Elements that hold several categories, divided by commas. */
const LISTS = ['itunes:keywords', 'media:keywords', 'tags'];

export function categoriesOf(raw: RawElement): readonly string[] {
  const found = [
    ...[...all(raw, 'category'), ...all(raw, 'atom:category')].map(categoryOf),
    ...[...all(raw, 'dc:subject'), ...all(raw, 'media:category')].map(textOf),
    ...all(raw, 'itunes:category').flatMap(withSubcategories),
    ...LISTS.flatMap((name) => all(raw, name).flatMap((value) => listedCategories(textOf(value)))),
  ];
  return eachCategoryOnce(found.map((each) => (each === undefined ? undefined : feedPlainText(each))));
}

/** The categories in a text, divided by commas. */
export const listedCategories = (text = ''): readonly string[] => text.split(',', MAX_LISTED);

/** The categories in their order, each once, without those that are too long. */
export const eachCategoryOnce = (names: readonly (string | undefined)[]): readonly string[] => {
  const known = names.map((name) => name?.replace(/\s+/g, ' ').trim() ?? '');
  return [...new Set(known.filter((name) => name !== '' && name.length <= MAX_NAME_LENGTH))].slice(0, MAX_CATEGORIES);
};

/** Atom's `term`. If the term is an address, as Blogger's is, the `label` for people comes first (RFC 4287 §4.2.2). */
function categoryOf(value: unknown): string | undefined {
  const term = attributeOf(value, 'term');
  if (term !== undefined && !/^https?:/i.test(term)) return term;
  return attributeOf(value, 'label') ?? textOf(value);
}

const withSubcategories = (category: unknown): readonly (string | undefined)[] => [
  attributeOf(category, 'text') ?? textOf(category),
  ...childrenOf(category, 'itunes:category').map((each) => attributeOf(each, 'text')),
];
