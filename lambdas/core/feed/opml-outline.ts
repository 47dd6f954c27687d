/** One outline of an OPML list: a feed with its settings, a folder, or a problem. */
import { compact } from '../compact.ts';
import { withoutUserInfo } from '../web/absolute-url.ts';
import { type OpmlFeed, OUR_PREFIX } from './opml-feed.ts';
import { contradictionIn, exposureAt, parseSetting } from './record/feed-settings.ts';
import { normaliseFeedUrl } from './record/feed-url.ts';

/** Max length of a text from the list in a problem, in characters. */
const MAX_QUOTE_LENGTH = 200;

/** The attributes of an outline, by their names in lower case. */
export type Fields = ReadonlyMap<string, string>;

export const fieldsOf = (attributes: object): Fields =>
  new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), String(value).trim()]));

export type Outline =
  | { readonly kind: 'folder'; readonly name: string }
  /** @property faults one sentence for each setting that can't be used */
  | { readonly kind: 'feed'; readonly feed: OpmlFeed; readonly categories: string; readonly faults: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: string };

export function readOutline(fields: Fields): Outline {
  const address = fields.get('xmlurl') ?? '';
  const name = fields.get('title') || fields.get('text') || '';
  if (address === '')
    return isFolder(fields)
      ? { kind: 'folder', name: fields.get('text') || name }
      : { kind: 'problem', problem: `${name.slice(0, MAX_QUOTE_LENGTH) || 'the outline'} has no address (xmlUrl)` };
  const url = normaliseFeedUrl(address);
  if (url === undefined)
    return {
      kind: 'problem',
      problem: `"${withoutUserInfo(address).slice(0, MAX_QUOTE_LENGTH)}" is not an http or https address`,
    };
  const { faults, ...ours } = oursIn(fields, url);
  if (withoutUserInfo(address) !== address)
    faults.push(`the name and password in the address ${url} are left out: \`feeds set\` names a secret for it`);
  const feed = compact({ url, title: titleOf(fields, address) || undefined, ...ours });
  return { kind: 'feed', feed, categories: fields.get('category') ?? '', faults };
}

const isFolder = (fields: Fields): boolean => !fields.has('xmlurl') && fields.get('type')?.toLowerCase() !== 'rss';

/** Each outline has a `text` (OPML 2.0), so that a feed without a title has its address there. */
function titleOf(fields: Fields, address: string): string | undefined {
  const text = fields.get('text');
  return fields.get('title') || (text === address ? undefined : text);
}

/** Returns the settings and the status that `formatOpml` writes. */
function oursIn(fields: Fields, url: string): Pick<OpmlFeed, 'settings' | 'status'> & { readonly faults: string[] } {
  const found: Record<string, string | number> = {};
  const faults: string[] = [];
  for (const [attribute, text] of fields) {
    const name = attribute.startsWith(`${OUR_PREFIX}:`) ? attribute.slice(OUR_PREFIX.length + 1) : 'status';
    if (name === 'status' || text === '') continue;
    const change = parseSetting(name, text);
    if ('problem' in change) faults.push(change.problem);
    else if (change.value !== undefined) found[change.key] = change.value;
  }
  const contradiction = contradictionIn(found);
  if (contradiction !== undefined) {
    faults.push(contradiction);
    delete found['shortestMinutes'];
    delete found['longestMinutes'];
  }
  const exposure = exposureAt(url, found);
  if (exposure !== undefined) {
    faults.push(exposure);
    delete found['credentials'];
  }
  const isPaused = fields.get(`${OUR_PREFIX}:status`) === 'paused';
  return compact({
    settings: Object.keys(found).length === 0 ? undefined : found,
    status: isPaused ? ('paused' as const) : undefined,
    faults,
  });
}
