import { expect, it } from 'vitest';
import { describeImport } from '../../../../../tools/cli/feeds/import-feeds.ts';

const nothing = { added: 0, known: [], repeated: [], problems: [], leftOut: [], renamed: [], isUpdate: false };
const line = (number: number) => ({ line: number, problem: 'is wrong' });

it.each([
  ['one feed', { ...nothing, added: 1 }, '1 feed added.'],
  ['two feeds', { ...nothing, added: 2 }, '2 feeds added.'],
  ['no feed', nothing, '0 feeds added.'],
  [
    'one of each',
    { ...nothing, added: 1, known: [{ line: 2, url: 'https://a.example/' }], repeated: [line(3)], problems: [line(4)] },
    "1 feed added, 1 was there already, 1 is listed twice, 1 can't be used.",
  ],
  [
    'two of each',
    { ...nothing, repeated: [line(3), line(4)], problems: [line(5), line(6)] },
    "0 feeds added, 2 are listed twice, 2 can't be used.",
  ],
])('the summary of an import counts %s', (_, result, sentence) => {
  expect(describeImport('list.opml', result).split('\n')[0]).toBe(sentence);
});
