/** The text of a secret, or why there is none: the end of a sentence, which never quotes a secret. */
export type SecretReading =
  | { readonly kind: 'found'; readonly text: string }
  | { readonly kind: 'missing' | 'unreadable'; readonly detail: string };

/** Reads the secret of these credentials (`credentials` of a feed). Throws our own faults only. */
export type ReadSecret = (credentials: string) => Promise<SecretReading>;
