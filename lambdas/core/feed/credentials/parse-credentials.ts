/**
 * The text of a secret → the header that opens a feed. The text is JSON of one of three types, and names the only origin that gets it:
 *
 * - `{"type":"basic","origin":"https://feeds.example.org","username":"…","password":"…"}` (RFC 7617)
 * - `{"type":"bearer","origin":"https://feeds.example.org","token":"…"}` (RFC 6750)
 * - `{"type":"header","origin":"https://feeds.example.org","name":"X-Api-Key","value":"…"}`
 *
 * A sentence about a secret names its fields and never quotes them, as the messages of `JSON.parse` and of a schema would.
 */
import { isConfidential, parseUrl } from '../../web/absolute-url.ts';
import { SecretHeader } from '../../web/secret-header.ts';

/** Max length of a secret, in characters; enough for a token of 4 kB and its fields. */
const MAX_LENGTH = 8_192;
/** Headers of the connection, of the fetcher and of HTTP's own mechanisms, which a secret can't be. */
const TAKEN =
  /^(?:accept|a-im|connection|cookie2?|date|expect|forwarded|host|http2-settings|im|keep-alive|origin|range|referer|set-cookie2?|te|trailer|transfer-encoding|upgrade|user-agent|via|(?:accept|content|if|proxy|sec|x-forwarded)-.*)$/i;

interface Field {
  readonly isLegal: (text: string) => boolean;
  /** The end of a sentence that begins with the field. */
  readonly rule: string;
}

const FIELDS = {
  origin: { isLegal: isOrigin, rule: 'must be the https address of a host, such as https://feeds.example.org' },
  username: {
    isLegal: (text) => /^[^\p{Cc}:]{1,256}$/u.test(text),
    rule: 'must have 1 to 256 characters, without colons and control characters',
  },
  password: {
    isLegal: (text) => /^\P{Cc}{1,1024}$/u.test(text),
    rule: 'must have 1 to 1,024 characters, without control characters',
  },
  token: {
    isLegal: (text) => text.length <= 4_096 && /^[\w\-.~+/]+=*$/.test(text),
    rule: 'must have 1 to 4,096 letters, digits and - . _ ~ + /, with = at its end only',
  },
  name: {
    isLegal: (text) => /^[!#$%&'*+.^_`|~\w-]{1,100}$/.test(text) && !TAKEN.test(text),
    rule: 'must be the name of a header that neither HTTP nor the fetcher uses itself',
  },
  value: {
    isLegal: (text) => /^[ -~]{1,4096}$/.test(text) && text.trim() === text,
    rule: 'must have 1 to 4,096 visible ASCII characters, with spaces only between them',
  },
} as const satisfies Readonly<Record<string, Field>>;

const TYPES = {
  basic: ['origin', 'username', 'password'],
  bearer: ['origin', 'token'],
  header: ['origin', 'name', 'value'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof FIELDS)[]>>;

type Texts = Readonly<Record<keyof typeof FIELDS, string>>;

/** Returns the header, or what is wrong with the text, as the end of a sentence. */
export function parseCredentials(json: string): SecretHeader | { readonly problem: string } {
  if (json.length > MAX_LENGTH) return { problem: `it has more than ${MAX_LENGTH} characters` };
  const given = parseObject(json);
  if (given === undefined) return { problem: 'it must be a JSON object' };
  const { type, ...fields } = given;
  if (!isType(type)) return { problem: 'its "type" must be basic, bearer or header' };
  const wanted: readonly (keyof typeof FIELDS)[] = TYPES[type];
  const wrong = wanted.find((name) => !isText(fields[name]) || !FIELDS[name].isLegal(fields[name]));
  if (wrong !== undefined) return { problem: `its "${wrong}" ${FIELDS[wrong].rule}` };
  if (Object.keys(fields).length > wanted.length)
    return { problem: `it may have the fields "type", "${wanted.join('", "')}" and no others` };
  return headerOf(type, fields as Texts);
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isType = (value: unknown): value is keyof typeof TYPES => isText(value) && Object.hasOwn(TYPES, value);

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.href === `${url.origin}/` && isConfidential(url);
}

function headerOf(
  type: keyof typeof TYPES,
  { origin: given, username, password, token, name, value }: Texts,
): SecretHeader {
  const { origin } = new URL(given);
  switch (type) {
    case 'basic': {
      const pair = `${username}:${password}`;
      const encoded = Buffer.from(pair).toString('base64');
      return new SecretHeader(origin, 'authorization', `Basic ${encoded}`, [encoded, pair, password]);
    }
    case 'bearer':
      return new SecretHeader(origin, 'authorization', `Bearer ${token}`, [token]);
    case 'header':
      return new SecretHeader(origin, name.toLowerCase(), value, []);
  }
}
