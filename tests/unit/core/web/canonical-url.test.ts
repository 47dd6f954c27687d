import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, namesAnArticle } from '../../../../lambdas/core/web/canonical-url.ts';

const H = 'https://harbour.example';

describe('the canonical address', () => {
  it.each([
    ['is the address itself', `${H}/news/1?id=7`, `${H}/news/1?id=7`],
    ['has no campaign', `${H}/1?utm_source=rss&utm_medium=feed`, `${H}/1`],
    ['keeps what selects the content', `${H}/1?a=1&utm_source=rss&b=2`, `${H}/1?a=1&b=2`],
    ['keeps the order and the spelling of what it keeps', `${H}/1?b=%2f&a=x+y&b=`, `${H}/1?b=%2f&a=x+y&b=`],
    ['has no click identifiers', `${H}/1?fbclid=a&gclid=b&mc_eid=c`, `${H}/1`],
    ['has no campaign in capitals', `${H}/1?UTM_Source=rss&XTOR=RSS-1`, `${H}/1`],
    ['has no word on coming from a feed', `${H}/1?ref=rss&source=feedly`, `${H}/1`],
    ['keeps other words on where one comes from', `${H}/1?ref=1234&source=archive`, `${H}/1?ref=1234&source=archive`],
    ['has no word on coming from a partner’s feed', `${H}/1?partner=rss&emc=rss`, `${H}/1`],
    ['keeps other partners', `${H}/1?partner=4711`, `${H}/1?partner=4711`],
    ['has no word of X or Outbrain', `${H}/1?ref_src=twsrc&__twitter_impression=true&dicbo=v2-a`, `${H}/1`],
    ['has no session', `${H}/1;jsessionid=B01B.2_cid390?a=1`, `${H}/1?a=1`],
    [
      'has no word of the AMP cache that held it',
      'https://harbour-example.cdn.ampproject.org/v/s/harbour.example/1?amp_js_v=0.1&usqp=mq331&a=1',
      `${H}/1?a=1`,
    ],
    ['has no fragment', `${H}/1#comments`, `${H}/1`],
    ['keeps a fragment that is a page of its own', `${H}/#!/news/1`, `${H}/#!/news/1`],
    ['has no credentials', 'https://user:secret@harbour.example/1', `${H}/1`],
    ['has no empty query', `${H}/1?`, `${H}/1`],
    ['has no empty parameters', `${H}/1?&&a=1&`, `${H}/1?a=1`],
    ['keeps a query that begins with a question mark', `${H}/a??`, `${H}/a??`],
    ['has no word of Matomo, Piano or Google', `${H}/1?mtm_source=a&at_format=b&gad_source=1`, `${H}/1`],
    [
      'is the one that an AMP cache holds',
      'https://harbour-example.cdn.ampproject.org/c/s/harbour.example/1?a=1',
      `${H}/1?a=1`,
    ],
    ['is the one that an AMP viewer shows', 'https://www.google.com/amp/s/harbour.example/1', `${H}/1`],
    [
      'is the one that an AMP cache of an AMP cache holds',
      'https://www.google.com/amp/s/harbour-example.cdn.ampproject.org/c/s/harbour.example/1',
      `${H}/1`,
    ],
    [
      'may be plain http in an AMP cache',
      'https://x.cdn.ampproject.org/v/harbour.example/1',
      'http://harbour.example/1',
    ],
    ['is the cache’s own where it holds none', 'https://cdn.ampproject.org/v0.js', 'https://cdn.ampproject.org/v0.js'],
    ['has its host in lower case, and no port that says nothing', 'HTTPS://HARBOUR.Example:443/A', `${H}/A`],
  ])('%s', (_, raw, expected) => {
    expect(canonicalUrl(raw)).toBe(expected);
  });

  it.each(['', '/news/1', 'mailto:news@harbour.example', 'javascript:alert(1)', 'data:text/html,x', 'http://['])(
    'is not found in "%s"',
    (raw) => {
      expect(canonicalUrl(raw)).toBeUndefined();
    },
  );

  it('is its own canonical address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        expect(once).toBeDefined();
        expect(canonicalUrl(once ?? '')).toBe(once);
      }),
    );
  });
});

describe('an address names an article', () => {
  it.each([
    [`${H}/news/1`, true],
    [`${H}/?p=1`, true],
    [`${H}/index.php?id=1`, true],
    [`${H}/`, false],
    [`${H}`, false],
    [`${H}/index.html`, false],
    [`${H}/index.php`, false],
  ])('%s: %s', (url, expected) => {
    expect(namesAnArticle(url)).toBe(expected);
  });
});
