/** Content Signals in a robots.txt: `search=yes, ai-input=no, ai-train=no` (Content Signals Policy, 24 September 2025). */
import { compact } from '../compact.ts';
import type { Permission, Said } from './rights.ts';

const PERMISSION_OF: ReadonlyMap<string, Permission> = new Map([
  ['yes', 'allowed'],
  ['no', 'disallowed'],
]);

/** Of a signal that is given twice, the stricter value counts. `use` is not interpreted, because no text says what its levels allow. */
export function contentSignal(text: string): Said {
  const signals = new Map<string, Permission>();
  for (const signal of text.toLowerCase().split(',')) {
    const [name = '', value = ''] = signal.split('=').map((part) => part.trim());
    const permission = PERMISSION_OF.get(value);
    if (permission !== undefined && signals.get(name) !== 'disallowed') signals.set(name, permission);
  }
  return compact({ train: signals.get('ai-train'), ai: signals.get('ai-input'), search: signals.get('search') });
}
