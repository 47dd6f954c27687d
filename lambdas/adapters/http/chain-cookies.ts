/** The cookies of one fetch, for servers that redirect to the same address until their cookie comes back. */

/** Max cookies of one fetch, and max bytes of all of them. RFC 6265 §6.1 wants 50 cookies a host, but of browsers. */
const MAX_COOKIES = 20;
const MAX_BYTES = 8_192;
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const VALUE = /^[\x20-\x7e\x80-\xff]*$/;

export interface ChainCookies {
  /** Returns the header `Cookie` of a request; undefined if the host has set none. */
  headerFor(url: URL): string | undefined;
  /** Keeps the cookies of an answer. @param lines the values of its `Set-Cookie` headers */
  keep(url: URL, lines: readonly string[] | undefined): void;
}

interface Cookie {
  readonly host: string;
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
}

/**
 * Returns an empty jar, which lives as long as one fetch. A cookie goes back to the very host and port that set it, whatever its
 * `Domain` and `Path` say; a `Secure` cookie only over https. Cookies beyond the limits are dropped.
 */
export function chainCookies(now: () => number = Date.now): ChainCookies {
  let cookies: readonly Cookie[] = [];
  return {
    headerFor(url) {
      const sent = cookies.filter(({ host, secure }) => host === url.host && (!secure || url.protocol === 'https:'));
      return sent.length === 0 ? undefined : sent.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
    keep(url, lines = []) {
      for (const line of lines) {
        const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
        const [name = '', ...values] = pair.split('=');
        const value = values.join('=').trim();
        const secure = attributes.some((attribute) => /^secure$/i.test(attribute));
        if (!NAME.test(name.trim()) || !VALUE.test(value) || (secure && url.protocol !== 'https:')) continue;
        const cookie = { host: url.host, name: name.trim(), value, secure };
        const others = cookies.filter((other) => other.host !== cookie.host || other.name !== cookie.name);
        if (isExpired(attributes, now())) cookies = others;
        else if (isWithinLimits([...others, cookie])) cookies = [...others, cookie];
      }
    },
  };
}

const isWithinLimits = (cookies: readonly Cookie[]): boolean =>
  cookies.length <= MAX_COOKIES &&
  cookies.reduce((bytes, { name, value }) => bytes + name.length + value.length + 3, 0) <= MAX_BYTES;

/** Whether the server deletes the cookie. `Max-Age` goes before `Expires` (RFC 6265 §5.3). */
function isExpired(attributes: readonly string[], now: number): boolean {
  const attribute = (name: RegExp): string | undefined => attributes.find((each) => name.test(each))?.replace(name, '');
  const maxAge = attribute(/^max-age *= */i);
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(attribute(/^expires *= */i) ?? '') <= now;
}
