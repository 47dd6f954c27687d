import { describe, expect, it } from 'vitest';
import type { Said } from '../../../../lambdas/core/rights/rights.ts';
import { rslSays } from '../../../../lambdas/core/rights/rsl.ts';
import { rslContents } from '../../../../lambdas/core/rights/rsl-document.ts';

const URL = 'https://harbour.example/news/1';
const no = 'disallowed';
const yes = 'allowed';
const rsl = (content: string): string => `<rsl xmlns="https://rslstandard.org/rsl">${content}</rsl>`;
const licensed = (license: string, attributes = 'url=""'): string =>
  rsl(`<content ${attributes}><license>${license}</license></content>`);
const permits = (usage: string): string => `<permits type="usage">${usage}</permits>`;
const prohibits = (usage: string): string => `<prohibits type="usage">${usage}</prohibits>`;
const saidBy = (xml: string): Said => rslSays(rslContents(xml), URL);

describe('RSL 1.0', () => {
  it.each<[section: string, sentence: string, xml: string, expected: Said]>([
    ['§3.5', 'a prohibition disallows', licensed(prohibits('ai-train')), { train: no }],
    [
      '§3.5',
      'a permission allows, and what it doesn’t list is not allowed',
      licensed(permits('search')),
      { search: yes, train: no, ai: no },
    ],
    [
      '§3.5',
      'a prohibition beats a permission',
      licensed(permits('all') + prohibits('ai-all')),
      { search: yes, train: no, ai: no },
    ],
    ['usage', 'all is every use', licensed(prohibits('all')), { search: no, train: no, ai: no }],
    ['usage', 'ai-all is every use by AI, and no search', licensed(prohibits('ai-all')), { train: no, ai: no }],
    [
      'usage',
      'an index for AI without input grants no answers',
      licensed(permits('search ai-index')),
      { search: yes, train: no, ai: no },
    ],
    ['usage', 'ai-input grants answers', licensed(permits('ai-input ai-index')), { search: no, train: no, ai: yes }],
    [
      'usage',
      'an index for AI that is prohibited keeps a text from answers',
      licensed(prohibits('ai-index')),
      { ai: no },
    ],
    [
      'usage',
      'labels of IETF preferences permit nothing',
      licensed(permits('ai-use')),
      { search: no, train: no, ai: no },
    ],
    [
      'usage',
      'unknown words and names of objects prohibit nothing',
      licensed(prohibits('acme:x constructor toString')),
      {},
    ],
    [
      'draft 0.9',
      'lists may have commas, and train-ai is its word',
      licensed(prohibits('search, train-ai')),
      { search: no, train: no },
    ],
    [
      'license',
      'a free licence grants',
      licensed(`${permits('ai-train')}<payment type="free"/>`),
      { train: yes, ai: no, search: no },
    ],
    [
      'license',
      'an attribution can be given by everyone',
      licensed(`${permits('ai-train')}<payment type="attribution"/>`),
      { train: yes, ai: no, search: no },
    ],
    [
      'license',
      'a licence that is to be paid for grants nothing',
      licensed(`${permits('ai-train')}<payment type="training"><amount currency="EUR">9</amount></payment>`),
      { train: no, ai: no, search: no },
    ],
    [
      'license',
      'a licence that asks for reports grants nothing',
      licensed(`${permits('all')}<reporting type="telemetry"/>`),
      { train: no, ai: no, search: no },
    ],
    [
      'license',
      'a licence for some users grants nothing',
      licensed(`${permits('all')}<permits type="user">education</permits>`),
      { train: no, ai: no, search: no },
    ],
    [
      'license',
      'a licence for some countries grants nothing',
      licensed(`${permits('all')}<prohibits type="geo">EU</prohibits>`),
      { train: no, ai: no, search: no },
    ],
    [
      'license',
      'a condition takes no prohibition away',
      licensed(`${prohibits('ai-train')}<payment type="purchase"/>`),
      { train: no },
    ],
    [
      'license',
      'of two licences one may grant',
      rsl(
        `<content url=""><license>${permits('ai-train')}<payment type="use"/></license><license>${permits('ai-train')}</license></content>`,
      ),
      { train: yes, ai: no, search: no },
    ],
    ['license', 'a licence without usages says nothing', licensed('<legal type="warranty">ownership</legal>'), {}],
    [
      'content',
      'a server grants nothing by itself',
      licensed(permits('all'), 'url="" server="https://cap.example"'),
      { train: no, ai: no, search: no },
    ],
    [
      'content',
      'a path covers the pages that it matches',
      licensed(prohibits('all'), 'url="/news/*"'),
      { train: no, ai: no, search: no },
    ],
    ['content', 'a path says nothing of other pages', licensed(prohibits('all'), 'url="/shop/"'), {}],
    [
      'content',
      'an address of another site says nothing',
      licensed(permits('all'), 'url="https://evil.example/news/1"'),
      {},
    ],
    [
      'content',
      'the address of the page covers it',
      licensed(prohibits('search'), 'url="https://harbour.example/news/1"'),
      { search: no },
    ],
    [
      'standard',
      'a shared licence is the licence',
      licensed(
        `${permits('search')}<payment type="attribution"><standard>http://creativecommons.org/licenses/by/4.0/</standard></payment>`,
      ),
      { search: yes, train: no, ai: no, license: 'https://creativecommons.org/licenses/by/4.0/' },
    ],
  ])('%s: %s', (_, __, xml, expected) => {
    expect(saidBy(xml)).toEqual(expected);
  });
});

describe('an RSL document in a page', () => {
  it.each<[sentence: string, xml: string, expected: Said]>([
    [
      'may have a prefix',
      '<rsl:rsl xmlns:rsl="https://rslstandard.org/rsl"><rsl:content url=""><rsl:license><rsl:prohibits type="usage">search</rsl:prohibits></rsl:license></rsl:content></rsl:rsl>',
      { search: no },
    ],
    [
      'may have single quotation marks and line breaks',
      "<rsl xmlns='https://rslstandard.org/rsl'>\n<content\n url=''>\n<license>\n<prohibits\n type='usage'>\n search\n</prohibits></license></content></rsl>",
      { search: no },
    ],
    [
      'has comments that say nothing',
      licensed(`<!-- ${prohibits('ai-train')} -->${prohibits('search')}`),
      { search: no },
    ],
    ['of another namespace says nothing', licensed(prohibits('all')).replace('rslstandard.org', 'other.example'), {}],
    ['has terms in licences only', rsl(`<content url="">${prohibits('all')}</content>${prohibits('all')}`), {}],
    ['that breaks off has said what it said', licensed(prohibits('search')).slice(0, -30), { search: no }],
    ['that is empty says nothing', '', {}],
  ])('%s', (_, xml, expected) => {
    expect(saidBy(xml)).toEqual(expected);
  });

  it.each([
    ['megabytes', licensed(prohibits('all') + ' '.repeat(3_000_000))],
    ['65,000 opening brackets', rsl('<'.repeat(65_000))],
    ['a tag of 65,000 letters', rsl(`<${'a'.repeat(65_000)}`)],
    ['attributes of 65,000 letters', rsl(`<content ${'a'.repeat(65_000)}>`)],
    ['blanks behind a name', rsl(`<content a${' '.repeat(65_000)}>`)],
    ['10,000 comments that are not closed', rsl('<!--'.repeat(10_000))],
    ['1,000 contents', rsl('<content url="*"><license>'.repeat(1_000))],
    ['stars in its address', licensed(prohibits('all'), `url="/${'*a'.repeat(4_000)}"`)],
  ])('with %s says nothing', (_, xml) => {
    expect(saidBy(xml)).toEqual({});
  });
});
