import { describe, expect, it } from 'vitest';
import { articleHtml, escapeHtml } from '../../../../../lambdas/core/article/text/article-html.ts';
import { BASE, blocksOf } from '../../../../fakes/story-page.ts';

const htmlOf = (body: string): string => articleHtml(blocksOf(body), BASE);

it.each<[string, string, string]>([
  ['no blocks have no HTML', '', ''],
  ['a block becomes a paragraph', '<div>Short.</div>', '<p>Short.</p>'],
  ['a heading keeps its level', '<h3>Crew</h3><h6>Pier</h6>', '<h3>Crew</h3><h6>Pier</h6>'],
  ['the page’s headline becomes one of the second level', '<h1>Crew</h1>', '<h2>Crew</h2>'],
  ['preformatted text stays so', '<pre>a b</pre>', '<pre>a b</pre>'],
  ['preformatted text keeps its lines and blanks', '<pre>a\n  b</pre>', '<pre>a\n  b</pre>'],
  ['lines that a style keeps become line breaks', '<p style="white-space:pre-line">a\nb</p>', '<p>a<br>b</p>'],
  ['a power stays raised', '<p>10<sup>6</sup></p>', '<p>10<sup>6</sup></p>'],
  ['struck words stay struck', '<p><s>12</s> <del>13</del> 14</p>', '<p><s>12</s> <del>13</del> 14</p>'],
  ['signs that are not seen are left out', '<p>Zoll\u00ADbrücke</p>', '<p>Zollbrücke</p>'],
  [
    'lists stay in lists',
    '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
  ],
  ['a numbered list stays so', '<ol><li>a</li></ol>', '<ol><li>a</li></ol>'],
  ['a paragraph in an item stays a paragraph', '<ul><li><p>a</p></li></ul>', '<ul><li><p>a</p></li></ul>'],
  ['an item outside a list is a paragraph', '<li>a</li>', '<p>a</p>'],
  ['an item of a list in boxes stays in its list', '<ul><div><li>a</li></div></ul>', '<ul><li>a</li></ul>'],
  ['a list of definitions stays so', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['a definition outside a list is a paragraph', '<dd>b</dd>', '<p>b</p>'],
  ['a term outside a list is a paragraph', '<dt>b</dt>', '<p>b</p>'],
  ['a quotation stays so', '<blockquote><p>“Quiet.”</p></blockquote>', '<blockquote><p>“Quiet.”</p></blockquote>'],
  [
    'text of a quotation becomes a paragraph in it',
    '<blockquote>Quiet.</blockquote>',
    '<blockquote><p>Quiet.</p></blockquote>',
  ],
  ['a table stays so', '<table><tbody><tr><th>Mast<td>2</table>', '<table><tr><th>Mast</th><td>2</td></tr></table>'],
  ['a cell outside a table is a paragraph', '<div><td>a</td></div>', '<p>a</p>'],
  ['a row outside a table is no row', '<div><tr><td>a</td></tr></div>', '<p>a</p>'],
  ['a head cell outside a row is a paragraph', '<table><th>a</th></table>', '<table><p>a</p></table>'],
  [
    'emphasis and line breaks stay',
    '<p>So <b>very</b> <i>quiet</i>.<br>It hums.</p>',
    '<p>So <b>very</b> <i>quiet</i>.<br>It hums.</p>',
  ],
  [
    'inline elements within others stay',
    '<p><em>a <strong>b</strong></em><sub>c</sub><sup>d</sup><q>e</q><cite>f</cite><code>g</code></p>',
    '<p><em>a <strong>b</strong></em><sub>c</sub><sup>d</sup><q>e</q><cite>f</cite><code>g</code></p>',
  ],
  ['an inline element in one of its name is written once', '<p><b>a<b>b</b></b></p>', '<p><b>a</b><b>b</b></p>'],
  ['other inline elements are left out', '<p><span>a</span><u>b</u></p>', '<p>ab</p>'],
  ['an inline element around several texts is written once', '<p><b>a<i>b</i>c</b></p>', '<p><b>a<i>b</i>c</b></p>'],
  ['an inline element around a block is left out', '<b><p>a</p></b>', '<p>a</p>'],
  ['white space between inline elements is folded', '<p>a <b> b</b>\n <i>c</i></p>', '<p>a <b> b</b> <i>c</i></p>'],
  ['white space is folded', '<p>  a \n  b  </p>', '<p>a b</p>'],
  ['blanks and line breaks at both ends are cut off', '<p><br> <br>a<br> </p>', '<p>a</p>'],
  [
    'a relative link becomes absolute',
    '<p>It <a href="../2" onclick="x()" class="y">hums</a> today.</p>',
    '<p>It <a href="https://harbour.example/2">hums</a> today.</p>',
  ],
  [
    'a link loses its tracking parameters',
    '<p>It <a href="/2?id=3&utm_source=n&fbclid=4#engine">hums</a>.</p>',
    '<p>It <a href="https://harbour.example/2?id=3#engine">hums</a>.</p>',
  ],
  ['a link to a script is no link', '<p>It <a href="javascript:x()">hums</a>.</p>', '<p>It hums.</p>'],
  ['a link to an e-mail address is no link', '<p>It <a href="mailto:a@b.example">hums</a>.</p>', '<p>It hums.</p>'],
  ['a link within the page is no link', '<p>It <a href="#a">hums</a>.</p>', '<p>It hums.</p>'],
  ['a link without an address is no link', '<p>It <a>hums</a>.</p>', '<p>It hums.</p>'],
  ['a link with an empty address is no link', '<p>It <a href="">hums</a>.</p>', '<p>It hums.</p>'],
  ['a link to no address is no link', '<p>It <a href="https://:x">hums</a>.</p>', '<p>It hums.</p>'],
  [
    'a link without encryption stays',
    '<p>It <a href="http://a.example/b">hums</a>.</p>',
    '<p>It <a href="http://a.example/b">hums</a>.</p>',
  ],
  [
    'handlers, pictures and frames are left out',
    '<p onload="x()">It <img src="p.gif"><iframe src="//x"></iframe>hums.</p>',
    '<p>It hums.</p>',
  ],
  [
    'signs are escaped',
    '<p>1 &lt; 2 &amp; &quot;&lt;script&gt;&quot;.</p>',
    '<p>1 &lt; 2 &amp; &quot;&lt;script&gt;&quot;.</p>',
  ],
  [
    'an address can’t leave its attribute',
    "<p>It <a href='https://x.example/\"><script>'>hums</a>.</p>",
    '<p>It <a href="https://x.example/%22%3E%3Cscript%3E">hums</a>.</p>',
  ],
])('%s', (_, body, html) => {
  expect(htmlOf(body)).toBe(html);
});

it('an ampersand in an address is escaped', () => {
  expect(htmlOf('<p>It <a href="/2?id=3&page=4">hums</a>.</p>')).toBe(
    '<p>It <a href="https://harbour.example/2?id=3&amp;page=4">hums</a>.</p>',
  );
});

it('escapeHtml escapes the four signs of HTML', () => {
  expect(escapeHtml('<a b="c">&amp;\'')).toBe("&lt;a b=&quot;c&quot;&gt;&amp;amp;'");
});

describe('addresses of links', () => {
  const long = `https://harbour.example/${'d'.repeat(4_000)}`;

  it('are left out beyond a million characters, and the words stay', () => {
    const html = htmlOf(`<a href="${long}">${'x<br><br>'.repeat(1_000)}</a><p><a href="/2">y</a></p>`);
    expect(html.match(/<a href/g)).toHaveLength(249);
    expect(html.replace(/<[^>]*>/g, '')).toBe(`${'x'.repeat(1_000)}y`);
  });

  it('are resolved once, whatever number of texts the link spans', () => {
    const html = htmlOf(`<p>${`<a href="${long}">`.repeat(200)}${'<i>x</i>y'.repeat(20_000)}</p>`);
    expect(html.match(/<a href/g)).toHaveLength(1);
  });

  it('are left out if the host has a name that DNS can’t have', () => {
    expect(htmlOf(`<p><a href="https://${'a'.repeat(64)}.example/">x</a></p>`)).toBe('<p>x</p>');
  });
});
