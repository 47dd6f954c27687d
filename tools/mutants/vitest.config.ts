import { defineConfig } from 'vitest/config';

/** The environment variable with the tests that a mutant is run against, as a JSON list of globs. */
export const TESTS_VARIABLE = 'WIREROOM_MUTANT_TESTS';

export default defineConfig({
  test: {
    include: JSON.parse(process.env[TESTS_VARIABLE] ?? '[]'),
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
