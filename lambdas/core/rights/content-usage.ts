/** IETF AI Preferences: `train-ai=n, ai-use=n, search=y` (draft-ietf-aipref-vocab-08; attached by draft-ietf-aipref-attach-05). */
import { compact } from '../compact.ts';
import { dictionaryTokens } from './dictionary.ts';
import type { Permission, Said } from './rights.ts';

/** Tokens only: `?1`, `"n"` and a bare key are unknown (vocab-08 §5). */
const PERMISSION_OF: ReadonlyMap<string | undefined, Permission> = new Map([
  ['y', 'allowed'],
  ['n', 'disallowed'],
]);

/** Other labels, also those of earlier drafts, are unknown. */
export function contentUsage(text: string): Said {
  const members = dictionaryTokens(text);
  const permission = (label: string): Permission | undefined => PERMISSION_OF.get(members?.get(label));
  return compact({ train: permission('train-ai'), ai: permission('ai-use'), search: permission('search') });
}
