import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../../../lambdas/core/article/record/content-hash.ts';
import { FERRY, paragraphs } from '../../../../fakes/stories.ts';

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

describe('a line between paragraphs is no new revision', () => {
  const withLine = (line: string) => contentHash(title, paragraphs([FERRY[0], line, ...FERRY.slice(1)]), date);

  it.each([
    ['12 people like this', '13 people like this'],
    ['Last updated 5 minutes ago', 'Last updated 2 hours ago'],
    ['Published 3 hours ago', 'Published 1 day ago'],
    ['Read by 1,204 people', 'Read by 1.3K people'],
    ['Join the 123 others in the discussion.', 'Join the 124 others in the discussion.'],
    ['Be the first to comment', '1 comment'],
    ['12 opmerkingen', '13 opmerkingen'],
    ['12 kommentarer', '13 kommentarer'],
    ['12 reacciones', '14 reacciones'],
    ['Publié il y a 3 heures', 'Publié il y a 5 heures'],
    ['Zuletzt aktualisiert vor 3 Stunden', 'Zuletzt aktualisiert vor 5 Stunden'],
    ['Просмотров: 345', 'Просмотров: 346'],
    ['조회수 345', '조회수 346'],
    ['阅读 345', '阅读 346'],
    ['5分前', '2時間前'],
  ])('when “%s” becomes “%s”', (one, other) => {
    expect(withLine(other)).toBe(withLine(one));
  });

  it.each([
    ['Published in 1987', 'Published in 1988 by the council'],
    ['3 people died', '4 people died'],
    ['Turnout: 45 %', 'Turnout: 46 %'],
    ['Be the first to comment on the bridge', '1 comment'],
  ])('but it is when “%s” becomes “%s”', (one, other) => {
    expect(withLine(other)).not.toBe(withLine(one));
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
    [
      'when quotation marks and apostrophes are drawn otherwise',
      contentHash(title, text.replaceAll(/[“”]/g, '"').replaceAll('’', "'"), date),
    ],
    [
      'when the date loses its milliseconds',
      contentHash(title, text, '2026-11-23T07:00:00.000Z'),
      contentHash(title, text, '2026-11-23T07:00:00.123Z'),
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
