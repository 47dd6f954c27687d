/**
 * Makes the head of an answer one that Node's strict parser reads. This mends only what RFC 9110 and RFC 9112 let a
 * recipient read, and blanks before a colon. The socket of a mended answer carries no further request, so none of its
 * bytes can become the answer to another request (request smuggling).
 */

export interface MendedHead {
  readonly head: string;
  readonly status: number;
  /** Whether the body comes in chunks. */
  readonly isChunked: boolean;
  readonly hadFault: boolean;
}

interface Field {
  readonly name: string;
  /** With the blanks around it. */
  value: string;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const VALUE = '[\\t\\x20-\\x7e\\x80-\\xff]*';
const STRICT_STATUS = `HTTP/1\\.[01] \\d{3}(?: ${VALUE})?`;
const STRICT_STATUS_LINE = new RegExp(`^${STRICT_STATUS}$`);
const STRICT_HEAD = new RegExp(`^${STRICT_STATUS}\\r\\n(?:${TOKEN}:${VALUE}\\r\\n)*\\r\\n$`);
/** RFC 9112 §4 allows any blanks between the parts of the line. */
const STATUS_LINE = /^HTTP\/\d(?:\.(\d))?[\t ]+(\d{3})(?![\da-z])(.*)$/is;
const FIELD = new RegExp(`^(${TOKEN})[\\t ]*:(.*)$`, 's');
/** The fields that say where the body ends. */
const FRAMING = /\r\n(?:transfer-encoding|content-length):[^\r]*/gi;
const CHUNKED = /^\r\ntransfer-encoding:[\t ]*chunked[\t ]*$/i;
const ONE_LENGTH = /^\r\ncontent-length:[\t ]*\d+[\t ]*$/i;
/** All control characters but the tab, a lone CR included (RFC 9112 §2.2, RFC 9110 §5.5). */
const CONTROLS = /[^\t\x20-\x7e\x80-\xff]/g;

/** Mends a head with its empty line. @returns undefined if its first line is no status line */
export function mendHead(raw: string): MendedHead | undefined {
  const status = Number(STATUS_LINE.exec(raw.slice(0, raw.indexOf('\n')))?.[2]);
  if (Number.isNaN(status)) return undefined;
  const framing = STRICT_HEAD.test(raw) ? (raw.match(FRAMING) ?? []) : ['not strict'];
  const isChunked = CHUNKED.test(framing[0] ?? '');
  if (framing.length === 0 || (framing.length === 1 && (isChunked || ONE_LENGTH.test(framing[0] ?? ''))))
    return { head: raw, status, isChunked, hadFault: false };

  const [first = '', ...lines] = raw.split('\n').map((line) => line.replace(/\r$/, ''));
  const fields = withOneFraming(fieldsIn(lines));
  const head = [statusLine(first), ...fields.map(({ name, value }) => `${name}:${value}`), '', ''].join('\r\n');
  return { head, status, isChunked: valuesOf(fields, 'transfer-encoding').at(-1) === 'chunked', hadFault: true };
}

function statusLine(line: string): string {
  if (STRICT_STATUS_LINE.test(line)) return line;
  const [, minor, status, reason = ''] = STATUS_LINE.exec(line) ?? [];
  return `HTTP/1.${minor === '0' ? 0 : 1} ${status} ${reason.replace(CONTROLS, ' ').trim()}`;
}

/** Returns the fields of the lines, without lines that are none. */
function fieldsIn(lines: readonly string[]): Field[] {
  const fields: Field[] = [];
  /** The field that the next line may continue. */
  let open: Field | undefined;
  for (const line of lines) {
    if (/^[\t ]/.test(line)) {
      // A folded line (RFC 9112 §5.2). After the status line, folded lines are passed over (§2.2).
      if (open !== undefined) open.value += ` ${line.replace(CONTROLS, ' ').trim()}`;
      continue;
    }
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    open = name === undefined ? undefined : { name, value: value.replace(CONTROLS, ' ') };
    if (open !== undefined) fields.push(open);
  }
  return fields;
}

/** Returns the fields with one end of the body, by the rules of RFC 9112 §6.3. Node refuses what remains ambiguous. */
function withOneFraming(fields: readonly Field[]): readonly Field[] {
  const codings = valuesOf(fields, 'transfer-encoding').filter((coding) => coding !== 'identity');
  const lengths = valuesOf(fields, 'content-length');
  // Rule 3: the coding overrides the length. Two servers on the way may both have declared one coding.
  if (codings.length > 0) {
    const value = codings.every((coding) => coding === 'chunked') ? ' chunked' : ` ${codings.join(', ')}`;
    return withFraming(fields, { name: 'Transfer-Encoding', value });
  }
  // Rule 5: equal lengths are one length.
  const different = [...new Set(lengths)].map((length) => ({ name: 'Content-Length', value: ` ${length}` }));
  return withFraming(fields, ...different);
}

const withFraming = (fields: readonly Field[], ...framing: readonly Field[]): readonly Field[] => [
  ...without(without(fields, 'transfer-encoding'), 'content-length'),
  ...framing,
];

const without = (fields: readonly Field[], name: string): readonly Field[] =>
  fields.filter((field) => field.name.toLowerCase() !== name);

/** Returns the entries of a list in lower case, in all fields with this name. */
const valuesOf = (fields: readonly Field[], lowerName: string): string[] =>
  fields
    .filter(({ name }) => name.toLowerCase() === lowerName)
    .flatMap(({ value }) => value.toLowerCase().split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
