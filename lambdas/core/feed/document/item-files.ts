/** The files that come with an item: RSS and Atom enclosures, and the files of Podcasting 2.0 beside an episode. */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { feedPlainText } from '../markup/feed-plain-text.ts';
import { all, first, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedEnclosure } from './feed-document.ts';
import { eachUrlOnce, hrefOf, relsOf } from './item-links.ts';
import { bytesIn, secondsIn } from './media-figures.ts';

/** Each address once. `itunes:duration` is the first enclosure's: an episode has one (Apple, "A podcaster’s guide to RSS"). */
export function enclosuresOf(raw: RawElement, base: DocumentBase): readonly FeedEnclosure[] {
  const links = all(raw, 'atom:link').filter((link) => relsOf(link).includes('enclosure'));
  const enclosed = eachUrlOnce([...all(raw, 'enclosure'), ...links], (each) =>
    enclosure(
      {
        url: attributeOf(each, 'url') ?? hrefOf(each) ?? attributeOf(each, 'src'),
        type: attributeOf(each, 'type'),
        length: attributeOf(each, 'length'),
        title: attributeOf(each, 'title'),
      },
      base,
    ),
  );
  const durationSeconds = secondsIn(first(raw, 'itunes:duration'));
  const files = enclosed.map((each, index) => (index === 0 ? compact({ ...each, durationSeconds }) : each));
  return eachUrlOnce([...files, ...filesBeside(raw, base)], (each) => each);
}

function filesBeside(raw: RawElement, base: DocumentBase): readonly (FeedEnclosure | undefined)[] {
  const beside = (name: 'transcript' | 'chapters') =>
    all(raw, `podcast:${name}`).map((each) => {
      const file = enclosure({ url: attributeOf(each, 'url'), type: attributeOf(each, 'type') }, base);
      return file && { ...file, role: name };
    });
  return [
    ...all(raw, 'podcast:alternateEnclosure').map((each) => alternate(each, base)),
    ...beside('transcript'),
    ...beside('chapters'),
  ];
}

/** Its first source on the web: others are on torrents or IPFS, or the same file elsewhere. */
function alternate(element: unknown, base: DocumentBase): FeedEnclosure | undefined {
  const uris = childrenOf(element, 'podcast:source').map((source) => attributeOf(source, 'uri'));
  const file = enclosure(
    {
      url: uris.find((uri) => base.absolute(uri) !== undefined),
      type: attributeOf(element, 'type'),
      length: attributeOf(element, 'length'),
      title: attributeOf(element, 'title'),
    },
    base,
  );
  return file && { ...file, role: 'alternate' };
}

interface WrittenFile {
  readonly url: string | undefined;
  readonly type?: string | undefined;
  /** Bytes. */
  readonly length?: string | undefined;
  readonly title?: string | undefined;
  readonly duration?: string | undefined;
}

/** A length or duration that makes no sense is left out. */
export function enclosure(
  { url, type, length, title, duration }: WrittenFile,
  base: DocumentBase,
): FeedEnclosure | undefined {
  const address = base.absolute(url);
  if (address === undefined) return undefined;
  return compact({
    url: address,
    type,
    length: bytesIn(length),
    durationSeconds: secondsIn(duration),
    title: title === undefined ? undefined : feedPlainText(title) || undefined,
  });
}

/** The text of an element that may hold markup, as plain text. */
export const plainTextOf = (element: unknown): string | undefined => {
  const text = textOf(element);
  return text === undefined ? undefined : feedPlainText(text) || undefined;
};
