import { escapeMarkup } from './character-references.ts';

type PieceKind = 'text' | 'literal' | 'tag';

interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** The pieces that are escaped: none (`raw`), texts (`mixed`), or all but tags (`plain`). */
export type Reading = 'raw' | 'mixed' | 'plain';
const READINGS: readonly Reading[] = ['raw', 'mixed', 'plain'];

/**
 * Max pieces that are held one by one: ten bytes of a document may make a piece, which takes a hundred bytes of memory.
 */
const MAX_PIECES = 10_000;

/** Tags and texts of one content. How they are read is known only when the content is complete. */
export class MarkupPieces {
  #pieces: Piece[] = [];
  /** The pieces before `#pieces`, as each reading writes them. */
  readonly #folded: Readonly<Record<Reading, string[]>> = { raw: [], mixed: [], plain: [] };

  /** @param kind `literal` for the text of a CDATA section */
  add(kind: PieceKind, text: string): void {
    if (this.#pieces.length === MAX_PIECES) this.#fold();
    this.#pieces.push({ kind, text });
  }

  written(reading: Reading): string {
    return this.#folded[reading].join('') + writtenPieces(this.#pieces, reading);
  }

  #fold(): void {
    for (const reading of READINGS) this.#folded[reading].push(writtenPieces(this.#pieces, reading));
    this.#pieces = [];
  }
}

const writtenPieces = (pieces: readonly Piece[], reading: Reading): string =>
  pieces.map(({ kind, text }) => (isEscaped(kind, reading) ? escapeMarkup(text) : text)).join('');

const isEscaped = (kind: PieceKind, reading: Reading): boolean =>
  reading === 'plain' ? kind !== 'tag' : reading === 'mixed' && kind === 'text';
