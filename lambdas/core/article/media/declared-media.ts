/** The media that a page declares: in its JSON-LD and its Open Graph tags. */
import { compact } from '../../compact.ts';
import { bytesIn, secondsIn } from '../../feed/document/media-figures.ts';
import { absoluteUrl } from '../../web/absolute-url.ts';
import { isNode, type JsonLdNode, listOf, stringOf } from '../metadata/json-ld.ts';
import type { SearchablePage } from '../metadata/metadata-lookup.ts';
import { imageAddress, textOf } from '../metadata/page-image.ts';
import type { ArticleMedium, MediaKind } from '../record/article.ts';
import { kindOf } from './media-kind.ts';

/** The properties of an article that hold its media, and what they hold if nothing else says so. */
const PROPERTIES: readonly (readonly [string, MediaKind | undefined])[] = [
  ['video', 'video'],
  ['audio', 'audio'],
  ['associatedMedia', undefined],
  ['encoding', undefined],
];
const TYPES: readonly (readonly [RegExp, MediaKind])[] = [
  [/VideoObject$|Clip$/, 'video'],
  [/AudioObject$/, 'audio'],
  [/ImageObject$|Photograph$/, 'image'],
  [/DigitalDocument$/, 'document'],
];
/** A node of these is itself a medium of the page. */
const MEDIUM = /(?:Video|Audio)Object$/;
/** Max media of a page that are read: each short address may become as long as the page's base. */
const MAX_READ = 300;

export function jsonLdMedia({ jsonLd, base }: SearchablePage): ArticleMedium[] {
  const { nodes, resolve } = jsonLd;
  const media: ArticleMedium[] = [];
  let read = 0;
  const add = (value: unknown, kind: MediaKind | undefined): void => {
    if (++read <= MAX_READ) media.push(...mediaIn(resolve(value), kind, base));
  };
  for (const node of nodes) {
    if (typesOf(node).some((type) => MEDIUM.test(type))) add(node, undefined);
    for (const [property, kind] of PROPERTIES)
      for (const value of listOf(node[property]).slice(0, MAX_READ)) add(value, kind);
  }
  return media;
}

const typesOf = (node: JsonLdNode): string[] => listOf(node['@type']).filter((type) => typeof type === 'string');

/** @param expected what the property holds */
function mediaIn(value: unknown, expected: MediaKind | undefined, base: string): ArticleMedium[] {
  if (!isNode(value)) return fileAt(stringOf(value), {}, expected, base);
  const named = typesOf(value).flatMap((name) => TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? [])[0];
  const file = stringOf(value['contentUrl']) ?? (named === 'image' ? stringOf(value['url']) : undefined);
  const player = stringOf(value['embedUrl']);
  const written = textOf(value['encodingFormat']);
  const type = file === undefined && player !== undefined ? 'text/html' : written;
  const details = compact({
    type: type?.includes('/') ? type : undefined,
    bytes: bytesIn(stringOf(value['contentSize'])),
    durationSeconds: secondsIn(stringOf(value['duration'])),
    title: textOf(value['name']) ?? textOf(value['headline']) ?? textOf(value['caption']),
    credit: textOf(value['creditText']) ?? textOf(value['copyrightNotice']),
  });
  return fileAt(file ?? player ?? stringOf(value['url']), details, named ?? expected, base);
}

function fileAt(
  raw: string | undefined,
  details: Partial<ArticleMedium>,
  expected: MediaKind | undefined,
  base: string,
): ArticleMedium[] {
  const url = imageAddress(raw, base);
  const kind = url === undefined ? undefined : (expected ?? kindOf({ url, type: details.type }));
  return url === undefined || kind === undefined ? [] : [{ ...details, url, kind }];
}

/** The film and the sound of the Open Graph tags: the first of each, because further ones are the same in other forms. */
export const openGraphMedia = (page: SearchablePage): ArticleMedium[] =>
  (['video', 'audio'] as const).flatMap((kind) => {
    const tag = (name: string): readonly string[] => page.meta.get(`og:${kind}${name}`) ?? [];
    const addresses = [':secure_url', ':url', ''].map(tag).find(({ length }) => length > 0) ?? [];
    const files = addresses.map((raw, index) => ({ url: absoluteUrl(raw, page.base), type: tag(':type')[index] }));
    const file = files.find(({ url, type = '' }) => url !== undefined && !/flash/i.test(type));
    if (file?.url === undefined) return [];
    const durationSeconds = secondsIn(tag(':duration')[0] ?? page.meta.get(`${kind}:duration`)?.[0]);
    return [compact({ url: file.url, kind, type: file.type?.includes('/') ? file.type : undefined, durationSeconds })];
  });
