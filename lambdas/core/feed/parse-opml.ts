/**
 * OPML subscription lists (http://opml.org/spec2.opml): a text → its feeds, with the labels that their folders and categories are. The
 * steps: `opml-outline.ts` reads an outline, `opml-labels.ts` makes labels of names; `format-opml.ts` writes a list.
 */
import sax from 'sax';
import type { OpmlFeed } from './opml-feed.ts';
import { NO_FOLDER, type OpmlFolder, OpmlLabels, type Renamed } from './opml-labels.ts';
import { fieldsOf, type Outline, readOutline } from './opml-outline.ts';
import { MAX_LABELS, sortedLabels } from './record/label.ts';

/** A feed and the line where its outline begins, counted from 1. */
export interface OpmlEntry extends OpmlFeed {
  readonly line: number;
}

export interface OpmlProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  /** The line names a feed that an earlier line has named: nothing is lost. */
  readonly isRepeated?: true;
}

export interface OpmlReading {
  readonly feeds: readonly OpmlEntry[];
  /** In the order of the lines. */
  readonly problems: readonly OpmlProblem[];
  /** Settings and labels that can't be used, in the order of the lines. Their feeds are among `feeds`. */
  readonly leftOut: readonly OpmlProblem[];
  /** The names of folders and categories that are no labels, each once, with the labels that they became. */
  readonly renamed: readonly Renamed[];
}

/** Max levels of folders: lists for people are never as deep. */
const MAX_DEPTH = 100;
/** Max faults of the XML: after so many the rest isn't worth its time either. */
const MAX_FAULTS = 20_000;

/**
 * Returns the feeds of a list, each once, and its problems by line. A line that can't be read costs that line only: the
 * reading goes on behind it.
 */
export function parseOpml(text: string): OpmlReading {
  const list = new FeedList();
  const { problems } = list;
  /** The folder of each element that hasn't ended. */
  const open: OpmlFolder[] = [];
  let isOpml = false;
  let faults = 0;
  let line = 1;
  const parser = sax.parser(true);
  const giveUp = (problem: string): never => {
    problems.push({ line: parser.line + 1, problem: `${problem}; nothing is read from here on` });
    throw new HopelessError();
  };
  parser.onopentagstart = () => {
    // The parser has read the character behind the name. If that is a line break, the name stands on the line before.
    line = parser.line + (parser.column === 0 ? 0 : 1);
  };
  parser.onopentag = ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) giveUp(`outlines are nested more than ${MAX_DEPTH} deep`);
    const around = open.at(-1) ?? NO_FOLDER;
    if (name.toLowerCase() === 'opml') isOpml = true;
    const isOutline = name.toLowerCase() === 'outline';
    open.push(isOutline ? list.add(readOutline(fieldsOf(attributes)), around, line) : around);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.onerror = ({ message }) => {
    parser.error = null as never; // sax reads no further while an error is set
    if (++faults > MAX_FAULTS) giveUp('the XML is broken everywhere');
    // A fault often causes others on its line.
    if (problems.at(-1)?.line === parser.line + 1) return;
    const fault = message.replace(/\.?\n.*$/s, ''); // behind it sax names the place
    problems.push({ line: parser.line + 1, problem: `the XML is broken: ${fault}` });
  };
  try {
    parser.write(withoutBareAmpersands(text.replace(/^\uFEFF/, ''))).close();
  } catch (error) {
    if (!(error instanceof HopelessError)) throw error;
  }
  if (isOpml) return list.reading();
  const problem = text.trim() === '' ? 'the document is empty' : 'this is not an OPML document';
  return { feeds: [], problems: [{ line: 1, problem }], leftOut: [], renamed: [] };
}

/** Ends the reading; the reason is among the problems. */
class HopelessError extends Error {}

/** Addresses with parameters are often not escaped, and their meaning is clear. */
const withoutBareAmpersands = (xml: string): string => xml.replace(/&(?!#?\w+;)/g, '&amp;');

/** The feeds that were read so far. */
class FeedList {
  readonly problems: OpmlProblem[] = [];
  readonly #feeds = new Map<string, OpmlEntry>();
  /** The feeds, each with the label of a folder in which it was listed. */
  readonly #places = new Set<string>();
  readonly #leftOut: OpmlProblem[] = [];
  readonly #labels = new OpmlLabels();

  /** Returns the folder of the outlines within this outline. */
  add(outline: Outline, around: OpmlFolder, line: number): OpmlFolder {
    if (outline.kind === 'folder') return this.#labels.folderIn(around, outline.name);
    if (outline.kind === 'problem') this.problems.push({ line, problem: outline.problem });
    else {
      const labels = [around.label ?? [], this.#labels.ofCategory(outline.categories)].flat();
      const place = JSON.stringify([outline.feed.url, around.label]);
      this.#addFeed({ ...outline.feed, line }, labels, outline.faults, this.#places.has(place));
      this.#places.add(place);
    }
    return around;
  }

  reading(): OpmlReading {
    const feeds = [...this.#feeds.values()];
    return { feeds, problems: this.problems, leftOut: this.#leftOut, renamed: this.#labels.renamed };
  }

  /**
   * A feed in several folders has the labels of all of them. Of everything else the first line counts that says it.
   *
   * @param isRepeated whether the feed was listed in the same folder before
   */
  #addFeed(listed: OpmlEntry, labels: readonly string[], faults: readonly string[], isRepeated: boolean): void {
    const { url, line } = listed;
    const first = this.#feeds.get(url);
    const all = [...new Set([...(first?.labels ?? []), ...labels])];
    if (first !== undefined && isRepeated && all.length === (first.labels ?? []).length) {
      this.problems.push({ line, problem: `${url} is listed twice, first in line ${first.line}`, isRepeated: true });
      return;
    }
    const [kept, surplus] = [all.slice(0, MAX_LABELS), all.slice(MAX_LABELS)];
    const settings = { ...listed.settings, ...first?.settings };
    this.#feeds.set(url, {
      ...listed,
      ...first,
      ...(kept.length > 0 && { labels: sortedLabels(kept) }),
      ...(Object.keys(settings).length > 0 && { settings }),
    });
    const tooMany = `a feed has at most ${MAX_LABELS} labels, so ${url} doesn't get ${surplus.join(', ')}`;
    const sentences = [...faults, ...(surplus.length > 0 ? [tooMany] : [])];
    this.#leftOut.push(...sentences.map((problem) => ({ line, problem })));
  }
}
