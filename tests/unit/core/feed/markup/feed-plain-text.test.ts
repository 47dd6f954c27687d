import { expect, it } from 'vitest';
import { feedPlainText } from '../../../../../lambdas/core/feed/markup/feed-plain-text.ts';

it.each([
  ['decodes references', 'Fish &amp; chips', 'Fish & chips'],
  ['drops tags', '<b class="x">Fish</b> and <I>chips</I>', 'Fish and chips'],
  ['drops end tags with white space', '<b>Fish</b > and chips', 'Fish and chips'],
  ['puts a space for a line break', 'Fish<br>and<BR/>chips', 'Fish and chips'],
  ['puts a space for paragraphs, and trims', '<p>Fish</p><p>chips</p>', 'Fish  chips'],
  ['puts a space for other blocks', 'a<div>b</div><li>c<h1>d</h1>e<td>f<tr>g', 'a b  c d e f g'],
  ['puts no space for tags that begin like blocks', 'a<pre>b</pre>c<small>d', 'abcd'],
  ['keeps types that look like tags', 'Vec<T> and List<String>', 'Vec<T> and List<String>'],
  ['keeps types with names of elements', 'Array<Object> and <Button>', 'Array<Object> and <Button>'],
  ['keeps elements that are the subject', 'How to center a <div>', 'How to center a <div>'],
  ['keeps unknown tags in rows', '<<<Nonsense>>>', '<<<Nonsense>>>'],
  ['keeps unknown tags of any script', '<новость>Порт</новость>', '<новость>Порт</новость>'],
  ['keeps comparisons', 'if x<b and y>c', 'if x<b and y>c'],
  ['keeps an address', 'Ada <ada@harbour.example>', 'Ada <ada@harbour.example>'],
  ['keeps an end tag that is the subject', '</script> considered harmful', '</script> considered harmful'],
  ['drops blocks that end', '<h1>Der <em>Steg</em></h1>', 'Der Steg'],
  ['drops a picture', 'Steg <img src="a.png" alt>', 'Steg'],
  ['drops elements of word processors', 'Der <o:p></o:p>Steg', 'Der Steg'],
  ['drops a tag whose end was cut off', 'The <b>pier', 'The pier'],
  ['keeps < that begins no tag', '3 < 4 > 2', '3 < 4 > 2'],
  ['keeps <3', '<3', '<3'],
  ['keeps a tag that does not end', 'a <b', 'a <b'],
  ['decodes references after it drops tags', '&lt;b&gt;', '<b>'],
  ['keeps white space of a text without markup', ' a ', ' a '],
])('a title as plain text %s', (_, html, expected) => {
  expect(feedPlainText(html)).toBe(expected);
});
