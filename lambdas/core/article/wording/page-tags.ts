import { pagePlainText } from '../page/page-plain-text.ts';

/** Returns the tags of an article, each once regardless of case. @param lists single tags, or lists of tags with commas. */
export function tagsOf(lists: readonly string[]): string[] {
  const tags = new Map<string, string>();
  let read = 0;
  for (const list of lists) {
    for (const part of list.slice(0, MAX_LIST_LENGTH).split(/[,;|]/)) {
      if (part.trim() !== '' && ++read > MAX_TAGS_READ) return [...tags.values()];
      const tag = pagePlainText(part);
      if (tag === undefined || MACHINE_TAG.test(tag)) continue;
      const key = tag.toLowerCase();
      tags.set(key, tags.get(key) ?? tag);
    }
  }
  return [...tags.values()];
}

/** Max tags that are read, of which the article keeps the first 50. */
const MAX_TAGS_READ = 500;
/** Max length of a list that is read, in characters. */
const MAX_LIST_LENGTH = 5_000;
/** `geo:lat=55`, `type:article`: a tag for a machine. */
const MACHINE_TAG = /^\w+[:=]/;
