/**
 * A request header that proves who we are, for one origin. JSON, a log line and a message to another process show the origin and
 * nothing more, because the value is private to the object.
 */
export class SecretHeader {
  /** The only origin that gets the header. */
  readonly origin: string;
  readonly #name: string;
  readonly #value: string;
  readonly #traces: readonly string[];

  /** @param secrets the texts that nobody else may read: the value and what it is made of */
  constructor(origin: string, name: string, value: string, secrets: readonly string[]) {
    this.origin = origin;
    this.#name = name;
    this.#value = value;
    this.#traces = [...new Set([value, ...secrets].flatMap(tracesOf))];
  }

  /** Returns the header for a request to its origin; nothing for any other address. */
  headersFor(url: URL): Record<string, string> {
    return url.origin === this.origin ? { [this.#name]: this.#value } : {};
  }

  equals(other: SecretHeader): boolean {
    return this.origin === other.origin && this.#name === other.#name && this.#value === other.#value;
  }

  /** Whether a text somewhere in the value repeats a secret: as it is, in base64, or as URLs and HTML write it. */
  isRepeatedIn(value: unknown): boolean {
    for (const text of textsIn(value)) {
      const readings = [text, withoutPercents(text), withoutEntities(text)].map((each) => each.toLowerCase());
      if (this.#traces.some((trace) => readings.some((reading) => reading.includes(trace)))) return true;
    }
    return false;
  }
}

/** Min length of a trace, in characters. A shorter text comes up by chance, as a password of letters alone does. */
const MIN_TRACE_LENGTH = 8;

/** In lower case, because hosts lose their case. */
const tracesOf = (secret: string): string[] =>
  [/^\p{L}*$/u.test(secret) ? '' : secret, ...base64Of(secret)]
    .filter(({ length }) => length >= MIN_TRACE_LENGTH)
    .map((trace) => trace.toLowerCase());

/** Returns the digits that a text has in base64 and base64url, wherever it stands in a longer text (RFC 4648 §4, §5). */
function base64Of(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The first and the last digit may hold bits of the neighbours.
    const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** An escape beyond ASCII is a part of UTF-8. */
const withoutPercents = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Writers of HTML differ in the number and its digits: `&#39;`, `&#039;`, `&#x27;`. */
const withoutEntities = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    (_, name?: string, decimal?: string, hex?: string) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(`${hex}`, 16) : Number(decimal))
        : (ENTITIES[name.toLowerCase()] ?? ''),
  );
