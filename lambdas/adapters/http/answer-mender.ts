/**
 * Mends the answers of a socket before Node's parser reads them. Servers break the grammar of HTTP in ways that RFC 9112
 * lets a recipient read, but Node's parser refuses such an answer (docs/decisions/http-answers.md). Answers without a
 * fault pass as they are. This leaves what can't be mended as it is, and Node's parser names the fault.
 */
import type { Duplex } from 'node:stream';
import { ChunkMender } from './chunk-mender.ts';
import { mendHead } from './head-mender.ts';

/** Max bytes of an answer's head. Node's default of 16 KiB is too near to the security policies of some sites. */
export const MAX_HEAD_BYTES = 65_536;
/** The end of a head's last line, and the empty line. */
const HEAD_END = /\n\r{0,2}\n/;
const MAX_HEAD_END = 4;
/** The start of each answer. */
const START = 'HTTP/';
/** Statuses without a body, whatever the head says (RFC 9112 §6.3, rule 1). */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);
const NOTHING = Buffer.alloc(0);

class HeadTooLargeError extends Error {
  /** Node's code for this error. */
  readonly code = 'HPE_HEADER_OVERFLOW';
}

const menders = new WeakMap<Duplex, AnswerMender>();

/** Begins to mend the answers of a socket. @returns the socket */
export function mendAnswers(socket: Duplex): Duplex {
  const mender = new AnswerMender();
  menders.set(socket, mender);
  const push = socket.push.bind(socket);
  // All bytes that a socket receives pass its `push`. A stream between socket and parser would cost each poll more.
  socket.push = (bytes: Buffer | null) => {
    if (bytes === null) return push(null);
    try {
      const mended = mender.write(bytes);
      return mended.length === 0 || push(mended);
    } catch (error) {
      socket.destroy(error as Error);
      return false;
    }
  };
  return socket;
}

/** Says that the next bytes of a socket are the head of an answer. */
export const expectAnswer = (socket: Duplex): void => menders.get(socket)?.expect();

/** Whether the socket may carry another request: its last answer had no fault. */
export const isReusable = (socket: Duplex): boolean => menders.get(socket)?.hadFault === false;

/** Reads one answer after another, interim answers (1xx) included. */
class AnswerMender {
  #hadFault = false;
  #state: 'head' | 'chunks' | 'as-it-is' | 'no-body' = 'head';
  /** The beginning of a head that is not whole yet. */
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** The last characters of `#held`, in which the end of the head may begin. */
  #tail = '';
  #chunks = new ChunkMender();

  get hadFault(): boolean {
    return this.#hadFault || this.#chunks.hadFault;
  }

  expect(): void {
    this.#state = 'head';
  }

  /** Returns the bytes that Node's parser gets now. */
  write(bytes: Buffer): Buffer {
    switch (this.#state) {
      case 'head':
        return this.#head(bytes);
      case 'chunks':
        return this.#chunks.write(bytes);
      case 'no-body':
        this.#hadFault ||= bytes.length > 0;
        return NOTHING;
      case 'as-it-is':
        return bytes;
      default:
        return this.#state satisfies never;
    }
  }

  #head(received: Buffer): Buffer {
    const isStart = this.#heldBytes === 0;
    const bytes = isStart ? withoutEmptyLines(received) : received;
    const text = this.#tail + bytes.toString('latin1', 0, MAX_HEAD_BYTES);
    if (isStart && !START.startsWith(text.slice(0, START.length))) return this.#giveUp(bytes);
    const match = HEAD_END.exec(text);
    if (match === null) return this.#hold(bytes, text);
    const end = match.index + match[0].length - this.#tail.length;
    const rest = bytes.subarray(end);
    const whole = this.#release(bytes.subarray(0, end));
    const mended = mendHead(whole.toString('latin1'));
    if (mended === undefined) return this.#giveUp(Buffer.concat([whole, rest]));
    this.#hadFault ||= mended.hadFault;
    // After an interim answer (but 101, which ends HTTP) another head comes.
    if (mended.status >= 200 || mended.status === 101) this.#state = stateAfter(mended);
    if (this.#state === 'chunks') this.#chunks = new ChunkMender();
    const head = mended.hadFault ? Buffer.from(mended.head, 'latin1') : whole;
    return rest.length === 0 ? head : Buffer.concat([head, this.write(rest)]);
  }

  #hold(bytes: Buffer, text: string): Buffer {
    if (this.#heldBytes + bytes.length > MAX_HEAD_BYTES) throw new HeadTooLargeError();
    if (bytes.length === 0) return NOTHING;
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    this.#tail = text.slice(1 - MAX_HEAD_END);
    return NOTHING;
  }

  #giveUp(bytes: Buffer): Buffer {
    this.#hadFault = true;
    this.#state = 'as-it-is';
    return this.#release(bytes);
  }

  #release(bytes: Buffer): Buffer {
    const whole = this.#held.length === 0 ? bytes : Buffer.concat([...this.#held, bytes]);
    this.#held = [];
    this.#heldBytes = 0;
    this.#tail = '';
    return whole;
  }
}

function stateAfter({ status, isChunked }: { status: number; isChunked: boolean }): 'chunks' | 'no-body' | 'as-it-is' {
  if (BODILESS.has(status)) return 'no-body';
  return isChunked ? 'chunks' : 'as-it-is';
}

/** A recipient passes over empty lines before the first line (RFC 9112 §2.2). */
function withoutEmptyLines(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  return start === 0 ? bytes : bytes.subarray(start === -1 ? bytes.length : start);
}
