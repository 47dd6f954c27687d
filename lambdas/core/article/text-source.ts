/** Which text an article gets: its page's as it is shown, its page's as the JSON-LD tells it, or the feed's. */
import { compact } from '../compact.ts';
import { countWords, shorten, wordsOf } from '../words.ts';
import { shareOf } from './identity/headline.ts';
import { isHeadlineOf, titlesAgree } from './identity/same-news.ts';
import type { PageReading, Textless } from './read-page.ts';
import type { ArticleContent } from './record/article.ts';
import { fragmentText, plainMainText } from './text/fragment-text.ts';
import type { MainText } from './text/main-text.ts';

/** What speaks against the text of a page, in the order in which it is asked:
 *  - `bot-wall`: a guard's page
 *  - `other-page`: it isn't the page that was announced, but a login, a soft 404, a consent wall under every address
 *  - `index-page`: a list of articles, the announced one perhaps among them
 *  - {@link Textless}: it has no text
 *  - `wall`: the article's address and headline, but what can be read speaks of something else
 *  - `teaser`: the beginning of an article that is to be paid for
 *  - `shorter`: the feed itself says more */
export type Objection = 'bot-wall' | 'other-page' | 'index-page' | Textless | 'wall' | 'teaser' | 'shorter';

export interface TextChoice extends MainText, Pick<ArticleContent, 'textSource'> {
  /** Why it is the feed's, though there is a page. */
  readonly objection?: Objection;
}

/**
 * The page has the word, unless something speaks against it.
 *
 * @param headline as the feed has it
 * @param feed the feed's own words; empty: none
 */
export function chooseText(headline: string | undefined, feed: MainText, page: PageReading | undefined): TextChoice {
  const ofPage = page === undefined ? undefined : pageText(page);
  const announced = headline ?? shorten(feed.text, ANNOUNCEMENT);
  const objection = page === undefined ? undefined : objectionTo(page, ofPage?.text ?? '', announced, feed.text);
  if (ofPage !== undefined && objection === undefined) return ofPage;
  return compact({ ...feed, textSource: 'feed' as const, objection });
}

/** The characters of a feed's words that stand in for a headline. */
const ANNOUNCEMENT = 80;
/**
 * The page as shown is its text, unless it has less than this share of the length of its `articleBody`: a script shows
 * the rest.
 */
const SHOWN_SHARE = 0.5;
/** An `articleBody` below this many characters is a summary. */
const MIN_BODY_LENGTH = 250;

/** What a page says for itself. */
export function pageText({ shown, articleBody = '', metadata }: PageReading): TextChoice | undefined {
  const told = toldText(articleBody, metadata.url ?? '');
  const { length } = told.text;
  if (length >= MIN_BODY_LENGTH && (shown?.text.length ?? 0) < length * SHOWN_SHARE)
    return { ...told, textSource: 'json-ld' };
  return shown === undefined ? undefined : { ...shown, textSource: 'page' };
}

/** An `articleBody` should be plain text; some are HTML, and some are HTML that was escaped once more. */
function toldText(articleBody: string, baseUrl: string): MainText {
  const body = /&lt;\/?[a-z]/i.test(articleBody) ? fragmentText(articleBody, baseUrl).text : articleBody;
  return /<\/?[a-z][^>]*>/i.test(body) ? fragmentText(body, baseUrl) : plainMainText(body);
}

/** Whether a page's words on its title, authors and the rest are to be believed too. */
export const isOfArticle = ({ objection }: TextChoice): boolean =>
  objection !== 'bot-wall' && objection !== 'other-page' && objection !== 'index-page';

function objectionTo(page: PageReading, text: string, headline: string, feed: string): Objection | undefined {
  const { title, access } = page.metadata;
  if (page.isChallenge && isShort(text)) return 'bot-wall';
  const isToldApart = !(page.isArticle && isVague(`${headline} ${feed}`));
  if (isToldApart && !isHeadlineOf(headline, `${title ?? ''}\n${text}`)) return 'other-page';
  if (isToldApart && page.isIndex && !titlesAgree(headline, title)) return 'index-page';
  if (text === '') return page.textless ?? 'no-article';
  if (isWall(text, headline, feed)) return 'wall';
  if (feed === '') return undefined;
  if (access === 'paywalled' && isCut(text)) return 'teaser';
  return text.length < feed.length ? 'shorter' : undefined;
}

/** `Editorial`, `Photo 7`: a single word tells nothing of an article. */
const isVague = (announcement: string): boolean => wordsOf(announcement).filter((word) => !/\d/.test(word)).length < 2;

/** Below this many words a text may be a notice or a teaser. */
const FEW_WORDS = 150;
/** The characters of a feed's words that say what its article is about. */
const LEAD = 280;
/** With fewer telling words nothing can be told. */
const MIN_STEMS = 4;
/** Of the telling words that announce an article, this share is in its text. */
const ABOUT = 0.2;

/**
 * Whether a text that is short, or that speaks of cookies, is not the announced one. Of 397 real pages 2.3 % have so
 * few of the telling words of their own headline and description within their first 150 words; of pages under each
 * other's headlines 88 % do.
 */
function isWall(text: string, headline: string, feed: string): boolean {
  // Where the feed is silent, a short text is better than none, if it isn't that of a consent wall.
  if (!(isShort(text) && feed !== '') && !/cookie|consent/i.test(text)) return false;
  const words = wordStems(`${headline} ${shorten(feed, LEAD)}`);
  return words.length >= MIN_STEMS && shareOf(words, new Set(wordStems(text))) < ABOUT;
}

/** The stems, roughly, of longer words, and all words of scripts without case: Chinese, Korean, Arabic. */
const wordStems = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length >= 4 || /\p{Lo}/u.test(word))
    .map((word) => word.slice(0, 4));

const isCut = (text: string): boolean => /(?:…|\.\.\.)[\]) ]*$/.test(text) || isShort(text);

const isShort = (text: string): boolean => countWords(text) < FEW_WORDS;
