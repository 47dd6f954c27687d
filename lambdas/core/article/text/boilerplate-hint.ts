/**
 * What an element's markup says about its part of the page: names of elements, roles, and words in classes and ids. Publishers'
 * templates use a few hundred English words for the same few things; the others here are their German, French, Spanish
 * and Italian ones.
 */

/**
 * - `strong`: not the article, however much text it holds
 * - `weak`: not the article, unless a large part of the page's text is in it: `has-sidebar` names the whole page
 * - `linked`: not the article if it has links; without them it may be a standfirst
 * - `picture`: a caption, if it is short
 */
export type BoilerplateHint = 'none' | 'strong' | 'weak' | 'linked' | 'picture';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements that hold the whole page, so that their classes speak of more than furniture. */
const WHOLE = set('HTML BODY MAIN');
const STRONG_NAMES = set('NAV ASIDE FOOTER DIALOG FIGCAPTION');
const WEAK_ROLES = set(
  'navigation complementary dialog alertdialog banner contentinfo search menu menubar toolbar tablist alert status',
);
const STRONG = set('comment comments kommentar kommentare disqus respond outbrain taboola breadcrumb breadcrumbs');
const WEAK = set(
  // ways around the site
  'nav navi navbar navigation menu submenu pagination pager pagenav toc sidebar sitemap footer skip toolbar tools print ' +
    // ways away from the article
    'recirc recirculation readmore readnext mostread trending popular morestories seealso crosslink ' +
    'verwandt verwandte relacionadas relacionados relacionada correlati ' +
    // sharing and reactions
    'share shares sharing sharebar sharetools sharedaddy social socials socialmedia addthis addtoany reactions rating ratings ' +
    'compartir partager ' +
    // advertising, subscriptions, consent
    'ad ads adv advert advertisement advertising anzeige werbung publicidad publicite sponsor sponsored sponsors promo ' +
    'promotion promos cta affiliate newsletter newsletters subscribe subscription subscriptions signup login register ' +
    'paywall abo donate donation appeal cookie cookies consent gdpr privacy modal popup overlay ' +
    // about the article and beside it
    'byline author authors autor autoren bio authorbio dateline timestamp date meta metadata postmeta tag tags tagcloud ' +
    'keywords topics categories copyright disclaimer infobox factbox ' +
    // pictures' texts
    'caption captions credit credits bildunterschrift bu legende imagetext gallery slideshow carousel slider offscreen',
);
const LINKED = set('related recommended recommendation recommendations recommend teaser teasers');
const PICTURE = set(
  'photo photos foto fotos image images img picture pictures pic bild figure media video mediathek inlinegallery galerie',
);
const HIDDEN = /(?:^|\s)(?:hidden|hide|invisible|visually-?hidden|sr-only|screen-reader-text)(?:$|\s)/;
/** Class names of the article itself, many of them WordPress's and the microformats'. */
const ARTICLE =
  /(?:^|[\s_-])(?:h-?entry|entry-?content|article-?body|post-?(?:content|body)|story-?body|type-post)(?:$|[\s_-])|articleBody/;

export function boilerplateHintOf(element: Element): BoilerplateHint {
  const name = element.nodeName;
  if (WHOLE.has(name)) return 'none';
  if (STRONG_NAMES.has(name)) return 'strong';
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return 'weak';
  if (WEAK_ROLES.has(element.getAttribute('role') ?? '')) return 'weak';
  if (name === 'ARTICLE') return 'none';
  const label = labelOf(element);
  if (label === '' || ARTICLE.test(label)) return 'none';
  if (HIDDEN.test(label)) return 'weak';
  const words = wordsIn(label);
  const has = (vocabulary: ReadonlySet<string>) => words.some((word) => vocabulary.has(word));
  if (has(STRONG)) return 'strong';
  if (has(WEAK)) return 'weak';
  if (has(LINKED)) return 'linked';
  return has(PICTURE) ? 'picture' : 'none';
}

/** Whether an element's markup says that it is the article. */
export const isMarkedArticle = (element: Element): boolean =>
  element.nodeName === 'ARTICLE' ||
  element.nodeName === 'MAIN' ||
  element.getAttribute('role') === 'main' ||
  /articleBody/i.test(element.getAttribute('itemprop') ?? '') ||
  ARTICLE.test(labelOf(element));

/** The longest class attribute that is looked at, in characters; real ones have a tenth of it. */
const MAX_LABEL_LENGTH = 1_000;

/** Classes and id. A heading's id is made of its words, and a utility class with a variant (`print:hidden`) says nothing. */
function labelOf(element: Element): string {
  const id = /^H[1-6]$/.test(element.nodeName) ? '' : (element.getAttribute('id') ?? '').slice(0, MAX_LABEL_LENGTH);
  const classes = (element.getAttribute('class') ?? '').slice(0, MAX_LABEL_LENGTH);
  return `${classes} ${id}`
    .split(/\s+/)
    .filter((name) => !/[:[\]!&]/.test(name))
    .join(' ')
    .trim();
}

/** Letters between signs or up to a capital: `relatedLinks` and `related-links` have the same two words. */
const wordsIn = (label: string): string[] =>
  label
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
