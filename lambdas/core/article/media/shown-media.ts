/** The media that a page shows within its article: players, and the pictures of figures. */
import { compact } from '../../compact.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { imageAddress, isCredible, pixels } from '../metadata/page-image.ts';
import { pictureSource } from '../metadata/page-pictures.ts';
import { elementsWithin } from '../page/elements-within.ts';
import { attributeOf, classesOf, isOutsideArticle } from '../page/markup-classifier.ts';
import { textWithin } from '../page/text-within.ts';
import type { ArticleMedium } from '../record/article.ts';
import { fileNameOf } from './media-address.ts';
import { kindOfName } from './media-kind.ts';

const PLAYERS: Readonly<Record<string, 'audio' | 'video'>> = {
  AUDIO: 'audio',
  VIDEO: 'video',
  'AMP-AUDIO': 'audio',
  'AMP-VIDEO': 'video',
};
/** Max nodes of an article that are visited; those of the longest real pages have a few thousand. */
const MAX_NODES = 20_000;
/** Max media that are looked at. */
const MAX_SEEN = 200;
/** Max length of a caption, and of a credit, in characters: a longer one is another text. */
const MAX_CAPTION_LENGTH = 500;
const MAX_CREDIT_LENGTH = 120;
/** Max elements from a medium up to the article's element. */
const MAX_LEVELS = 40;

/** @param article the element that holds the article's text */
export function shownMedia(article: Element, base: string): ArticleMedium[] {
  const media: ArticleMedium[] = [];
  let seen = 0;
  for (const element of elementsWithin(article, MAX_NODES)) {
    const player = PLAYERS[element.nodeName];
    if (player === undefined && element.nodeName !== 'IMG') continue;
    if (++seen > MAX_SEEN) break;
    const around = aroundWithin(element, article);
    if (around === undefined) continue;
    const medium = player === undefined ? picture(element, around, base) : film(element, around, player, base);
    if (medium !== undefined) media.push(medium);
  }
  return media;
}

/** What stands around a medium, the nearest first; undefined if that isn't part of the article. */
function aroundWithin(element: Element, article: Element): readonly Element[] | undefined {
  const around: Element[] = [];
  for (let at = element.parentNode as Element | null; at !== null && at !== article; at = at.parentNode as Element) {
    if (around.length > MAX_LEVELS || isOutsideArticle(at, classesOf(at))) return undefined;
    around.push(at);
  }
  return around;
}

/** A picture in a figure. A picture that links to another page than a picture is that page's. */
function picture(image: Element, around: readonly Element[], base: string): ArticleMedium | undefined {
  const figure = around.find(({ nodeName }) => nodeName === 'FIGURE');
  const link = around.find(({ nodeName }) => nodeName === 'A');
  const target = link && absoluteUrl(attributeOf(link, 'href'), base);
  const url = imageAddress(pictureSource(image), base);
  if (figure === undefined || url === undefined || (target !== undefined && kindOfName(target) !== 'image'))
    return undefined;
  const [width, height] = ['width', 'height'].map((name) => pixels(attributeOf(image, name)));
  if (!isCredible(compact({ url, width, height })) || PORTRAIT.test(url)) return undefined;
  return compact({ url, kind: 'image' as const, ...captionOf(figure, attributeOf(image, 'alt')) });
}

/** The picture of who wrote, by its address: `/img/autor/ada.jpg`, `profile-image.example`. */
const PORTRAIT =
  /[/_.-](?:profiles?|profile-images?|avatars?|authors?|autor|autoren|autores|auteurs?|bylines?|columnists?)[/_.-]|^https:\/\/profile-image/i;

/** A film without sound that starts over and over is an ornament. */
function film(
  player: Element,
  around: readonly Element[],
  kind: 'audio' | 'video',
  base: string,
): ArticleMedium | undefined {
  if (attributeOf(player, 'loop') !== undefined && attributeOf(player, 'muted') !== undefined) return undefined;
  const sources = [player, ...elementsWithin(player)].flatMap((element) => {
    const raw = ['src', 'data-src'].map((name) => attributeOf(element, name)?.trim()).find((src) => src);
    const url = absoluteUrl(raw, base);
    const isSource = element === player || element.nodeName === 'SOURCE';
    return url === undefined || !isSource ? [] : [{ url, type: attributeOf(element, 'type') }];
  });
  // A browser takes the first form that it knows; a file is of more use than the list of a stream's parts.
  const source = sources.find(({ url }) => !/\.(?:m3u8|mpd)$/.test(fileNameOf(url))) ?? sources[0];
  if (source === undefined) return undefined;
  const figure = around.find(({ nodeName }) => nodeName === 'FIGURE');
  const label = attributeOf(player, 'title') ?? attributeOf(player, 'aria-label');
  const type = source.type?.split(';', 1)[0]?.trim();
  return compact({ url: source.url, kind, type: type || undefined, ...captionOf(figure, label) });
}

/** The caption of a figure, with its credit apart; else what the medium calls itself. */
function captionOf(figure: Element | undefined, label: string | undefined): Pick<ArticleMedium, 'title' | 'credit'> {
  const parts = figure === undefined ? [] : [...elementsWithin(figure)];
  const caption = parts.find(({ nodeName }) => nodeName === 'FIGCAPTION');
  const credited = parts.find(isCredit);
  const credit = credited && textWithin(credited, MAX_CREDIT_LENGTH);
  const text = caption && textWithin(caption, MAX_CAPTION_LENGTH);
  const title = credit && text?.endsWith(credit) ? text.slice(0, -credit.length).trim() : text;
  return compact({ title: title || label?.trim() || undefined, credit: credit || undefined });
}

const CREDIT = /(?:^|[\s_-])(?:credits?|copyright|source|photographer|image-?source)(?:$|[\s_-])/i;
const isCredit = (element: Element): boolean =>
  element.nodeName === 'CITE' || CREDIT.test((attributeOf(element, 'class') ?? '').slice(0, 200));
