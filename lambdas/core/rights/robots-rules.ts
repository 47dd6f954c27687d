/**
 * Robots rules of a page: `<meta name="robots">` and `X-Robots-Tag` (Google, "Robots meta tag specifications"), with `noai` and
 * `noimageai` (DeviantArt, 2022).
 */
import type { ArticleRights, Said } from './rights.ts';
import { rightsSaid, strictest } from './strictest.ts';

/** Max characters of a value that are read. */
const MAX_LENGTH = 8_192;

/** What a rule says. `nosnippet` also keeps a text out of generated answers. `index`, `all` and the like are no grants, but the default. */
const SAID_BY: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['noindex', { search: 'disallowed' }],
  ['none', { search: 'disallowed' }],
  ['nosnippet', { ai: 'disallowed' }],
  ['max-snippet:0', { ai: 'disallowed' }],
  ['noai', { train: 'disallowed' }],
]);

export function robotsRules(place: 'page' | 'header', values: readonly string[]): ArticleRights | undefined {
  const rules = new Set(values.flatMap((value) => rulesForAll(value.slice(0, MAX_LENGTH))));
  const pictures: Said = rules.has('noimageai') ? { train: 'disallowed' } : {};
  return strictest([
    ...[...SAID_BY].map(([rule, said]) => (rules.has(rule) ? rightsSaid(`${place}:robots`, said) : undefined)),
    rightsSaid(`${place}:no-image-ai`, pictures),
  ]);
}

/** Rules with a value after a colon. Any other word before a colon is the name of a robot. */
const VALUED = new Set(['max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after']);

/**
 * The rules that are addressed to all robots. Behind a robot's name come that robot's rules: `googlebot: noindex`. But `noai` and
 * `noimageai` count behind a name, too: no named robot is known to read them, and a second header is joined to the first one.
 */
function rulesForAll(value: string): string[] {
  const words = value.toLowerCase().replace(/\s+/g, ' ').replace(/ ?: ?/g, ':').split(/[ ,]/);
  let isForAll = true;
  return words
    .map((word) => {
      const [name = '', argument] = word.split(':', 2);
      const isAddressed = argument !== undefined && /^[a-z]/.test(name) && !VALUED.has(name);
      if (isAddressed) isForAll = false;
      const rule = isAddressed ? argument : word;
      return isForAll || rule === 'noai' || rule === 'noimageai' ? rule : '';
    })
    .filter((rule) => rule !== '');
}
