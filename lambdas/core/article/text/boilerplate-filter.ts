/**
 * Which blocks within the article's element are its text. A block is left out:
 *
 * - by one of the RULES below, each in its place;
 * - at the end of the article, if no sentence, list, table or paragraph follows it (`endOfText`);
 * - at the end of the article, as a sign-off (sign-off.ts).
 */
import { isAdLabel, isCredit, isDateline, isReadingTime } from './boilerplate-lines.ts';
import type { Note } from './left-out.ts';
import {
  announcedItems,
  isLabelledLink,
  isLinkedStatement,
  isLinkWithinPage,
  isOnCard,
  isStatement,
  linkLists,
  linksOverText,
} from './links.ts';
import { normalizedText } from './normalized-text.ts';
import { besidePictures, isAmongParagraphs, isInStructure, type Place, placesOf } from './place.ts';
import { promoBoxes } from './promo-boxes.ts';
import { endsSentence, itemsWithoutList, lacksEndSigns } from './sentence-end.ts';
import { endBeforeSignOff } from './sign-off.ts';
import { isHeading, isLink, isRunning, type TextBlock } from './text-blocks.ts';

/** The article's metadata, which its text needn't repeat. */
export interface KnownOfArticle {
  readonly title?: string;
  readonly description?: string;
  readonly authors?: readonly string[];
}

/**
 * @param blocks the article's
 * @param page all blocks of the page
 */
export function withoutBoilerplate(
  blocks: readonly TextBlock[],
  known: KnownOfArticle,
  page: readonly TextBlock[] = blocks,
  note?: Note,
): TextBlock[] {
  const context = contextOf(blocks, page, known);
  const kept = blocks.filter((block) => {
    const rule = RULES.find(({ leavesOut }) => leavesOut(block, context));
    if (rule !== undefined) note?.(block, 'filter', rule.reason);
    return rule === undefined;
  });
  const article = cutAt(kept, endOfText(kept), 'behind the last sentence, list or table', note);
  const end = endBeforeSignOff(article.map(({ text }) => text));
  return cutAt(article, end, 'signs the article off', note);
}

function cutAt(blocks: readonly TextBlock[], end: number, reason: string, note: Note | undefined): TextBlock[] {
  if (note !== undefined) for (const block of blocks.slice(end)) note(block, 'end', reason);
  return blocks.slice(0, end);
}

/** Max authors who are looked for: each is looked for in each block. */
const MAX_AUTHORS = 50;

/** What the rules know beside the block. */
interface Context {
  readonly placeOf: (block: TextBlock) => Place;
  readonly besidePictures: ReadonlySet<TextBlock>;
  /** The linked headings of a letter's items. */
  readonly linksOverText: ReadonlySet<TextBlock>;
  /** The blocks of promo boxes. */
  readonly promoted: ReadonlySet<TextBlock>;
  /** The items of lists of links. */
  readonly listed: ReadonlySet<TextBlock>;
  /** The items of lists that a paragraph announces. */
  readonly announced: ReadonlySet<TextBlock>;
  /** Whether dates stand within the text: then the first of them may stand before it. */
  readonly isChronicle: boolean;
  /** The article's title, normalized. */
  readonly title: string;
  readonly authors: readonly string[];
}

function contextOf(blocks: readonly TextBlock[], page: readonly TextBlock[], known: KnownOfArticle): Context {
  const places = placesOf(blocks);
  const placeOf: Context['placeOf'] = (block) => places.get(block) ?? 'text';
  return {
    placeOf,
    besidePictures: besidePictures(page, new Set(blocks)),
    linksOverText: linksOverText(blocks),
    promoted: promoBoxes(blocks),
    listed: linkLists(blocks, (block) => placeOf(block) === 'end'),
    announced: announcedItems(blocks),
    isChronicle: blocks.some((block) => placeOf(block) === 'text' && isDateline(block.text) && !isOnCard(block)),
    title: normalizedText(known.title ?? ''),
    authors: silentAuthors((known.authors ?? []).slice(0, MAX_AUTHORS), blocks, placeOf),
  };
}

interface Rule {
  /** Why the block isn't text, as docs/articles.md says it. */
  readonly reason: string;
  readonly leavesOut: (block: TextBlock, context: Context) => boolean;
}

const RULES: readonly Rule[] = [
  { reason: 'the page’s headline', leavesOut: isPageHeadline },
  { reason: 'in a box that leads to other pages', leavesOut: (block, { promoted }) => promoted.has(block) },
  { reason: 'a link to another page', leavesOut: isLinkAway },
  { reason: 'a label with a link', leavesOut: isLabelledLink },
  {
    reason: 'a list of links',
    leavesOut: (block, { listed, announced }) => listed.has(block) && !announced.has(block),
  },
  { reason: 'a picture’s credit', leavesOut: isCreditOfPicture },
  { reason: 'a date by the headline or at the end', leavesOut: besideText(isDateOfArticle) },
  { reason: 'a reading time by the headline or at the end', leavesOut: besideText(({ text }) => isReadingTime(text)) },
  { reason: 'the label of an advertisement', leavesOut: (block) => isAdLabel(block.text) && !isPart(block) },
  { reason: 'a byline by the headline or at the end', leavesOut: besideText(isByline) },
  { reason: 'the headline again', leavesOut: isHeadlineAgain },
];

/** A heading, or a part of a list, a table, a quotation: those are the article's whatever they look like. */
const isPart = (block: TextBlock): boolean => isHeading(block.scope) || isInStructure(block);

/**
 * A rule for the lines that templates print around a text, by the headline or at the end. With the headline, such lines may
 * be items of a list.
 */
function besideText(isLine: (block: TextBlock, context: Context) => boolean): Rule['leavesOut'] {
  return (block, context) => {
    const place = isOnCard(block) ? 'lead' : context.placeOf(block);
    return place !== 'text' && (place === 'top' ? !isHeading(block.scope) : !isPart(block)) && isLine(block, context);
  };
}

/** An `<h1>` above the text. Further ones are headings of the text's parts. */
function isPageHeadline(block: TextBlock, { placeOf }: Context): boolean {
  return block.scope.node.nodeName === 'H1' && placeOf(block) === 'top';
}

/** A block that is a link, unless it is a sentence among the paragraphs, a heading over text, or in an announced list. */
function isLinkAway(block: TextBlock, { placeOf, announced, linksOverText: headings }: Context): boolean {
  if (!isLink(block) || announced.has(block) || (isHeading(block.scope) && isLinkWithinPage(block))) return false;
  const place = placeOf(block);
  const isWithinText = place === 'text' || place === 'lead';
  return !(isWithinText && (isLinkedStatement(block) || headings.has(block)));
}

function isCreditOfPicture(block: TextBlock, { placeOf, besidePictures: beside }: Context): boolean {
  return (placeOf(block) !== 'text' || beside.has(block)) && !isPart(block) && isCredit(block.text);
}

/** A date, unless it is the first of a chronicle. */
function isDateOfArticle(block: TextBlock, { placeOf, isChronicle }: Context): boolean {
  return isDateline(block.text) && !(isChronicle && placeOf(block) === 'lead' && !isOnCard(block));
}

/** A short line that is little more than the names of the authors. */
function isByline(block: TextBlock, { authors, placeOf }: Context): boolean {
  const { text } = block;
  if (text.length > 100 || isRunning(block) || (placeOf(block) === 'lead' && isStatement(text))) return false;
  const names = authors.filter((name) => isWholeName(name) && text.includes(name));
  const rest = names.reduce((line, name) => line.replace(name, ''), text);
  return names.length > 0 && rest.length < 30 && !/[?!？！]|:\s?[^\s:]+\s+\S|^：\s?\S/u.test(rest);
}

/** Three letters may be part of a word; Chinese and Korean names have no more. */
const isWholeName = (name: string): boolean => name.length > 3 || /^[\p{sc=Han}\p{sc=Hangul}]{2}/u.test(name);

/** The authors without those who speak in the text: in an interview, names aren't bylines. */
function silentAuthors(
  authors: readonly string[],
  blocks: readonly TextBlock[],
  placeOf: Context['placeOf'],
): readonly string[] {
  const speaks = (name: string, { text }: TextBlock): boolean =>
    text.startsWith(name) && /^\s*(?:$|[:：])/.test(text.slice(name.length));
  return authors.filter((name) => {
    const places = blocks.filter((block) => speaks(name, block)).map(placeOf);
    return !places.includes('text') && !(places.length > 1 && places.includes('lead'));
  });
}

/** The headline again, or at the top behind its kicker. */
function isHeadlineAgain(block: TextBlock, { title, placeOf }: Context): boolean {
  if (title === '') return false;
  const text = normalizedText(block.text);
  if (text === title) return true;
  const isBehindKicker = title.length > 20 && text.endsWith(` ${title}`) && text.length < 2 * title.length;
  return isBehindKicker && placeOf(block) !== 'text';
}

/**
 * Returns the index behind the last sentence, list, table or paragraph: headings, tags and calls to action may follow.
 */
function endOfText(blocks: readonly TextBlock[]): number {
  const bodies = new Set(blocks.filter(isRunning).map(({ scope }) => scope.parent));
  const items = itemsWithoutList(blocks.map(({ text }) => text));
  const last = blocks.findLastIndex((block) => {
    if (isRunning(block) || isAmongParagraphs(block, bodies)) return true;
    const isParagraph =
      endsSentence(block.text) ||
      items.has(block.text) ||
      (lacksEndSigns(block.text) && block.scope.node.nodeName === 'P');
    return isParagraph && block.linkedShare < 0.2 && !isHeading(block.scope);
  });
  return last + 1;
}
