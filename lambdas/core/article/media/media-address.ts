/** When two addresses are one file. */
import { parseUrl } from '../../web/absolute-url.ts';
import type { MediaKind } from '../record/article.ts';

/**
 * A host in the path: what counts downloads puts its own address before that of the file, also several of them in a row:
 * `https://count.example/redirect.mp3/other.example/e/cdn.example/1.mp3` (Podtrac, Podsights, Chartable, OP3, …).
 */
const HOST_IN_PATH = /\/(?:https?:\/{1,2}|https?\/)?((?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24})(?=\/[^/])/gi;
/** A file that redirects, and is no host: `redirect.mp3`, `r.aac`. */
const FILE_IN_PATH = /(?:^|\.)(?:mp3|m4a|aac|mp4|mov|html?|php|aspx?|jsp|xml|json)$/i;
/** The size of a picture in its address: `/1200x630/`, `-150x80.jpg`, `w_800,h_600`, `/fit-in/`. */
const PICTURE_SIZE = /[-_,/](?:\d{2,4}x\d{1,4}|[wh][_-]?\d{2,4}|scaled|fit-in|\d{3,4}w?)(?=[-_,/.]|$)/gi;
/** Min length of the name of a picture's file that tells it from all other pictures, in characters. */
const MIN_TELLING_NAME = 10;

/** Max characters of an address that are read. */
const MAX_LENGTH = 4_096;

/** Returns the same for two addresses of one file: behind what counts downloads, and for a picture in any size. */
export function fileKey(address: string, kind: MediaKind): string {
  const url = parseUrl(address.slice(0, MAX_LENGTH));
  if (url === null) return address;
  if (kind === 'image') return pictureKey(url);
  const { host, path } = behindCounters(url);
  // The query of a file tells who asks for it; that of a script tells what is asked for.
  const query = /\.[a-z\d]{2,5}$/i.test(path) ? '' : url.search;
  return `${host.replace(/^www\./, '')}${path}${query}`;
}

function behindCounters({ host, pathname }: URL): { readonly host: string; readonly path: string } {
  const last = [...pathname.matchAll(HOST_IN_PATH)].findLast(([, name = '']) => !FILE_IN_PATH.test(name));
  const [match, name] = last ?? [];
  if (last === undefined || match === undefined || name === undefined) return { host, path: pathname };
  return { host: name.toLowerCase(), path: pathname.slice(last.index + match.length) };
}

/** The name of a picture's file tells which picture it is, if it is long; its folders tell sizes, formats and cuts. */
function pictureKey(url: URL): string {
  const path = url.pathname.replace(PICTURE_SIZE, '');
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:jpe?g|png|webp|avif|gif)$/i, '');
  if (name.length >= MIN_TELLING_NAME && /\d|-|_/.test(name)) return name.toLowerCase();
  const query = /\.[a-z]{3,4}$/i.test(url.pathname) ? '' : url.search;
  return `${url.host}${path}${query}`;
}

/** A number or hash that an editor's system gives each picture; dates are none. */
const PICTURE_ID = /(?<![\da-f])(?!(?:19|20)\d{6}(?!\d))(?:\d{7,}|[\da-f]{12,})(?![\da-f])/gi;

/** Whether two addresses are of one picture, perhaps in another size or cut: they have one key, or one number. */
export function isSamePicture(one: string, other: string): boolean {
  if (fileKey(one, 'image') === fileKey(other, 'image')) return true;
  const ids = new Set(fileNameOf(one).match(PICTURE_ID));
  return (fileNameOf(other).match(PICTURE_ID) ?? []).some((id) => ids.has(id));
}

/** The last part of an address's path; empty if the address is none. */
export function fileNameOf(address: string): string {
  const path = parseUrl(address)?.pathname ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}
