/**
 * A hint from an element's markup that the element is boilerplate: by its name, its role, or words in its class and id.
 * Publishers' templates use a few hundred English words for the same few things; the others here are German, French,
 * Spanish and Italian. How far a hint is believed is decided in boilerplate-scopes.ts.
 */

/**
 * - `strong`: boilerplate, unless the element holds nearly all of the page's text
 * - `weak`: boilerplate, unless the element holds a large part of the page's text: `has-sidebar` names the whole page
 * - `linked`: boilerplate if the element has links; without links it may be a standfirst
 * - `picture`: a caption if the element is short
 */
export type BoilerplateHint = 'none' | 'strong' | 'weak' | 'linked' | 'picture';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements that hold the whole page: their classes name parts of the page. */
const PAGE_NAMES = set('HTML BODY MAIN');
const STRONG_NAMES = set('NAV ASIDE FOOTER DIALOG FIGCAPTION');
const WEAK_ROLES = set(
  'navigation complementary dialog alertdialog banner contentinfo search menu menubar toolbar tablist alert status',
);
const STRONG_WORDS = set(
  'comment comments kommentar kommentare disqus respond outbrain taboola breadcrumb breadcrumbs',
);
const WEAK_WORDS = set(
  // the site's navigation
  'nav navi navbar navigation menu submenu pagination pager pagenav toc sidebar sitemap footer skip toolbar tools print ' +
    // links to other articles
    'recirc recirculation readmore readnext mostread trending popular morestories seealso crosslink ' +
    'verwandt verwandte relacionadas relacionados relacionada correlati ' +
    // sharing and reactions
    'share shares sharing sharebar sharetools sharedaddy social socials socialmedia addthis addtoany reactions rating ratings ' +
    'compartir partager ' +
    // advertising, subscriptions, consent
    'ad ads adv advert advertisement advertising anzeige werbung publicidad publicite sponsor sponsored sponsors promo ' +
    'promotion promos cta affiliate newsletter newsletters subscribe subscription subscriptions signup login register ' +
    'paywall abo donate donation appeal cookie cookies consent gdpr privacy modal popup overlay ' +
    // metadata of the article
    'byline author authors autor autoren bio authorbio dateline timestamp date meta metadata postmeta tag tags tagcloud ' +
    'keywords topics categories copyright disclaimer infobox factbox ' +
    // captions and galleries
    'caption captions credit credits bildunterschrift bu legende imagetext gallery slideshow carousel slider offscreen',
);
const LINKED_WORDS = set('related recommended recommendation recommendations recommend teaser teasers');
const PICTURE_WORDS = set(
  'photo photos foto fotos image images img picture pictures pic bild figure media video mediathek inlinegallery galerie',
);
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|hide|invisible|visually-?hidden|sr-only|screen-reader-text)(?:$|\s)/;
/** Classes of the article itself, many of them from WordPress and the microformats. */
const ARTICLE_CLASS =
  /(?:^|[\s_-])(?:h-?entry|entry-?content|article-?body|post-?(?:content|body)|story-?body|type-post)(?:$|[\s_-])|articleBody/;

/** The words of classes and ids, the strongest hint first. */
const HINTS: readonly (readonly [BoilerplateHint, ReadonlySet<string>])[] = [
  ['strong', STRONG_WORDS],
  ['weak', WEAK_WORDS],
  ['linked', LINKED_WORDS],
  ['picture', PICTURE_WORDS],
];

export function boilerplateHintOf(element: Element): BoilerplateHint {
  const name = element.nodeName;
  if (PAGE_NAMES.has(name)) return 'none';
  if (STRONG_NAMES.has(name)) return 'strong';
  if (isHidden(element) || WEAK_ROLES.has(element.getAttribute('role') ?? '')) return 'weak';
  return name === 'ARTICLE' ? 'none' : hintOfLabel(labelOf(element));
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';

function hintOfLabel(label: string): BoilerplateHint {
  if (ARTICLE_CLASS.test(label)) return 'none';
  if (HIDDEN_CLASS.test(label)) return 'weak';
  const words = wordsIn(label);
  return HINTS.find(([, vocabulary]) => words.some((word) => vocabulary.has(word)))?.[0] ?? 'none';
}

/** Whether an element's markup says that the element is the article. */
export const isMarkedArticle = (element: Element): boolean =>
  element.nodeName === 'ARTICLE' ||
  element.nodeName === 'MAIN' ||
  element.getAttribute('role') === 'main' ||
  /articleBody/i.test(element.getAttribute('itemprop') ?? '') ||
  ARTICLE_CLASS.test(labelOf(element));

/** Max length of a class or id that is read, in characters; real classes have a tenth of it. */
const MAX_LABEL_LENGTH = 1_000;

/**
 * Classes and id. Left out: a heading's id, because it is made of the heading's words, and utility classes
 * (`print:hidden`).
 */
function labelOf(element: Element): string {
  const id = /^H[1-6]$/.test(element.nodeName) ? '' : (element.getAttribute('id') ?? '').slice(0, MAX_LABEL_LENGTH);
  const classes = (element.getAttribute('class') ?? '').slice(0, MAX_LABEL_LENGTH);
  return `${classes} ${id}`
    .split(/\s+/)
    .filter((name) => !/[:[\]!&]/.test(name))
    .join(' ')
    .trim();
}

/** `relatedLinks` and `related-links` have the same two words. */
const wordsIn = (label: string): string[] =>
  label
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
