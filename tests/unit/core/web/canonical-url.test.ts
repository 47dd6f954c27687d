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
    ['sessions of several parts of a path are dropped', `${H}/a;JSESSIONID=1/b;jsessionid=2;v=3`, `${H}/a/b;v=3`],
    ['another parameter of a path is kept', `${H}/1;version=2`, `${H}/1;version=2`],
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
      'an address at a viewer of another country becomes that of its page',
      'https://google.co.uk/amp/a.example/1',
      'http://a.example/1',
    ],
    [
      'an address at Google that is no viewer stays as it is',
      'https://www.google.com/search/s/a.example/1',
      'https://www.google.com/search/s/a.example/1',
    ],
    ['an address at another host with /amp/ stays as it is', `${H}/amp/s/a.example/1`, `${H}/amp/s/a.example/1`],
    [
      'a host that ends like Google is no viewer',
      'https://notgoogle.com/amp/s/a.example/1',
      'https://notgoogle.com/amp/s/a.example/1',
    ],
    [
      'a host that begins like Google is no viewer',
      'https://google.com.a.example/amp/s/a.example/1',
      'https://google.com.a.example/amp/s/a.example/1',
    ],
    [
      'a host that begins like an AMP cache is no cache',
      'https://x.cdn.ampproject.org.a.example/c/s/b.example/1',
      'https://x.cdn.ampproject.org.a.example/c/s/b.example/1',
    ],
    [
      'an image at an AMP cache stays as it is',
      'https://x.cdn.ampproject.org/i/s/a.example/1.png',
      'https://x.cdn.ampproject.org/i/s/a.example/1.png',
    ],
    [
      'an article at an AMP cache becomes the address of its page',
      'https://x.cdn.ampproject.org/a/s/a.example/1',
      'https://a.example/1',
    ],
    [
      'a path behind a page’s path at an AMP cache stays as it is',
      'https://x.cdn.ampproject.org/x/c/s/a.example/1',
      'https://x.cdn.ampproject.org/x/c/s/a.example/1',
    ],
    [
      'an address at an AMP cache without a host stays as it is',
      'https://x.cdn.ampproject.org/c/s/a/1',
      'https://x.cdn.ampproject.org/c/s/a/1',
    ],
    [
      'an address at an AMP cache without a path stays as it is',
      'https://x.cdn.ampproject.org/c/s/a.example',
      'https://x.cdn.ampproject.org/c/s/a.example',
    ],
    [
      'an address at an AMP cache that cannot be read stays as it is',
      'https://x.cdn.ampproject.org/c/s/a.%5B/1',
      'https://x.cdn.ampproject.org/c/s/a.%5B/1',
    ],
    [
      'an address at an AMP cache on a host that DNS can’t name stays as it is',
      `https://x.cdn.ampproject.org/c/s/${'a.'.repeat(130)}example/1`,
      `https://x.cdn.ampproject.org/c/s/${'a.'.repeat(130)}example/1`,
    ],
    ['an address in http is kept', 'http://harbour.example/1', 'http://harbour.example/1'],
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

describe('a parameter', () => {
  /** One name of each vendor and each list. */
  const tracking = [
    ...['utm_id', 'mtm_campaign', 'pk_campaign', 'pk_kwd', 'piwik_campaign', 'srsltid', 'gad_campaignid', 'epik'],
    ...['mibextid', '__s', '_openstat', 'fb_action_ids', 'hmb_source', 'itm_source', 'wprov', 'trk_contact', 'trk_sid'],
    ...['ml_subscriber', 'mkcid', 'mkevt', 'dgcid', 'sc_cid', 'sc_medium', 'maca', 'at_format', 'at_bbc_team'],
    ...['at_recipient_id', 'xtref', 's_campaign', 'ss_source', 'fbclid', 'gclid', 'dclid', 'msclkid', 'yclid'],
    ...['twclid', 'ttclid', 'igshid', 'mc_cid', 'mkt_tok', '_ga', '_hsenc', 'hsctatracking', 'vero_id', 'oly_enc_id'],
    ...['s_kwcid', 'wickedid', 'xtor', 'wt_mc', 'wt.mc_id', 'ns_source', 'at_medium', 'at_custom1', 'guccounter'],
    ...['cmpid', 'ocid', 'ncid', 'smid', 'spm', 'soc_src', 'cmp', 'dicbo', 'ref_src', 'amp_js_v', 'usqp', 'emc'],
  ];
  it.each(tracking)('%s is dropped', (name) => {
    expect(canonicalUrl(`${H}/1?${name}=1&id=2`)).toBe(`${H}/1?id=2`);
  });

  it.each(['ref', 'source', 'src', 'from', 'via', 'output', 'partner'])('%s is dropped if it names a feed', (name) => {
    expect(canonicalUrl(`${H}/1?${name}=feedly&id=2`)).toBe(`${H}/1?id=2`);
    expect(canonicalUrl(`${H}/1?${name}=rss&id=2`)).toBe(`${H}/1?id=2`);
    expect(canonicalUrl(`${H}/1?${name}=no-rss&id=2`)).toBe(`${H}/1?${name}=no-rss&id=2`);
    expect(canonicalUrl(`${H}/1?${name}&id=2`)).toBe(`${H}/1?${name}&id=2`);
  });

  it.each(['id', 'page', 'p', 'x-utm_source', 'gclid2', 'feed', ''])('%s is kept', (name) => {
    expect(canonicalUrl(`${H}/1?${name}=rss`)).toBe(`${H}/1?${name}=rss`);
  });
});

describe('an address that may name an article', () => {
  it.each([
    [`${H}/news/1`, true],
    [`${H}/?p=1`, true],
    [`${H}/index.php?id=1`, true],
    [`${H}/`, false],
    [`${H}`, false],
    [`${H}/index.html`, false],
    [`${H}/index.php`, false],
    [`${H}/index.html/1`, true],
    [`${H}/news/index.html`, true],
    [`${H}/index.`, true],
  ])('the address %s may name an article: %s', (url, expected) => {
    expect(namesAnArticle(url)).toBe(expected);
  });
});
