/** Chooses the text of an article: the text that the page shows, the text in the page's JSON-LD, or the feed's. */
import { compact } from '../compact.ts';
import { countWords, shorten, wordsOf } from '../words.ts';
import { shareOf } from './identity/headline.ts';
import { isHeadlineOf, titlesAgree } from './identity/same-news.ts';
import type { PageReading, Textless } from './read-page.ts';
import type { ArticleContent } from './record/article.ts';
import { fragmentText, plainMainText } from './text/fragment-text.ts';
import type { MainText } from './text/main-text.ts';
import type { Voice } from './voice.ts';

/** Why a page isn't the article's, in the order in which the reasons are checked:
 *  - `bot-wall`: a bot wall's challenge
 *  - `other-page`: not the announced page, but a login, a soft 404, or a consent wall under every address
 *  - `index-page`: a list of articles, which may include the announced one */
type PageObjection = 'bot-wall' | 'other-page' | 'index-page';

/** Why the article's page doesn't give the text, in the order in which the reasons are checked:
 *  - {@link Textless}: the page has no text
 *  - `wall`: the page has the article's address and headline, but its text is about something else
 *  - `teaser`: the text is the beginning of a paid article
 *  - `shorter`: the feed's text is longer */
type TextObjection = Textless | 'wall' | 'teaser' | 'shorter';

export type Objection = PageObjection | TextObjection;

export interface TextChoice extends MainText, Pick<ArticleContent, 'textSource'> {
  /** Why the text is the feed's although the page was read. */
  readonly objection?: Objection;
}

/**
 * Returns the page's text unless there is an objection to it, else the feed's. If the feed doesn't speak for the page's
 * site, there are fewer objections: the page may say less than the feed and, if it declares itself an article, something else.
 *
 * @param headline the feed's headline of the article.
 * @param feed the feed's own text, which may be empty.
 */
export function chooseText(
  headline: string | undefined,
  feed: MainText,
  page: PageReading | undefined,
  voice: Pick<Voice, 'speaksForItem' | 'speaksForPage'> = { speaksForItem: true, speaksForPage: true },
): TextChoice {
  if (page === undefined) return { ...feed, textSource: 'feed' };
  const ofPage = pageText(page);
  const announced = { headline: headline ?? shorten(feed.text, MAX_HEADLINE_LENGTH), text: feed.text };
  const text = ofPage?.text ?? '';
  const objection = objectionToPage(page, text, announced, voice) ?? objectionToText(page, text, announced, voice);
  if (ofPage !== undefined && objection === undefined) return ofPage;
  return compact({ ...feed, textSource: 'feed' as const, objection });
}

/** The feed's words on an article. */
interface Announcement {
  readonly headline: string;
  readonly text: string;
}

/** Max length of the start of the feed's text that replaces a missing headline, in characters. */
const MAX_HEADLINE_LENGTH = 80;
/**
 * Min length of the shown text, as a share of the `articleBody`'s. If the page shows less, a script would load the rest,
 * and the `articleBody` is taken instead.
 */
const MIN_SHOWN_SHARE = 0.5;
/** Min length of an `articleBody`, in characters. A shorter one is a summary. */
const MIN_BODY_LENGTH = 250;

/** Returns the page's text with its source: as the page shows it, or as the JSON-LD has it. */
export function pageText({ shown, articleBody = '', metadata }: PageReading): TextChoice | undefined {
  const body = bodyText(articleBody, metadata.url ?? '');
  const { length } = body.text;
  if (length >= MIN_BODY_LENGTH && (shown?.text.length ?? 0) < length * MIN_SHOWN_SHARE)
    return { ...body, textSource: 'json-ld' };
  return shown === undefined ? undefined : { ...shown, textSource: 'page' };
}

/** An `articleBody` should be plain text; some are HTML, and some are HTML that was escaped once more. */
function bodyText(articleBody: string, baseUrl: string): MainText {
  const body = /&lt;\/?[a-z]/i.test(articleBody) ? fragmentText(articleBody, baseUrl).text : articleBody;
  return hasTag(body) ? fragmentText(body, baseUrl) : plainMainText(body);
}

/** Whether a tag begins in a text and ends. A pattern for both would read the rest of the text at each `<`. */
function hasTag(text: string): boolean {
  const start = text.search(/<\/?[a-z]/i);
  return start !== -1 && text.includes('>', start);
}

/** Whether the page is the article's, so that its title, authors and other metadata are believed too. */
export const isOfArticle = ({ objection }: TextChoice): boolean =>
  objection !== 'bot-wall' && objection !== 'other-page' && objection !== 'index-page';

function objectionToPage(
  page: PageReading,
  text: string,
  announced: Announcement,
  { speaksForItem, speaksForPage }: Pick<Voice, 'speaksForItem' | 'speaksForPage'>,
): PageObjection | undefined {
  const { headline } = announced;
  const { title } = page.metadata;
  if (page.isChallenge && isShort(text)) return 'bot-wall';
  if (page.isArticle && isVague(announced)) return undefined;
  const isContradicted = !isHeadlineOf(headline, `${title ?? ''}\n${text}`);
  const isForeign = !speaksForItem && !speaksForPage;
  if (isContradicted && !(isForeign && page.isArticle && text !== '')) return 'other-page';
  return page.isIndex && !titlesAgree(headline, title) ? 'index-page' : undefined;
}

function objectionToText(
  page: PageReading,
  text: string,
  announced: Announcement,
  { speaksForPage }: Pick<Voice, 'speaksForPage'>,
): TextObjection | undefined {
  if (text === '') return page.textless ?? 'no-article';
  const { title = announced.headline, excerpt = '' } = page.metadata;
  const subject = speaksForPage ? announced : { headline: title, text: excerpt };
  if (isWall(text, subject, speaksForPage && announced.text !== '')) return 'wall';
  if (announced.text === '') return undefined;
  if (page.metadata.access === 'paywalled' && isCut(text)) return 'teaser';
  return speaksForPage && text.length < announced.text.length ? 'shorter' : undefined;
}

/** `Editorial`, `Photo 7`: a single word doesn't identify an article. */
const isVague = ({ headline, text }: Announcement): boolean =>
  wordsOf(`${headline} ${text}`).filter((word) => !/\d/.test(word)).length < 2;

/** Min number of words of a whole article. A shorter text may be a notice or a teaser. */
const MIN_WORDS = 150;
/** Max length of the start of the feed's text that says what the article is about, in characters. */
const MAX_LEAD_LENGTH = 280;
/** Min number of stems in the announcement. Fewer stems don't tell one subject from another. */
const MIN_STEMS = 4;
/** Min share of the announcement's stems that the article's text contains. */
const MIN_SHARED_STEMS = 0.2;

/**
 * Whether a text that is short, or speaks of cookies, isn't the announced article. Short texts count only if the feed has
 * a rival text. Measured: 2.3 % of 397 real pages have
 * so few stems of their own headline and description in their first 150 words; under another page's headline 88 % have.
 */
function isWall(text: string, announced: Announcement, hasRival: boolean): boolean {
  // If the feed has no text that may replace it, a short text is better than none, unless it is a consent wall's.
  if (!(isShort(text) && hasRival) && !/cookie|consent/i.test(text)) return false;
  const stems = wordStems(`${announced.headline} ${shorten(announced.text, MAX_LEAD_LENGTH)}`);
  return stems.length >= MIN_STEMS && shareOf(stems, new Set(wordStems(text))) < MIN_SHARED_STEMS;
}

/** The first four letters of longer words, and all words of scripts without case: Chinese, Korean, Arabic. */
const wordStems = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length >= 4 || /\p{Lo}/u.test(word))
    .map((word) => word.slice(0, 4));

const isCut = (text: string): boolean => /(?:…|\.\.\.)[\]) ]*$/.test(text) || isShort(text);

const isShort = (text: string): boolean => countWords(text) < MIN_WORDS;
