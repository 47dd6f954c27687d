/** What a file is: sound, film, picture or document. */

import type { MediaKind } from '../record/article.ts';
import { fileNameOf } from './media-address.ts';

const EXTENSIONS: Readonly<Record<string, MediaKind>> = {
  ...kinds('audio', 'mp3 m4a m4b aac oga ogg opus wav flac'),
  ...kinds('video', 'mp4 m4v webm mov ogv avi mkv m3u8 mpd'),
  ...kinds('image', 'jpg jpeg png webp avif gif svg'),
  ...kinds('document', 'pdf doc docx odt rtf xls xlsx ods csv ppt pptx odp epub'),
  ...kinds('transcript', 'vtt srt'),
};

function kinds(kind: MediaKind, extensions: string): Record<string, MediaKind> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, kind]));
}

const TYPES: readonly (readonly [RegExp, MediaKind])[] = [
  [/^audio\//, 'audio'],
  [/^video\/|^application\/(?:vnd\.apple\.mpegurl|x-mpegurl|dash\+xml)/, 'video'],
  [/^image\//, 'image'],
  [/^text\/(?:vtt|srt)|^application\/(?:x-subrip|srt)/, 'transcript'],
  [/^application\/(?:pdf|msword|rtf|epub\+zip|vnd\.(?:openxmlformats|oasis|ms-))|^text\/csv/, 'document'],
];

const MEDIUMS: ReadonlySet<string> = new Set(['audio', 'video', 'image', 'document']);

interface DescribedFile {
  readonly url: string;
  readonly type?: string | undefined;
  /** As Media RSS names the kind. */
  readonly medium?: string | undefined;
}

/** By the medium that the publisher names, the media type, and the name of the file, in this order; undefined if none tells. */
export function kindOf({ url, type = '', medium = '' }: DescribedFile): MediaKind | undefined {
  const named = medium.trim().toLowerCase();
  if (MEDIUMS.has(named)) return named as MediaKind;
  const written = type.trim().toLowerCase();
  return TYPES.find(([pattern]) => pattern.test(written))?.[1] ?? kindOfName(url);
}

/** By the extension of an address's file. */
export const kindOfName = (url: string): MediaKind | undefined => {
  const extension = /\.([a-z\d]{2,5})$/i.exec(fileNameOf(url))?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
};
