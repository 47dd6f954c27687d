/**
 * Which part of a page an element marks (a byline, a date, something outside the article), told by its name and
 * classes.
 */

/**
 * Returns an attribute's value, if there is one. Cheaper than `getAttribute`, for which linkedom makes a token list of
 * each `class`.
 */
export const attributeOf = (element: Element, name: string): string | undefined =>
  element.getAttributeNode(name)?.value;

/**
 * Returns class and id: `commentAuthor author_name` → `comment-author author-name`; empty if no pattern below can match
 * them.
 */
export function classesOf(element: Element): string {
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.slice(0, MAX_LENGTH);
  if (!KNOWN_PART.test(names)) return '';
  return names
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replace(/_+|-{2,}/g, '-')
    .toLowerCase()
    .trim();
}

/** Max characters of `class` and `id` that are read; utility frameworks fill several hundred. */
const MAX_LENGTH = 1_000;
/** A part of each word in the patterns below. */
const KNOWN_PART =
  /comment|related|teaser|recommend|newsletter|breadcrumb|respond|line|aut|writer|reporter|journalist|verfasser|yazar|skribent|dat|time|publi|pub|post|creat|fecha/i;

const OUTSIDE_ELEMENTS = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'blockquote']);
const WHOLE_ELEMENTS = new Set(['html', 'body', 'main', 'article', 'head']);
const OUTSIDE_CLASSES =
  /(?:^|\s)(?:[a-z\d]+-){0,2}(?:comments|commentlist|comment|related|teasers?|recommend\w*|newsletter|breadcrumbs?|respond)(?:-(?:list|area|section|box|wrap|wrapper|container|articles?|posts?|news|items?|body|author|meta|link|date|time))*(?=\s|$)/;

/** Whether an element holds something other than the article: other articles, comments, parts of the site. */
export const isOutsideArticle = (element: Element, classes: string): boolean =>
  OUTSIDE_ELEMENTS.has(element.localName) || (!WHOLE_ELEMENTS.has(element.localName) && OUTSIDE_CLASSES.test(classes));

const FOR_SCREEN_READERS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|element-invisible|aural|hidden-?(?:visually|text)|offscreen)(?=\s|$)/i;

/** Whether an element's class takes it off the screen, and leaves it to programs that read the page aloud. */
export const hasScreenReaderClass = (element: Element): boolean =>
  FOR_SCREEN_READERS.test(attributeOf(element, 'class') ?? '');

/** Whether an element is hidden from the screen, such as the name of a part of the page. */
export const isForScreenReaders = (element: Element): boolean =>
  attributeOf(element, 'aria-hidden') === 'true' || hasScreenReaderClass(element);

const BYLINE =
  /(?:^|[\s-])(?:by-?lines?|authors?|autor(?:en|es|in|e|i)?|auteurs?|writers?|reporters?|journalists?|verfasser|yazar|skribent)(?=[\s-]|$)/;
const NO_BYLINE =
  /(?:^|[\s-])(?:comments?|avatar|bio|image|img|photo|social|desc|description|box|quote|follow|twitter|related|more)(?=[\s-]|$)/;

export const marksByline = (classes: string): boolean => BYLINE.test(classes) && !NO_BYLINE.test(classes);

const DATE =
  /(?:^|[\s-])(?:date|dates|datum|time|timestamp|datetime|publish|published|published-at|pubdate|publishdate|publishingdate|posted|created|fecha|dateline|meta-date|byline)(?=[\s-]|$)/;
const NO_DATE = /(?:^|[\s-])(?:comments?|update|updated-at|modified|reading|event|read)(?=[\s-]|$)/;

export const marksDate = (classes: string): boolean => DATE.test(classes) && !NO_DATE.test(classes);

const ARTICLE_SCOPE = /(?:Article|Posting|Report|WebPage|Review|CreativeWork|VideoObject)$/;

/** Whether the properties of a schema.org item of this type are the article's. */
export const isArticleScope = (itemType: string): boolean => ARTICLE_SCOPE.test(itemType);
