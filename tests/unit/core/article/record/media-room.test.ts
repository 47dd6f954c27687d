import { expect, it } from 'vitest';
import type { ArticleMedium } from '../../../../../lambdas/core/article/record/article.ts';
import { linksInHtml } from '../../../../../lambdas/core/article/record/links-in-html.ts';
import {
  keywordsWithinRoom,
  linksWithinRoom,
  mediaWithinRoom,
} from '../../../../../lambdas/core/article/record/media-room.ts';

const address = (n: number, length: number): string => `https://harbour.example/${n}/`.padEnd(length, 'x');
const medium = (n: number, more: Partial<ArticleMedium> = {}): ArticleMedium => ({
  url: address(n, 100),
  kind: 'audio',
  ...more,
});
const list = <T>(length: number, each: (n: number) => T): T[] => Array.from({ length }, (_, n) => each(n));
const bytes = (...values: unknown[]): number => Buffer.byteLength(JSON.stringify(values));

it('fifty media of usual lengths stay', () => {
  const media = list(50, (n) =>
    medium(n, { type: 'audio/mpeg', bytes: 9_000_000, durationSeconds: 754, title: `Part ${n}` }),
  );
  expect(mediaWithinRoom(media)).toEqual(media);
});

it('media, links and keywords of any lengths fit into the room of the HTML together', () => {
  const long = list(100, (n) =>
    medium(n, { url: address(n, 4_000), title: 'ö'.repeat(900), credit: '漢'.repeat(900), type: 'x'.repeat(900) }),
  );
  const media = mediaWithinRoom(long);
  const links = linksWithinRoom(list(100, (n) => address(n, 3_000)));
  const keywords = keywordsWithinRoom(list(50, () => '漢'.repeat(200)));
  expect([media, links, keywords].map((values) => values?.length)).toEqual([2, 2, 6]);
  expect(bytes(media, links, keywords)).toBeLessThan(30_000);
});

it('a medium that is too long leaves room for those behind it', () => {
  expect(mediaWithinRoom([medium(1, { url: address(1, 5_000) }), medium(2)])).toEqual([medium(2)]);
});

it('nothing is absent, and no empty list', () => {
  expect([mediaWithinRoom([]), linksWithinRoom([]), keywordsWithinRoom([])]).toEqual([undefined, undefined, undefined]);
});

it('the texts of a medium are well-formed and short', () => {
  expect(mediaWithinRoom([medium(1, { title: `${'a'.repeat(600)}`, credit: 'a\ud800', type: '\ud800' })])).toEqual([
    medium(1, { title: `${'a'.repeat(500)}…`, credit: 'a\ufffd', type: '\ufffd' }),
  ]);
});

it.each<[string, string, ReturnType<typeof linksInHtml>]>([
  [
    'HTML that is cut within a link has the links before it',
    '<a href="https://a.example/">A</a><a href="https://b.ex',
    [{ url: 'https://a.example/', text: 'A' }],
  ],
  ['a link that isn’t on the web is no link', '<a href="javascript:alert(1)">A</a>', []],
  ['HTML of nothing but starts of links has none', '<a href="'.repeat(9), []],
])('%s', (_, html, expected) => {
  expect(linksInHtml(html)).toEqual(expected);
});
