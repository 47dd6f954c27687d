import { describe, expect, it } from 'vitest';
import { ld, meta, read } from '../../../../fakes/page-heads.ts';

describe('the title', () => {
  const site = meta('og:site_name', 'Harbour Post');
  it.each([
    ['is the heading', '<title>Other</title>', '<h1> Ferry\n returns </h1>', 'Ferry returns'],
    [
      'is no heading for screen readers',
      '<title>Ferry returns</title>',
      '<h1 class="sr-only">Navigation</h1><h1 aria-hidden="true">Service</h1>',
      'Ferry returns',
    ],
    ['is no heading among others', '<title>Ferry returns</title>', '<h1>Links</h1><h1>Partners</h1>', 'Ferry returns'],
    ['is the title without a heading', '<title>Ferry returns</title>', '', 'Ferry returns'],
    ['has no site behind a bar', `<title>Ferry returns | Harbour Post</title>${site}`, '', 'Ferry returns'],
    ['has no site behind a dash', `<title>Ferry returns – HARBOUR POST</title>${site}`, '', 'Ferry returns'],
    ['keeps its own dashes', `<title>Ferry - crew - Harbour Post</title>${site}`, '', 'Ferry - crew'],
    ['keeps what is not the site', `<title>Ferry | Sea</title>${site}`, '', 'Ferry | Sea'],
    ['keeps the site in its words', `<title>I left Harbour Post</title>${site}`, '', 'I left Harbour Post'],
    ['may be just the site', `<title>Harbour Post</title>${site}`, '', 'Harbour Post'],
    ['may be absent', '', '', undefined],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).title).toBe(expected);
  });
});

describe('of several titles', () => {
  const og = meta('og:title', 'Ferry returns – Harbour Post');
  const headline = (text: string) => ld({ '@type': 'NewsArticle', headline: text });
  it.each([
    [
      'the one that the headline agrees with',
      `${headline('You won’t believe it')}${og}`,
      '<h1>Ferry returns</h1>',
      'Ferry returns',
    ],
    [
      'the headline itself, where nothing agrees with it',
      `${headline('Ferry is back')}${og}`,
      '<h1>The ferry</h1>',
      'The ferry',
    ],
    ['JSON-LD’s, where there is no headline', `${headline('Ferry is back')}${og}`, '', 'Ferry is back'],
    [
      'the one without a kicker',
      `${headline('Strike ends: The ferry returns')}${meta('og:title', 'The ferry returns')}`,
      '<h1>Strike ends: The ferry returns</h1>',
      'The ferry returns',
    ],
    ['the one whose entities are decoded', headline('Caf&eacute; &quot;Pier&quot;'), '', 'Café "Pier"'],
    [
      'not the name of the site in a heading',
      '<title>Ferry returns | harbour</title>',
      '<h1>Harbour</h1><h2>Ferry returns</h2>',
      'Ferry returns',
    ],
    [
      'not the section and the date behind it',
      '<title>Ferry returns | Sea | 23.11.2026</title>',
      '<h1>Ferry returns</h1>',
      'Ferry returns',
    ],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).title).toBe(expected);
  });
});
