/** An address in the parts that tell articles apart. */
export interface AddressParts {
  readonly url: URL;
  /** The author's part of a site: `/@ada/ferry-returns` → `@ada`. */
  readonly owner: string | undefined;
  /** The path without words for a view, extension and letter case. */
  readonly path: string;
  /** The last part of the path. */
  readonly slug: string;
  /** The query without parameters for a view. */
  readonly query: string;
}

export function addressParts(address: string): AddressParts {
  const url = new URL(address);
  const path = pathOf(url);
  return {
    url,
    owner: /^\/([@~][^/]+)/.exec(url.pathname)?.[1],
    path,
    slug: decoded(path.split('/').at(-1) ?? ''),
    query: queryOf(url),
  };
}

/** Words that addresses put before or behind an article's for another view of it. */
const VIEW = /^(?:amp|m|mobile?|print|drucken|all|full|komplettansicht)$/i;
const PAGE_OF_SEVERAL = /^(?:page|seite)[/-]?\d{1,3}$/i;
const VIEW_PARAMETER = /^(?:amp|outputtype|print|page|seite)(?:=|$)/i;
const EXTENSION = /(?:[.-]amp)?(?:\.[a-z]{3,5})?(?:[.-]amp)?$/i;

function pathOf({ pathname }: URL): string {
  const parts = pathname.split('/').filter(Boolean);
  while (parts.length > 1 && VIEW.test(parts[0] ?? '')) parts.shift();
  while (parts.length > 1 && VIEW.test(parts.at(-1) ?? '')) parts.pop();
  if (parts.length > 2 && PAGE_OF_SEVERAL.test(parts.slice(-2).join('/'))) parts.splice(-2);
  else if (parts.length > 1 && PAGE_OF_SEVERAL.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('/').replace(EXTENSION, '').toLowerCase();
}

const queryOf = ({ search }: URL): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !VIEW_PARAMETER.test(pair))
    .join('&');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
