import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../../../lambdas/core/article/record/content-hash.ts';
import { FERRY, paragraphs } from '../../../../fakes/stories.ts';

const BOX = ['Council votes on night buses', 'Bees move into the tram depot', 'The lamp of Skerry Point'];
const title = 'Ferry returns';
const date = '2026-11-23T07:00:00.000Z';
const text = paragraphs([FERRY[0], 'Read on: https://harbour.example/2', ...FERRY.slice(1), ...BOX, '12 comments']);
const hash = contentHash(title, text, date);

describe('a new revision', () => {
  it.each([
    ['the hash changes when the title changes', contentHash('Ferry returns late', text, date)],
    ['the hash changes when the title changes its letter case', contentHash('FERRY returns', text, date)],
    ['the hash changes when a word changes', contentHash(title, text.replace('340', '430'), date)],
    ['the hash changes when a sentence is added', contentHash(title, `${text}\nThe ferry was late.`, date)],
    ['the hash changes when paragraphs change places', contentHash(title, text.split('\n').reverse().join('\n'), date)],
    ['the hash changes when a label is another', contentHash(title, text.replace('night buses', 'day buses'), date)],
    ['the hash changes when a link leads elsewhere', contentHash(title, text.replace('example/2', 'example/3'), date)],
    ['the hash changes when the date changes', contentHash(title, text, '2026-11-23T08:00:00.000Z')],
    ['the hash changes when the date is taken away', contentHash(title, text, undefined)],
  ])('%s', (_, other) => {
    expect(other).not.toBe(hash);
  });

  it('the hash changes when a ranking is another', () => {
    expect(contentHash(title, '1 Skerry Point\n2 Valley', date)).not.toBe(
      contentHash(title, '1 Valley\n2 Skerry Point', date),
    );
  });
});

describe('a counter between paragraphs', () => {
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
    ['visualizações 12', 'visualizações 13'],
    ['visitas 12', 'visitas 13'],
    ['12 commenti', '13 commenti'],
    ['12 partages', '13 partages'],
    ['Hace 5 minutos', 'Hace 6 minutos'],
    ['12 opmerkingen, 5 weergaven', '13 opmerkingen, 6 weergaven'],
    ['bijgewerkt 5 uur', 'bijgewerkt 6 uur'],
    ['12 komentarzy', '13 komentarzy'],
    ['12 timer siden', '13 timer siden'],
    ['12 комментариев', '13 комментариев'],
    ['12 yorum', '13 yorum'],
    ['12 commentaires', '13 commentaires'],
    ['12 comentarios', '13 comentarios'],
    ['12 评论', '13 评论'],
    ['2.5K VIEWS', '2.6K VIEWS'],
    ['12 コメント', '13 コメント'],
    ['BE THE FIRST TO REPLY!', '1 reply'],
    ['Be the first to like this.', '1 like'],
    ['12 min read', '13 min read'],
  ])('the hash stays when “%s” becomes “%s”', (one, other) => {
    expect(withLine(other)).toBe(withLine(one));
  });

  it.each([
    ['Published in 1987', 'Published in 1988 by the council'],
    ['3 people died', '4 people died'],
    ['Turnout: 45 %', 'Turnout: 46 %'],
    ['Be the first to comment on the bridge', '1 comment'],
    ['They want to be the first to comment', '1 comment'],
    ['comments', 'likes'],
    ['12', '13'],
    [`12${' comments'.repeat(7)}`, `13${' comments'.repeat(7)}`],
    ['Turnout 45', 'Turnout 46'],
  ])('the hash changes when “%s” becomes “%s”', (one, other) => {
    expect(withLine(other)).not.toBe(withLine(one));
  });
});

// A stored article is compared by its hash: if the hash of the same content were another, each article would be revised.
it.each([
  [
    'the hash of prose and labels is the same in all versions',
    'The ferry  is “back”.\nPort\n12 comments',
    date,
    '172c7f6c3499b3dc3101c575e775efcc',
  ],
  ['the hash of labels is the same in all versions', 'Port', date, '9e366b8bf01561ecf476d35cf21e9260'],
  [
    'the hash without a date is the same in all versions',
    'The ferry is back.',
    undefined,
    '0edac52fd5d1e2f7fabb92f0b7a96590',
  ],
  [
    'the hash of fractions of a second is the same in all versions',
    'x',
    '2026-11-23T07:00:00.123Z',
    'f72440844d0405b4c10961b8d8e6c4a1',
  ],
])('%s', (_, content, publishedAt, expected) => {
  expect(contentHash(title, content, publishedAt)).toBe(expected);
});

it('the hash stays when a counter of 60 characters changes', () => {
  const counter = (count: number) => `${count} ${'comment '.repeat(6)}views read`.trim();
  expect(counter(12)).toHaveLength(61);
  expect(contentHash(title, counter(12), date)).not.toBe(contentHash(title, counter(13), date));
  expect(contentHash(title, counter(1), date)).toBe(contentHash(title, counter(2), date));
});

describe('labels', () => {
  const label = (words: number) => Array(words).fill('word').join(' ');
  const inOrder = (line: string, order: 1 | -1) =>
    contentHash(title, (order === 1 ? [line, 'The port.'] : ['The port.', line]).join('\n'), date);
  it.each([
    ['a line of 14 words is a label', label(14), true],
    ['a line of 15 words is prose', label(15), false],
    ['a line that begins with a number is prose', '1 ferry', false],
    ['a line with a number is a label', 'Ferry 1', true],
    ...[...'.!?…:;,。！？」")'].map((sign): [string, string, boolean] => [
      `a line that ends with ${sign} is prose`,
      `Ferry${sign}`,
      false,
    ]),
    ['a line with a full stop in it is a label', 'St. Ferry', true],
  ])('%s', (_, line, isLabel) => {
    expect(inOrder(line, 1) === inOrder(line, -1)).toBe(isLabel);
  });

  it('labels aren’t prose', () => {
    expect(contentHash(title, 'Ferry', date)).not.toBe(contentHash(title, '', date));
    expect(contentHash(title, 'Ferry\nPort', date)).not.toBe(contentHash(title, 'Ferry Port', date));
  });
});

describe('no new revision', () => {
  it.each([
    [
      'the hash stays when white space changes',
      contentHash(`  ${title} `, text.replaceAll('. ', '.\u00A0 ').replaceAll('\n', ' \n\n'), date),
    ],
    ['the hash stays when a paragraph is split', contentHash(title, text.replace('early, with', 'early,\nwith'), date)],
    [
      'the hash stays when hyphens are put where words may break',
      contentHash(
        title,
        text.replaceAll('harbour', 'har\u00ADbour').replace('har\u00ADbour.example', 'harbour.example'),
        date,
      ),
    ],
    [
      'the hash stays when accents are composed otherwise',
      contentHash('Café', text, date),
      contentHash('Café'.normalize('NFD'), text, date),
    ],
    [
      'the hash stays when quotation marks and apostrophes are drawn otherwise',
      contentHash(title, text.replaceAll(/[“”]/g, '"').replaceAll('’', "'"), date),
    ],
    [
      'the hash stays when the date loses its milliseconds',
      contentHash(title, text, '2026-11-23T07:00:00.000Z'),
      contentHash(title, text, '2026-11-23T07:00:00.123Z'),
    ],
    [
      'the hash stays when a link is tracked',
      contentHash(title, text.replace('example/2', 'example/2?utm_source=feed'), date),
    ],
    ['the hash stays when a comment is added', contentHash(title, text.replace('12 comments', '13 comments'), date)],
    [
      'the hash stays when the counter of comments comes or goes',
      contentHash(title, text.replace('\n12 comments', ''), date),
    ],
    [
      'the hash stays when the counter is in German',
      contentHash(title, text.replace('12 comments', 'Kommentare (13)'), date),
    ],
    ['the hash stays when time passes', contentHash(title, text.replace('12 comments', 'Updated 5 minutes ago'), date)],
    [
      'the hash stays when related articles change places',
      contentHash(title, text.replace(paragraphs(BOX), paragraphs(BOX.toReversed())), date),
    ],
  ])('%s', (_, other, one = hash) => {
    expect(other).toBe(one);
  });
});
