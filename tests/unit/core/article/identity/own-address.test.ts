import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../../../../lambdas/core/article/identity/own-address.ts';

const H = 'https://harbour.example';
const isOwn = (claim: string, served: string, title?: string) => isOwnAddress(H + claim, { url: H + served, title });

describe('an address is the article’s', () => {
  it.each<[string, string, string, string?]>([
    ['when it served the page', '/sport', '/sport'],
    ['behind its AMP view', '/news/1', '/news/1/amp'],
    ['behind an AMP view before it', '/news/1', '/amp/news/1'],
    ['behind an AMP view by its name', '/news/ferry-returns', '/news/ferry-returns.amp.html'],
    ['behind an AMP view by a parameter', '/news/1', '/news/1?amp=1'],
    ['behind its mobile view', '/news/1', '/m/news/1'],
    ['behind the view for printers', '/news/1', '/news/1/print'],
    ['behind its third page', '/news/1', '/news/1/page/3'],
    ['behind its third page, by a parameter', '/news/ferry-returns', '/news/ferry-returns?page=3'],
    ['behind its third page, which is a number', '/news/ferry-returns', '/news/ferry-returns/3', 'The ferry returns'],
    ['without its extension', '/news/ferry-returns', '/news/ferry-returns.html'],
    ['without what says where the reader is from', '/ferry-returns', '/ferry-returns?pos=2', 'Ferry returns'],
    ['with the parameter that tells it from others', '/story?id=7', '/story?id=7&pos=2'],
    ['with the same id', '/sea/ferry-is-back-48151', '/48151'],
    ['with the same number at its end', '/n/1', '/news/1'],
    ['with the same slug', '/sea/the-ferry-is-back', '/news/the-ferry-is-back-id48'],
    ['with the words of the headline', '/sea/ferry-returns', '/?p=815', 'The ferry returns to Port Town'],
    [
      'with them in its own letters',
      '/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC-%D0%B8%D0%B4%D1%91%D1%82',
      '/?p=815',
      'Паром идёт',
    ],
    ['with them without accents', '/le-ferry-revient-a-lete', '/?p=815', 'Le ferry revient à l’été'],
  ])('%s', (_, claim, served, title) => {
    expect(isOwn(claim, served, title)).toBe(true);
  });
});

describe('an address is not the article’s', () => {
  const HEADLINE = 'Ferry returns to Port Town after storm';
  it.each<[string, string, string, string?]>([
    ['when it is a section’s', '/sport', '/news/1'],
    ['when it is a section’s, though the headline names it', '/ferry', '/news/1'],
    ['when it is of a page for errors', '/404', '/news/1'],
    ['when it is of another article', '/news/2-other-story', '/news/1'],
    ['when it is of one with an id of its own', '/news/48152', '/news/48151'],
    ['when it is of one with a number of its own', '/news/1-ferry-returns', '/news/2-ferry-returns'],
    ['when it is of one in a section with an id', '/sea-48151/bridge-closes-20002', '/sea-48151/ferry-10001'],
    ['when it is of the same day', '/20261123/bridge-closes', '/20261123/ferry'],
    ['when it is of a column’s last part', '/morning-briefing-of-november-22', '/morning-briefing-of-november-23'],
    ['when it shares a kicker', '/port-town-bridge-closes-at-night', '/port-town-ferry'],
    ['when it is of the section above', '/news', '/news/1'],
    ['when it is of the collection above', '/ferry-returns', '/ferry-returns/to-port-town'],
    ['when it is of a section with a view of its own', '/sport', '/sport/all'],
    ['when it begins with the page’s, as a relative link does', '/news/1/news/1', '/news/1'],
    ['when it is of another author of the site', '/@bea/ferry-returns', '/@ada/ferry-returns'],
    ['when it has lost what tells articles apart', '/story', '/story?id=7'],
    ['when it has lost that from several words', '/news-detail', '/news-detail?id=7'],
    ['when its number is another', '/story?id=8', '/story?id=7'],
  ])('%s', (_, claim, served, title = HEADLINE) => {
    expect(isOwn(claim, served, title)).toBe(false);
  });
});
