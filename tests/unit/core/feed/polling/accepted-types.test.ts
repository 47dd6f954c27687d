import { describe, expect, it } from 'vitest';
import { FEED_TYPES } from '../../../../../lambdas/core/feed/polling/accepted-types.ts';

/** The quality of each type that a server would choose by (RFC 9110 §12.5.1). */
const QUALITIES = new Map(
  FEED_TYPES.split(', ').map((range): [string, number] => {
    const [type = '', quality = '1'] = range.split(';q=');
    return [type, Number(quality)];
  }),
);
const qualityOf = (type: string): number => QUALITIES.get(type) ?? QUALITIES.get('*/*') ?? 0;

describe('the types that a request for a feed accepts', () => {
  it.each(['application/rss+xml', 'application/atom+xml', 'application/feed+json', 'application/xml', 'text/xml'])(
    'a server that negotiates sends %s rather than HTML or anything else',
    (type) => {
      expect(qualityOf(type)).toBeGreaterThan(qualityOf('text/plain'));
      expect(qualityOf(type)).toBeGreaterThan(qualityOf('text/html'));
    },
  );

  it('HTML is named, and accepted least of all', () => {
    expect(Math.min(...QUALITIES.values())).toBe(QUALITIES.get('text/html'));
  });
});
