import { expect, it } from 'vitest';
import { feedPlainText } from '../../../../../lambdas/core/feed/markup/feed-plain-text.ts';

it.each([
  ['decodes references', 'Fish &amp; chips', 'Fish & chips'],
  ['drops tags', '<b class="x">Fish</b> and <I>chips</I>', 'Fish and chips'],
  ['drops end tags with white space', '<b>Fish</b > and chips', 'Fish and chips'],
  ['puts a space for a line break', 'Fish<br>and<BR/>chips', 'Fish and chips'],
  ['puts a space for paragraphs, and trims', '<p>Fish</p><p>chips</p>', 'Fish  chips'],
  ['puts a space for other blocks', 'a<div>b<li>c<h1>d<h6>e<td>f<tr>g', 'a b c d e f g'],
  ['puts no space for tags that begin like blocks', 'a<pre>b<h7>c<track>d', 'abcd'],
  ['keeps < that begins no tag', '3 < 4 > 2', '3 < 4 > 2'],
  ['keeps <3', '<3', '<3'],
  ['keeps a tag that does not end', 'a <b', 'a <b'],
  ['decodes references after it drops tags', '&lt;b&gt;', '<b>'],
  ['keeps white space of a text without markup', ' a ', ' a '],
])('a title as plain text %s', (_, html, expected) => {
  expect(feedPlainText(html)).toBe(expected);
});
