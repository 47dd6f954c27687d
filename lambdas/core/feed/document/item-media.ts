/** Pictures, sound and film of an item (Media RSS 1.5.1, and `itunes:image`). */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedEnclosure, FeedMedia } from './feed-document.ts';
import { eachUrlOnce } from './item-links.ts';

/** Contents stand in groups or alone, and thumbnails in groups, in contents or alone. The contents come first. */
export function mediaOf(raw: RawElement, base: DocumentBase): readonly FeedMedia[] {
  const groups = all(raw, 'media:group');
  const contents = [...all(raw, 'media:content'), ...groups.flatMap((group) => childrenOf(group, 'media:content'))];
  const thumbnails = [
    ...all(raw, 'media:thumbnail'),
    ...[...groups, ...contents].flatMap((each) => childrenOf(each, 'media:thumbnail')),
  ];
  return [
    ...eachUrlOnce(contents, (each) => medium(each, 'content', base)),
    ...eachUrlOnce(thumbnails, (each) => medium(each, 'thumbnail', base)),
  ];
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

function medium(element: unknown, kind: FeedMedia['kind'], base: DocumentBase): FeedMedia | undefined {
  const url = base.absolute(attributeOf(element, 'url') ?? attributeOf(element, 'href') ?? textOf(element));
  if (url === undefined) return undefined;
  const credits = childrenOf(element, 'media:credit').map(textOf);
  return compact({
    url,
    kind,
    type: attributeOf(element, 'type'),
    medium: attributeOf(element, 'medium'),
    credit: credits.find((credit) => credit !== undefined),
  });
}
