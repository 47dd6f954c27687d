/**
 * A hint from an element's markup that the element is boilerplate: by its name, its role, or words in its class and id.
 * Publishers' templates use a few hundred English words for the same few things; the others here are German, French,
 * Spanish and Italian. How far a hint is believed is decided in boilerplate-scopes.ts.
 */
import { elementsWithin } from '../page/elements-within.ts';
import { attributeOf } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import { isHeadingName, isHidden, isHiddenPanel, isHiddenSomewhere } from './shown-elements.ts';

/**
 * - `hidden`: boilerplate, unless the page shows little beside it: then a script is to show it
 * - `strong`: boilerplate, unless the element holds nearly all of the page's text
 * - `weak`: boilerplate, unless the element holds a large part of the page's text: `has-sidebar` names the whole page
 * - `linked`: boilerplate if the element has links; without links it may be a standfirst
 * - `picture`: a caption if the element has a picture, and words that stand by it
 */
export type BoilerplateHint = 'none' | 'hidden' | 'strong' | 'weak' | 'linked' | 'picture';

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
    'caption captions credit credits bildunterschrift bu legende imagetext gallery slideshow carousel slider',
);
const LINKED_WORDS = set('related recommended recommendation recommendations recommend teaser teasers');
const PICTURE_WORDS = set(
  'photo photos foto fotos image images img picture pictures pic bild figure media video mediathek inlinegallery galerie',
);
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

export const boilerplateHintOf = (element: Element): BoilerplateHint => hintedBy(element).hint;

/** What a hint comes from: `its name is “aside”`. */
export interface Hinted {
  readonly hint: BoilerplateHint;
  readonly because: string;
}

const NOTHING: Hinted = { hint: 'none', because: '' };

export function hintedBy(element: Element): Hinted {
  const name = element.nodeName;
  if (PAGE_NAMES.has(name)) return NOTHING;
  if (STRONG_NAMES.has(name) && !isSourceOfQuotation(element))
    return { hint: 'strong', because: `its name is “${name.toLowerCase()}”` };
  const hides = isHidden(element) || attributeOf(element, 'aria-hidden') === 'true';
  if (hides && !isHiddenPanel(element)) return { hint: 'hidden', because: 'it is hidden' };
  const role = attributeOf(element, 'role') ?? '';
  if (isHiddenSomewhere(element)) return { hint: 'weak', because: 'it is hidden on some screens' };
  if (WEAK_ROLES.has(role)) return { hint: 'weak', because: `its role is “${role}”` };
  if (name === 'ARTICLE') return NOTHING;
  const classes = labelOf(attributeOf(element, 'class'));
  // A heading's id is made of the heading's words.
  const id = isHeadingName(name) ? '' : labelOf(attributeOf(element, 'id'));
  const hinted = hintedByLabel(`${classes} ${id}`);
  if (hinted.hint === 'none' || id === '' || !isSlug(id, element)) return hinted;
  const byClass = hintedByLabel(classes);
  return byClass.hint === 'none' ? { ...hinted, hint: 'linked' } : byClass;
}

/**
 * Whether an id is made of the words of the heading within the element: then it says what the part of the article is
 * about. A single word is a label that the heading repeats: `id="comments"`.
 */
function isSlug(id: string, element: Element): boolean {
  const words = id.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  if (words.length < 2) return false;
  const heading = [...elementsWithin(element)].find(({ nodeName }) => isHeadingName(nodeName));
  const inHeading = new Set(slugOf((heading && textWithin(heading, MAX_HEADING_LENGTH)) ?? '').split('-'));
  return words.filter((word) => inHeading.has(word)).length >= Math.max(2, words.length - 1);
}

/** In characters. */
const MAX_HEADING_LENGTH = 300;

/** `The sponsor’s money` → `the-sponsors-money` */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

/** `<blockquote>… <footer>Ada Quay, harbour master</footer></blockquote>` */
const isSourceOfQuotation = ({ nodeName, parentNode }: Element): boolean =>
  nodeName === 'FOOTER' && parentNode?.nodeName === 'BLOCKQUOTE';

function hintedByLabel(label: string): Hinted {
  if (ARTICLE_CLASS.test(label)) return NOTHING;
  const words = wordsIn(label);
  for (const [hint, vocabulary] of HINTS) {
    const word = words.find((each) => vocabulary.has(each));
    if (word !== undefined) return { hint, because: `“${word}” is in its class or id` };
  }
  return NOTHING;
}

/** Whether an element's markup says that the element is the article. */
export const isMarkedArticle = (element: Element): boolean =>
  element.nodeName === 'ARTICLE' ||
  element.nodeName === 'MAIN' ||
  attributeOf(element, 'role') === 'main' ||
  /articleBody/i.test(attributeOf(element, 'itemprop') ?? '') ||
  ARTICLE_CLASS.test(`${labelOf(attributeOf(element, 'class'))} ${labelOf(attributeOf(element, 'id'))}`);

/** Max length of a class or id that is read, in characters; real classes have a tenth of it. */
const MAX_LABEL_LENGTH = 1_000;

/** Returns a class or id without utility classes (`print:hidden`). */
const labelOf = (names = ''): string =>
  names
    .slice(0, MAX_LABEL_LENGTH)
    .split(/\s+/)
    .filter((name) => !/[:[\]!&]/.test(name))
    .join(' ');

/** `relatedLinks` and `related-links` have the same two words. */
const wordsIn = (label: string): string[] =>
  label
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
