import { defineConfig } from 'vitest/config';

/** The environment variable that names the room whose mutants are tried. */
export const ROOM_VARIABLE = 'WIREROOM_MUTANTS_OF';

const UNIT = 'tests/unit/**/*.test.ts';
/** The contract suites run on emulators, which takes seconds: they are worth the wait where the adapters are what is changed. */
const CONTRACT = 'tests/contract/**/*.test.ts';

export default defineConfig({
  test: {
    include: process.env[ROOM_VARIABLE]?.startsWith('adapters') ? [UNIT, CONTRACT] : [UNIT],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
