import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../lambdas/core/article/content-hash.ts';
import { FERRY, paragraphs } from '../../fakes/stories.ts';

const BOX = ['Council votes on night buses', 'Bees move into the tram depot', 'The lamp of Skerry Point'];
const title = 'Ferry returns';
const date = '2026-11-23T07:00:00.000Z';
const text = paragraphs([FERRY[0], 'Read on: https://harbour.example/2', ...FERRY.slice(1), ...BOX, '12 comments']);
const hash = contentHash(title, text, date);

describe('it is a new revision', () => {
  it.each([
    ['when the title changes', contentHash('Ferry returns late', text, date)],
    ['when the title changes its letter case', contentHash('FERRY returns', text, date)],
    ['when a word changes', contentHash(title, text.replace('340', '430'), date)],
    ['when a sentence is added', contentHash(title, `${text}\nThe ferry was late.`, date)],
    ['when paragraphs change places', contentHash(title, text.split('\n').reverse().join('\n'), date)],
    ['when a label is another', contentHash(title, text.replace('night buses', 'day buses'), date)],
    ['when a link leads elsewhere', contentHash(title, text.replace('example/2', 'example/3'), date)],
    ['when the date changes', contentHash(title, text, '2026-11-23T08:00:00.000Z')],
    ['when the date is taken away', contentHash(title, text, undefined)],
  ])('%s', (_, other) => {
    expect(other).not.toBe(hash);
  });

  it('when a ranking is another', () => {
    expect(contentHash(title, '1 Skerry Point\n2 Valley', date)).not.toBe(
      contentHash(title, '1 Valley\n2 Skerry Point', date),
    );
  });
});

describe('it is no new revision', () => {
  it.each([
    [
      'when white space changes',
      contentHash(`  ${title} `, text.replaceAll('. ', '.\u00A0 ').replaceAll('\n', ' \n\n'), date),
    ],
    ['when a paragraph is split', contentHash(title, text.replace('early, with', 'early,\nwith'), date)],
    [
      'when hyphens are put where words may break',
      contentHash(
        title,
        text.replaceAll('harbour', 'har\u00ADbour').replace('har\u00ADbour.example', 'harbour.example'),
        date,
      ),
    ],
    [
      'when accents are composed otherwise',
      contentHash('Café', text, date),
      contentHash('Café'.normalize('NFD'), text, date),
    ],
    ['when a link is tracked', contentHash(title, text.replace('example/2', 'example/2?utm_source=feed'), date)],
    ['when a comment is added', contentHash(title, text.replace('12 comments', '13 comments'), date)],
    ['when the counter of comments comes or goes', contentHash(title, text.replace('\n12 comments', ''), date)],
    ['when the counter is in German', contentHash(title, text.replace('12 comments', 'Kommentare (13)'), date)],
    ['when time passes', contentHash(title, text.replace('12 comments', 'Updated 5 minutes ago'), date)],
    [
      'when related articles change places',
      contentHash(title, text.replace(paragraphs(BOX), paragraphs(BOX.toReversed())), date),
    ],
  ])('%s', (_, other, one = hash) => {
    expect(other).toBe(one);
  });
});
