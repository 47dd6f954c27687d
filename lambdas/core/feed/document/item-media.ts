/** Pictures, sound and film of an item (Media RSS 1.5.1, and `itunes:image`). */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedEnclosure, FeedMedia } from './feed-document.ts';
import { plainTextOf } from './item-files.ts';
import { eachUrlOnce } from './item-links.ts';
import { bytesIn, secondsIn } from './media-figures.ts';

/**
 * Contents stand in groups or alone, and thumbnails in groups, in contents or alone. The contents come first. A content has what its
 * group says of all of its contents (Media RSS 1.5.1, "inheritance").
 */
export function mediaOf(raw: RawElement, base: DocumentBase): readonly FeedMedia[] {
  const groups = all(raw, 'media:group');
  const grouped = groups.flatMap((group, number) =>
    childrenOf(group, 'media:content').map((element, _, { length }) => ({
      element,
      group,
      number: length > 1 ? number : undefined,
    })),
  );
  const alone = all(raw, 'media:content').map((element) => ({ element }));
  const thumbnails = [
    ...all(raw, 'media:thumbnail'),
    ...[...groups, ...[...alone, ...grouped].map(({ element }) => element)].flatMap((each) =>
      childrenOf(each, 'media:thumbnail'),
    ),
  ];
  return [
    ...eachUrlOnce<ListedContent, FeedMedia>([...alone, ...grouped], (each) => content(each, base)),
    ...eachUrlOnce(thumbnails, (each) => thumbnail(each, base)),
  ];
}

interface ListedContent {
  readonly element: unknown;
  readonly group?: unknown;
  /** The group's place among the item's groups, if the group has several contents. */
  readonly number?: number | undefined;
}

/** The picture that stands for the item, from the most trusted source. */
export function imageOf(
  raw: RawElement,
  media: readonly FeedMedia[],
  enclosures: readonly FeedEnclosure[],
  base: DocumentBase,
): string | undefined {
  const isPicture = ({ type, medium: kind }: FeedMedia): boolean =>
    kind === 'image' || type?.startsWith('image/') === true;
  const [picture] = [...all(raw, 'itunes:image'), ...all(raw, 'image')];
  return (
    media.find((each) => each.kind === 'content' && isPicture(each))?.url ??
    media.find((each) => each.kind === 'thumbnail')?.url ??
    enclosures.find(({ type }) => type?.startsWith('image/'))?.url ??
    base.absolute(attributeOf(picture, 'href') ?? textOf(childrenOf(picture, 'url')[0]) ?? textOf(picture))
  );
}

/** A content without a file has a page that plays it (`media:player`). */
function content({ element, group, number }: ListedContent, base: DocumentBase): FeedMedia | undefined {
  const file = base.absolute(addressOf(element));
  const players = [element, group].flatMap((each) => childrenOf(each, 'media:player'));
  const url = file ?? base.absolute(players.map(addressOf).find((address) => address !== undefined));
  if (url === undefined) return undefined;
  return compact({
    url,
    kind: 'content' as const,
    type: file === undefined ? 'text/html' : attributeOf(element, 'type'),
    medium: attributeOf(element, 'medium') ?? (file === undefined ? 'video' : undefined),
    credit: firstOf('media:credit', element, group),
    length: bytesIn(attributeOf(element, 'fileSize')),
    durationSeconds: secondsIn(attributeOf(element, 'duration')),
    title: firstOf('media:title', element, group),
    group: number,
    isDefault: attributeOf(element, 'isDefault')?.toLowerCase() === 'true' ? (true as const) : undefined,
  });
}

function thumbnail(element: unknown, base: DocumentBase): FeedMedia | undefined {
  const url = base.absolute(addressOf(element));
  return url === undefined ? undefined : { url, kind: 'thumbnail' };
}

const addressOf = (element: unknown): string | undefined =>
  attributeOf(element, 'url') ?? attributeOf(element, 'href') ?? textOf(element);

/** The first text of the elements of a name, of the innermost element that has one. */
const firstOf = (name: string, ...elements: readonly unknown[]): string | undefined =>
  elements.flatMap((each) => childrenOf(each, name).map(plainTextOf)).find((text) => text !== undefined);
