import { describe, expect, it } from 'vitest';
import { licenseAddress, licenseIn, licenseRank } from '../../../../lambdas/core/rights/license.ts';

const BASE = 'https://harbour.example/news/1';
const cc = (path: string): string => `https://creativecommons.org/${path}/`;

describe('the address of a licence', () => {
  it.each<[sentence: string, href: string, expected: string | undefined]>([
    ['of Creative Commons has one form', 'http://creativecommons.org/licenses/by/4.0/', cc('licenses/by/4.0')],
    ['needs no slash at its end', 'https://creativecommons.org/licenses/by-sa/4.0', cc('licenses/by-sa/4.0')],
    ['is in lower case', 'https://www.CreativeCommons.org/Licenses/BY-NC-ND/4.0/', cc('licenses/by-nc-nd/4.0')],
    ['loses its language', 'https://creativecommons.org/licenses/by/4.0/deed.de', cc('licenses/by/4.0')],
    [
      'loses its file and query',
      'https://creativecommons.org/licenses/by/3.0/legalcode?ref=chooser#x',
      cc('licenses/by/3.0'),
    ],
    [
      'keeps its jurisdiction',
      'http://creativecommons.org/licenses/by-nc/2.5/scotland/deed.en',
      cc('licenses/by-nc/2.5/scotland'),
    ],
    ['keeps a country', 'http://creativecommons.org/licenses/by/3.0/de/', cc('licenses/by/3.0/de')],
    ['may name the public domain', 'http://creativecommons.org/publicdomain/zero/1.0/', cc('publicdomain/zero/1.0')],
    [
      'of another page at Creative Commons stays',
      'https://creativecommons.org/about/',
      'https://creativecommons.org/about/',
    ],
    [
      'with an unknown code stays',
      'https://creativecommons.org/licenses/by-xx/4.0/',
      'https://creativecommons.org/licenses/by-xx/4.0/',
    ],
    [
      'of a host that only begins alike stays',
      'https://creativecommons.org.evil.example/licenses/by/4.0/',
      'https://creativecommons.org.evil.example/licenses/by/4.0/',
    ],
    ['may be relative', '/terms', 'https://harbour.example/terms'],
    ['may be deliberately not stated (RFC 4946 §2)', 'http://purl.org/atompub/license#unspecified', undefined],
    ['is one of the web', 'javascript:alert(1)', undefined],
  ])('%s', (_, href, expected) => {
    expect(licenseAddress(href, BASE)).toBe(expected);
  });
});

describe('a text', () => {
  it.each<[sentence: string, text: string, expected: string | undefined]>([
    ['may be an address', ' https://creativecommons.org/licenses/by/4.0/ ', cc('licenses/by/4.0')],
    ['may be a path', '/license', 'https://harbour.example/license'],
    ['may be an SPDX name', 'cc-by-nc-sa-4.0', cc('licenses/by-nc-sa/4.0')],
    ['may name the public domain by SPDX', 'CC0-1.0', cc('publicdomain/zero/1.0')],
    ['that reserves all rights is no address', 'All rights reserved', undefined],
    ['that is a copyright notice is no address', '© 2026 Harbour Post', undefined],
    ['of one word is no address', 'proprietary', undefined],
    ['that is empty is no address', '', undefined],
  ])('%s', (_, text, expected) => {
    expect(licenseIn(text, BASE)).toBe(expected);
  });
});

it('a licence that isn’t known is the strictest, and the public domain the freest', () => {
  const licenses = [
    'publicdomain/mark/1.0',
    'publicdomain/zero/1.0',
    'licenses/by/4.0',
    'licenses/by-sa/4.0',
    'licenses/by-nc-nd/4.0',
  ].map(cc);
  const ranks = [...licenses, 'https://harbour.example/terms'].map(licenseRank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
});
