import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, namesAnArticle } from '../../../../lambdas/core/web/canonical-url.ts';

const H = 'https://harbour.example';

describe('the canonical address', () => {
  it.each([
    ['an address without tracking stays as it is', `${H}/news/1?id=7`, `${H}/news/1?id=7`],
    ['a campaign is dropped', `${H}/1?utm_source=rss&utm_medium=feed`, `${H}/1`],
    ['parameters that select the content are kept', `${H}/1?a=1&utm_source=rss&b=2`, `${H}/1?a=1&b=2`],
    ['kept parameters keep their order and spelling', `${H}/1?b=%2f&a=x+y&b=`, `${H}/1?b=%2f&a=x+y&b=`],
    ['click identifiers are dropped', `${H}/1?fbclid=a&gclid=b&mc_eid=c`, `${H}/1`],
    ['a campaign in capitals is dropped', `${H}/1?UTM_Source=rss&XTOR=RSS-1`, `${H}/1`],
    ['a referrer that is a feed is dropped', `${H}/1?ref=rss&source=feedly`, `${H}/1`],
    ['another referrer is kept', `${H}/1?ref=1234&source=archive`, `${H}/1?ref=1234&source=archive`],
    ['a partner that is a feed is dropped', `${H}/1?partner=rss&emc=rss`, `${H}/1`],
    ['another partner is kept', `${H}/1?partner=4711`, `${H}/1?partner=4711`],
    ['parameters of X and Outbrain are dropped', `${H}/1?ref_src=twsrc&__twitter_impression=true&dicbo=v2-a`, `${H}/1`],
    ['a session is dropped', `${H}/1;jsessionid=B01B.2_cid390?a=1`, `${H}/1?a=1`],
    [
      'parameters of an AMP cache are dropped',
      'https://harbour-example.cdn.ampproject.org/v/s/harbour.example/1?amp_js_v=0.1&usqp=mq331&a=1',
      `${H}/1?a=1`,
    ],
    ['a fragment is dropped', `${H}/1#comments`, `${H}/1`],
    ['a fragment that selects the page is kept', `${H}/#!/news/1`, `${H}/#!/news/1`],
    ['credentials are dropped', 'https://user:secret@harbour.example/1', `${H}/1`],
    ['an empty query is dropped', `${H}/1?`, `${H}/1`],
    ['empty parameters are dropped', `${H}/1?&&a=1&`, `${H}/1?a=1`],
    ['a query that begins with a question mark is kept', `${H}/a??`, `${H}/a??`],
    ['parameters of Matomo, Piano and Google are dropped', `${H}/1?mtm_source=a&at_format=b&gad_source=1`, `${H}/1`],
    [
      'an address at an AMP cache becomes the address of its page',
      'https://harbour-example.cdn.ampproject.org/c/s/harbour.example/1?a=1',
      `${H}/1?a=1`,
    ],
    [
      'an address at an AMP viewer becomes the address of its page',
      'https://www.google.com/amp/s/harbour.example/1',
      `${H}/1`,
    ],
    [
      'an address at an AMP cache of an AMP cache becomes the address of its page',
      'https://www.google.com/amp/s/harbour-example.cdn.ampproject.org/c/s/harbour.example/1',
      `${H}/1`,
    ],
    [
      'an address at an AMP cache may be that of an http page',
      'https://x.cdn.ampproject.org/v/harbour.example/1',
      'http://harbour.example/1',
    ],
    [
      'an address at an AMP cache that holds no page stays as it is',
      'https://cdn.ampproject.org/v0.js',
      'https://cdn.ampproject.org/v0.js',
    ],
    ['a host is put into lower case, without the scheme’s own port', 'HTTPS://HARBOUR.Example:443/A', `${H}/A`],
  ])('%s', (_, raw, expected) => {
    expect(canonicalUrl(raw)).toBe(expected);
  });

  it.each(['', '/news/1', 'mailto:news@harbour.example', 'javascript:alert(1)', 'data:text/html,x', 'http://['])(
    'an address that is not on the web has no canonical form: "%s"',
    (raw) => {
      expect(canonicalUrl(raw)).toBeUndefined();
    },
  );

  it('a canonical address is its own canonical address', () => {
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
  ])('the address %s may name an article: %s', (url, expected) => {
    expect(namesAnArticle(url)).toBe(expected);
  });
});
