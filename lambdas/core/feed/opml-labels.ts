/** The labels in an OPML list: a folder is a label, with the folders around it; so is each category (OPML 2.0, "category"). */
import { asFolder, asLabel } from './record/label.ts';

/** Max categories of one outline that are read. */
const MAX_CATEGORIES = 100;
/** Max length of a name in the report, in characters. */
const MAX_QUOTE_LENGTH = 200;

/** An outline that has not ended yet. */
export interface OpmlFolder {
  /** The names of the folders around and including it, as parts of a label. */
  readonly path: string;
  readonly label: string | undefined;
}

export const NO_FOLDER: OpmlFolder = { path: '', label: undefined };

/** A name in a list that is no label, and the label that stands for it. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** Makes labels of names, and remembers the names that had to change. */
export class OpmlLabels {
  readonly #renamed = new Map<string, string>();

  /** @param name blank for an outline that is no folder */
  folderIn(around: OpmlFolder, name: string): OpmlFolder {
    const part = asFolder(name);
    if (part === undefined) return around;
    this.#note(name, part);
    const path = around.path === '' ? part : `${around.path}/${part}`;
    const label = asLabel(path);
    if (label !== undefined) this.#note(path, label);
    return { path, label };
  }

  /** @param category comma-separated labels; a slash before a path says nothing (RSS 2.0, "category") */
  ofCategory(category: string): string[] {
    return category.split(',', MAX_CATEGORIES).flatMap((raw) => {
      const name = raw.trim();
      const label = asLabel(name);
      if (label !== undefined && `/${label}` !== name) this.#note(name, label);
      return label ?? [];
    });
  }

  get renamed(): readonly Renamed[] {
    return [...this.#renamed].map(([from, to]) => ({ from, to }));
  }

  #note(name: string, label: string): void {
    if (name !== label) this.#renamed.set(name.slice(0, MAX_QUOTE_LENGTH), label);
  }
}
