/** HTML that attacks its readers, in a page or in a feed. */
import { nested, repeat, series } from './hostile-parts.ts';

interface HostileMarkup {
  readonly name: string;
  readonly attacks: string;
  readonly make: (size: number) => string;
}

const markup = (name: string, attacks: string, make: HostileMarkup['make']): HostileMarkup => ({ name, attacks, make });
/** 4,000 different letters: encoding them as a host takes 60 ms. */
const CHINESE = Array.from({ length: 4_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7_919) % 20_000))).join('');
const SENTENCE = 'The ferry returns to the harbour on Monday, says the town. ';

export const HOSTILE_MARKUP: readonly HostileMarkup[] = [
  markup('open links', 'depth', (size) => repeat('<a href=b>x', size)),
  markup('open links with long addresses', 'depth', (size) => repeat(`<a href="${'b'.repeat(400)}">x`, size)),
  markup('nested inline elements', 'depth', (size) => nested('<b><i>x', '</i></b>', size)),
  markup('nested divisions', 'depth', (size) => nested('<div>x', '</div>', size)),
  markup('nested divisions of running text', 'depth', (size) => nested(`<div>${SENTENCE}`, '</div>', size)),
  markup('nested lists', 'depth', (size) => nested('<ul><li>x', '</li></ul>', size)),
  markup('nested tables', 'depth', (size) => nested('<table><tr><td>x', '</td></tr></table>', size)),
  markup('nested quotations', 'depth', (size) => nested('<blockquote>x', '</blockquote>', size)),
  markup(
    'nested paragraphs at depth 200',
    'depth times blocks',
    (size) => `${'<ul><li>'.repeat(100)}${repeat('<p>x</p>', size)}`,
  ),
  markup(
    'nested links at depth 200',
    'depth times pieces',
    (size) => `<p>${'<b>'.repeat(200)}${repeat('<a href=b>x</a>', size)}`,
  ),
  markup('links', 'number of links', (size) => repeat('<a href=b>x</a> ', size)),
  markup('paragraphs of one letter', 'number of blocks', (size) => repeat('<p>x', size)),
  markup('paragraphs', 'number of blocks', (size) => repeat(`<p>${SENTENCE}</p>`, size)),
  markup('divisions of paragraphs', 'number of boxes', (size) =>
    repeat(`<div><p>${SENTENCE}</p><a href=b>More</a></div>`, size),
  ),
  markup('list items', 'number of list items', (size) => `<ul>${repeat('<li><a href=b>x</a>', size)}</ul>`),
  markup('headings', 'number of headings', (size) => series((n) => `<h2>Ferry ${n} returns</h2>`, size)),
  markup('headings with links', 'lists of articles', (size) =>
    repeat(`<h3><a href=b>Ferry returns</a></h3><p>${SENTENCE}${SENTENCE}</p>`, size),
  ),
  markup('line breaks', 'number of breaks', (size) => repeat('<br>', size)),
  markup('words and line breaks', 'length of a block', (size) => repeat('x<br>', size)),
  markup('one word', 'length of a word', (size) => `<p>${repeat('x', size)}`),
  markup('one paragraph', 'length of a block', (size) => `<p>${repeat(SENTENCE, size)}`),
  markup('blanks', 'white space', (size) => `<p>x${repeat(' ', size)}x`),
  markup('hard spaces', 'white space', (size) => `<p>x${repeat('\u00a0', size)}x`),
  markup('line ends', 'white space', (size) => `<pre>x${repeat('\n', size)}x</pre>`),
  markup('Thai letters', 'segmentation', (size) => `<p>${repeat('เรือข้ามฟาก', size)}`),
  markup('Chinese letters', 'segmentation', (size) => `<p>${repeat('渡轮返回港口', size)}`),
  markup('combining marks', 'normalisation', (size) => `<p>a${repeat('\u0301\u0316', size)}`),
  markup('joiners', 'segmentation', (size) => `<p>a${repeat('\u200d', size)}`),
  markup('capitals', 'lower case', (size) => `<p>${repeat("Σ'", size)}`),
  markup('links to hosts of Chinese letters', 'encoding of hosts', (size) =>
    repeat(`<a href="https://${CHINESE}/">x</a>`, size),
  ),
  markup('hosts of Chinese letters in the text', 'encoding of hosts', (size) => repeat(`<p>https://${CHINESE}/`, size)),
  markup('addresses in the text', 'patterns', (size) => `<p>${repeat('https://', size)}`),
  markup('question marks', 'patterns', (size) => `<p>https://harbour.example/?${repeat('a&', size)}`),
  markup('numbers', 'patterns', (size) => `<p>${repeat('1', size)}`),
  markup('dates', 'patterns', (size) => `<p>${repeat('12 March 2026 ', size)}`),
  markup('capitalised names', 'names', (size) => `<p>${series((n) => `and Ada${n} Quay${n} `, size)}`),
  markup('opening signs', 'parser', (size) => repeat('<', size)),
  markup('ampersands', 'character references', (size) => repeat('&', size)),
  markup('unknown references', 'character references', (size) => series((n) => `&e${n};`, size)),
  markup('numeric references', 'character references', (size) => repeat('&#60;', size)),
  markup('escaped tags', 'character references', (size) => repeat('&lt;a href=b&gt;', size)),
  markup('open comments', 'cutting', (size) => repeat('<!--', size)),
  markup('comments', 'cutting', (size) => repeat('<!-- x -->', size)),
  markup('open CDATA', 'cutting', (size) => repeat('<![CDATA[', size)),
  markup('processing instructions', 'parser', (size) => repeat('<?x ?>', size)),
  markup('open scripts', 'cutting', (size) => repeat('<script>', size)),
  markup('open tags without an end', 'cutting', (size) => repeat('<script ', size)),
  markup('drawings', 'cutting', (size) => repeat('<svg><path/></svg>', size)),
  markup('drawings in attributes', 'cutting', (size) => `<p title="${repeat('<svg>', size)}">x</p>`),
  markup('inline pictures', 'cutting', (size) => repeat(`<img src="data:image/png;base64,${'A'.repeat(120)}">`, size)),
  markup('almost inline pictures', 'cutting', (size) => repeat('data:base64,', size)),
  markup('end tags', 'parser', (size) => repeat('</b>', size)),
  markup('crossed tags', 'parser', (size) => repeat('<b><i></b></i>', size)),
  markup('attributes', 'number of attributes', (size) => `<p ${series((n) => `a${n}=b `, size)}>x`),
  markup('a long attribute', 'length of an attribute', (size) => `<p title="${repeat('x', size)}">x`),
  markup('classes', 'length of an attribute', (size) => `<p class="${repeat('a-b ', size)}">x`),
  markup('elements with classes', 'number of classes', (size) =>
    repeat('<div class="entry-content related author date">x</div>', size),
  ),
  markup('a long address', 'length of an address', (size) => `<a href="/${repeat('x', size)}">x</a>`),
  markup('an address of parts', 'length of an address', (size) => `<a href="${repeat('a/../', size)}">x</a>`),
  markup(
    'an address with a long host',
    'length of a host',
    (size) => `<a href="https://${repeat('a.', size)}example/">x</a>`,
  ),
  markup(
    'an address with a long query',
    'length of an address',
    (size) => `<a href="?${repeat('utm_a=1&', size)}">x</a>`,
  ),
  markup('a list of sources', 'number of addresses', (size) => `<img srcset="${repeat('b 1x, ', size)}">`),
  markup('a list of sources without sizes', 'number of addresses', (size) => `<img srcset="${repeat('b,', size)} c">`),
  markup('a name with a long tag', 'length of a tag', (size) => `<${repeat('x', size)}>y`),
  markup('custom elements', 'neighbours of an element', (size) => `<div>${repeat('<x-y>a</x-y>', size)}`),
  markup('buttons over boxes', 'neighbours of a button', (size) =>
    repeat('<button>a</button><div><p>b</p></div>', size),
  ),
  markup('raised numbers', 'neighbours of a number', (size) => `<p>${repeat('10<sup>6</sup>', size)}`),
  markup('nested raised numbers', 'depth', (size) => nested('<sup>1', '</sup>', size)),
  markup(
    'raised numbers in a link of many attributes',
    'asking the parent',
    (size) => `<p><a ${series((n) => `a${n}=b `, size / 2)}>${repeat('<sup>1</sup>', size / 2)}</a>`,
  ),
  markup(
    'readings over a word of many attributes',
    'asking the parent',
    (size) => `<p><ruby ${series((n) => `a${n}=b `, size / 2)}>${repeat('港<rt>b</rt>', size / 2)}</ruby>`,
  ),
  markup('struck words', 'neighbours of a word', (size) => `<p>${repeat('<s>a</s>', size)}`),
  markup('open struck words', 'depth', (size) => repeat('<s>a', size)),
  markup('styles', 'length of a style', (size) =>
    repeat(`<span style="${'color : red; '.repeat(90)}">a</span> `, size),
  ),
  markup('blanks in styles', 'patterns', (size) => repeat(`<span style="${';  '.repeat(90)}">a</span> `, size)),
  markup('hidden panels', 'neighbours of a panel', (size) => repeat('<div class=a hidden>a</div>', size)),
  markup('lines that are kept', 'white space', (size) => `<p style="white-space:pre-line">a${repeat(' \n', size)}`),
  markup('shadow roots', 'number of templates', (size) =>
    repeat('<x-y><template shadowrootmode="open"><p>a</p></template></x-y>', size),
  ),
  markup('texts for browsers without scripts', 'reading twice', (size) =>
    repeat(`<noscript><p>${SENTENCE}</p></noscript>`, size),
  ),
  markup('ids like headings', 'looking for headings', (size) =>
    repeat('<div id="share-the-sea"><b>a</b><h2>Share the sea</h2></div>', size),
  ),
  markup('lists of one link', 'number of lists', (size) => repeat('<ul><li><a href=b>x</a></ul>', size)),
  markup('lists of two links', 'number of lists', (size) => repeat('<ul><li><a href=b>x</a><li>y</ul>', size)),
  markup('lines of verse', 'number of lines', (size) => `<article>${repeat('<p>the ferry is back</p>', size)}`),
  markup('pictures with captions', 'number of pictures', (size) =>
    repeat(`<div class="photo"><img src=b>${SENTENCE}</div>`, size),
  ),
  markup('many names', 'number of names', (size) => series((n) => `<x${n}>y</x${n}>`, size)),
];
