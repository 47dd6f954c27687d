/** Max length of the line with a chunk's size, in characters: far more than the extensions that are in use. */
const MAX_LINE = 1_024;
/** A chunk's size, blanks and extensions. So many hexadecimal digits are less than 2^53. */
const SIZE_LINE = /^[\t ]*([\da-f]{1,13})[\t ]*(?:;.*)?$/i;
const STRICT_SIZE_LINE = /^[\da-f]+\r\n$/i;
const EMPTY_LINE = '\r\n';

/**
 * Makes the chunks of one body what RFC 9112 §7.1 says they are. Blanks around sizes, extensions, trailers and the bytes
 * after the last chunk are left out, and a line that ends in LF alone gets its CR. If a line is no size, that line and all
 * bytes after it stay as they are, and Node refuses them.
 */
export class ChunkMender {
  /** Whether the body had a fault, trailers, or bytes after its end. */
  hadFault = false;
  #line = '';
  /** Bytes of the chunk that are still to come. */
  #left = 0;
  #state: 'size' | 'data' | 'data-end' | 'trailers' | 'whole' | 'as-it-is' = 'size';

  /** Returns the next bytes of the body for Node's parser. */
  write(bytes: Buffer): Buffer {
    const isAtLineStart = this.#line === '';
    const parts: Buffer[] = [];
    let rest = bytes;
    while (rest.length > 0 && this.#state !== 'whole' && this.#state !== 'as-it-is') {
      const used = this.#state === 'data' ? this.#takeData(rest, parts) : this.#takeLine(rest, parts);
      rest = rest.subarray(used);
    }
    if (this.#state === 'as-it-is') parts.push(rest);
    else this.hadFault ||= rest.length > 0;
    // Mostly nothing was mended, and nothing is copied.
    return isAtLineStart && this.#line === '' && !this.hadFault ? bytes : Buffer.concat(parts);
  }

  #takeData(bytes: Buffer, parts: Buffer[]): number {
    const data = bytes.subarray(0, this.#left);
    parts.push(data);
    this.#left -= data.length;
    if (this.#left === 0) this.#state = 'data-end';
    return data.length;
  }

  /** Takes a line, or the next part of a line. */
  #takeLine(bytes: Buffer, parts: Buffer[]): number {
    const end = bytes.subarray(0, MAX_LINE).indexOf('\n');
    const used = end === -1 ? Math.min(bytes.length, MAX_LINE) : end + 1;
    this.#line += bytes.toString('latin1', 0, used);
    if (end === -1 && this.#line.length < MAX_LINE) return used;
    parts.push(Buffer.from(end === -1 ? this.#giveUp() : this.#mended(), 'latin1'));
    this.#line = '';
    return used;
  }

  /** Returns what stands for the line. */
  #mended(): string {
    const line = this.#line.replace(/\r?\n$/, '');
    if (this.#state === 'trailers') return this.#trailer(line);
    if (this.#state === 'data-end') {
      this.hadFault ||= this.#line !== EMPTY_LINE;
      if (line.trim() !== '') return this.#giveUp();
      this.#state = 'size';
      return EMPTY_LINE;
    }
    const size = SIZE_LINE.exec(line)?.[1];
    if (size === undefined) return this.#giveUp();
    this.hadFault ||= !STRICT_SIZE_LINE.test(this.#line);
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? 'trailers' : 'data';
    return `${size}\r\n`;
  }

  #trailer(line: string): string {
    this.hadFault ||= this.#line !== EMPTY_LINE;
    if (line !== '') return '';
    this.#state = 'whole';
    return EMPTY_LINE;
  }

  #giveUp(): string {
    this.hadFault = true;
    this.#state = 'as-it-is';
    return this.#line;
  }
}
