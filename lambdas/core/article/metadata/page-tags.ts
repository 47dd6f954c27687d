import { plainText } from '../page/page-plain-text.ts';

/** The tags of an article, each once, without regard to case. @param lists single tags, or several with commas between. */
export function tagsOf(lists: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const list of lists) {
    for (const part of list.slice(0, MAX_LIST_LENGTH).split(/[,;|]/)) {
      const tag = plainText(part);
      if (tag !== undefined && !/^(?:\w+:)?\w+[:=]/.test(tag))
        tags.set(tag.toLowerCase(), tags.get(tag.toLowerCase()) ?? tag);
    }
  }
  return [...tags.values()];
}

const MAX_LIST_LENGTH = 5_000;
