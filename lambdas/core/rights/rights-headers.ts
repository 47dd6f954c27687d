/** The headers of a response that speak of the use of what it brought: the function hands them on to its reader's process. */
import type { ResponseHeaders } from '../web/fetcher.ts';

const NAMES = ['content-usage', 'x-robots-tag', 'tdm-reservation', 'tdm-policy', 'link'];
/** Max characters of each. Node's client takes 16 kB of headers. */
const MAX_LENGTH = 8_192;

/** Returns these headers, shortened; undefined if there are none. */
export function rightsHeaders(headers: ResponseHeaders): ResponseHeaders | undefined {
  const said = NAMES.flatMap((name) =>
    headers[name] === undefined ? [] : [[name, headers[name].slice(0, MAX_LENGTH)]],
  );
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
