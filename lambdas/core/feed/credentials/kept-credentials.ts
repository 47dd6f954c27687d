/** The credentials of feeds, which a process keeps for a few minutes: most polls of a private feed read no secret. */
import type { CredentialsFailure } from '../../web/fetcher.ts';
import type { SecretHeader } from '../../web/secret-header.ts';
import { parseCredentials } from './parse-credentials.ts';
import type { ReadSecret } from './secret-store.ts';

/** A rotated secret is found sooner, because the publisher refuses the old one. */
const KEEP_MS = 5 * 60_000;
/** Max secrets that are kept. */
const MAX_KEPT = 1_000;

export interface CredentialsFault {
  readonly kind: 'failed';
  readonly reason: CredentialsFailure;
  /** One sentence. */
  readonly detail: string;
}

export interface KeptCredentials {
  /** @param isAnew whether to read the secret again, though it is kept */
  find(name: string, isAnew?: boolean): Promise<FoundCredentials | CredentialsFault>;
}

interface FoundCredentials {
  readonly kind: 'found';
  readonly header: SecretHeader;
  /** Whether an earlier poll has read it. */
  readonly isKept: boolean;
}

export function keptCredentials(read: ReadSecret, now: () => Date): KeptCredentials {
  const kept = new Map<string, { readonly header: SecretHeader; readonly until: number }>();
  return {
    async find(name, isAnew = false) {
      const known = kept.get(name);
      if (known !== undefined && !isAnew && known.until > now().getTime())
        return { kind: 'found', header: known.header, isKept: true };
      kept.delete(name);
      const secret = await read(name);
      if (secret.kind !== 'found')
        return fault(`credentials-${secret.kind}`, `The credentials "${name}" are ${secret.kind}: ${secret.detail}.`);
      const header = parseCredentials(secret.text);
      if ('problem' in header)
        return fault(
          'credentials-invalid',
          `The secret of the credentials "${name}" can't be used: ${header.problem}.`,
        );
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(name, { header, until: now().getTime() + KEEP_MS });
      return { kind: 'found', header, isKept: false };
    },
  };
}

const fault = (reason: CredentialsFailure, detail: string): CredentialsFault => ({ kind: 'failed', reason, detail });
