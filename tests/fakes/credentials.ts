import type { KeptCredentials } from '../../lambdas/core/feed/credentials/kept-credentials.ts';

/** No secret is there. */
export const noCredentials: KeptCredentials = {
  find: async (name) => ({
    kind: 'failed',
    reason: 'credentials-missing',
    detail: `The credentials "${name}" are missing.`,
  }),
};
