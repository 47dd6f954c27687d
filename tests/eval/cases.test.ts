/** Each case must come out right: a page, a feed, a language, a pair of texts. `npm run eval` prints them by kind. */
import { describe, expect, it } from 'vitest';
import { checks } from './check.ts';
import { type Cases, cases } from './fixtures.ts';

const words = (kind: string): string => kind.replaceAll('-', ' ');

for (const set of Object.keys(cases) as (keyof Cases)[])
  describe(`the cases of ${set}`, () => {
    it.each(cases[set].map((each) => [each.name, words(each.kind), each] as const))(
      '%s comes out right (%s)',
      async (_, _kind, each) => {
        expect(await checks[set](each as never)).toBeUndefined();
      },
    );
  });
