import { describe, expect, it } from 'vitest';
import { parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';
import { isHiddenPanel, isSilent, keepsLines } from '../../../../../lambdas/core/article/text/shown-elements.ts';
import { blocksOf, textsOf } from '../../../../fakes/story-page.ts';

const texts = (body: string): string[] => textsOf(blocksOf(body));
/** The text of a paragraph with this HTML. */
const line = (html: string): string => texts(`<p>${html}</p>`).join('¶');

describe('the reading above a word', () => {
  it.each([
    ['is left out, since it would double the word', '<ruby>港町<rt>みなとまち</rt></ruby>の朝', '港町の朝'],
    ['stays in its brackets', '<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>の朝', '港（みなと）の朝'],
    [
      'stays in brackets above each of two words',
      '<ruby>港<rp>(</rp><rt>ㄍㄤˇ</rt><rp>)</rp>口<rp>(</rp><rt>ㄎㄡˇ</rt><rp>)</rp></ruby>',
      '港(ㄍㄤˇ)口(ㄎㄡˇ)',
    ],
    ['is left out in a container of readings', '<ruby><rb>港</rb><rtc><rt>みなと</rt></rtc></ruby>の朝', '港の朝'],
    ['is left out above each of two words', '<ruby>渡<rt>わた</rt>船<rt>せん</rt></ruby>', '渡船'],
  ])('%s', (_, html, expected) => {
    expect(line(html)).toBe(expected);
  });
});

describe('raised characters', () => {
  it.each([
    ['a power is a number of its own', '10<sup>6</sup> boats', '10⁶ boats'],
    ['a negative power is one too', '10<sup>−3</sup> m', '10⁻³ m'],
    ['a power within another element is one too', '3 m<sup><b>2</b></sup>', '3 m²'],
    ['an ordinal’s ending stays', 'the 2<sup>nd</sup> crew, le 1<sup>er</sup> mai', 'the 2nd crew, le 1er mai'],
    ['an unknown stays', 'x<sup>n</sup>', 'xn'],
    ['a lowered number stays', 'CO<sub>2</sub>', 'CO2'],
    ['a mark that links to a place of the page is left out', 'It hums.<sup><a href="#n1">1</a></sup>', 'It hums.'],
    [
      'a mark that links there by the full address is left out',
      'It hums.<sup><a href="https://harbour.example/1#n1">1</a></sup>',
      'It hums.',
    ],
    ['a mark within its link is left out', 'It hums.<a href="#n1"><sup>1</sup></a>', 'It hums.'],
    ['a mark within its link with white space is left out', 'It hums.<a href="#n1"> <sup>1</sup> </a>', 'It hums.'],
    ['a power within a longer link stays', '<a href="#table">10<sup>6</sup> boats</a>', '10⁶ boats'],
    ['a mark in brackets is left out', 'It hums.<sup>[12]</sup> 静か。<sup>[注1]</sup>', 'It hums. 静か。'],
    ['a mark of signs is left out', 'It hums.<sup>*</sup><sup>††</sup>', 'It hums.'],
    ['a mark by its class is left out', 'It hums.<sup class="footnote-ref">1</sup>', 'It hums.'],
    ['a mark by its link’s class is left out', 'It hums.<sup><a class="fn" href="/notes">1</a></sup>', 'It hums.'],
    ['a class of other words makes no mark', '10<sup class="preference">6</sup>', '10⁶'],
    ['a link to another page makes no mark', '10<sup><a href="/powers">6</a></sup>', '10⁶'],
  ])('%s', (_, html, expected) => {
    expect(line(html)).toBe(expected);
  });
});

describe('struck words', () => {
  it.each([
    ['words that were deleted are left out', 'There are <del>12</del> <ins>14</ins> boats.', 'There are 14 boats.'],
    ['struck words are left out', 'Es sind <s>12</s> 14 Boote.', 'Es sind 14 Boote.'],
    ['words struck in the old way are left out', 'Il y a <strike>12</strike> 14 bateaux.', 'Il y a 14 bateaux.'],
  ])('%s', (_, html, expected) => {
    expect(line(html)).toBe(expected);
  });

  it('blocks stay in an element whose end tag was forgotten', () => {
    expect(texts('<div><s><p>One</p><p>Two</p></div>')).toEqual(['One', 'Two']);
  });
});

describe('what is a block', () => {
  it.each<[string, string, string[]]>([
    ['custom elements are paragraphs', '<x-p>a</x-p> <x-p>b</x-p>', ['a', 'b']],
    ['a custom element beside words is part of a line', '<div>a <x-b>b</x-b> c</div>', ['a b c']],
    ['a custom element in a paragraph is part of a line', '<p><x-b>a</x-b><x-b>b</x-b></p>', ['ab']],
    ['a custom element in a heading is part of a line', '<h2><x-b>a</x-b><x-b>b</x-b></h2>', ['ab']],
    ['a span shown as a block is one', '<span style="color: red; display : block">a</span>b', ['a', 'b']],
    ['a span shown in a grid is one', '<span style="DISPLAY:GRID">a</span>b', ['a', 'b']],
    ['a span shown within a line is none', '<span style="display: inline-block">a</span>b', ['ab']],
    ['a division shown within a line is a block all the same', '<div>a</div>b', ['a', 'b']],
    ['a property that only ends like “display” makes none', '<span style="--x-display: block">a</span>b', ['ab']],
    ['a template with a shadow root is one', '<x-a><template shadowrootmode="open">a</template></x-a>b', ['a', 'b']],
    ['a shadow root in its older form is one', '<x-a><template shadowroot="open">a</template></x-a>b', ['a', 'b']],
  ])('%s', (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });
});

describe('buttons', () => {
  it.each<[string, string, string[]]>([
    ['a button in a heading is its text', '<h3><button>Who?</button></h3><div><p>Four.</p></div>', ['Who?', 'Four.']],
    [
      'a button in a summary is its text',
      '<details><summary><button>Qui ?</button></summary><p>Quatre.</p></details>',
      ['Qui ?', 'Quatre.'],
    ],
    ['a button in a term is its text', '<dl><dt><button>誰？</button></dt><dd>四人。</dd></dl>', ['誰？', '四人。']],
    [
      'buttons in a row, each before its box, are headings',
      '<button>Who?</button><div><p>Four.</p></div> <button>When?</button><section><p>May.</p></section>',
      ['Who?', 'Four.', 'When?', 'May.'],
    ],
    [
      'a button among words is a line of its own',
      '<div>Crew <button>Who?</button><div><p>Four.</p></div><button>When?</button><div><p>May.</p></div></div>',
      ['Crew', 'Who?', 'Four.', 'When?', 'May.'],
    ],
    ['a single button before a box is silent', '<button>Share</button><div><p>Four.</p></div>', ['Four.']],
    [
      'buttons before boxes without paragraphs are silent',
      '<button>A</button><div>a</div><button>B</button><div>b</div>',
      ['a', 'b'],
    ],
    [
      'buttons before words are silent',
      '<button>A</button> a <div><p>c</p></div><button>B</button> b <div><p>d</p></div>',
      ['a', 'c', 'b', 'd'],
    ],
  ])('%s', (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });
});

describe('what is hidden within a line', () => {
  it.each([
    ['words for screen readers', 'It cost 5<span class="sr-only"> pounds</span> in all.'],
    ['words with the attribute', 'It cost 5<span hidden> pounds</span> in all.'],
    ['words that aren’t displayed', 'It cost 5<span style="display:none"> pounds</span> in all.'],
    ['words that are invisible', 'It cost 5<span style="visibility: hidden"> pounds</span> in all.'],
  ])('%s are left out', (_, html) => {
    expect(line(html)).toBe('It cost 5 in all.');
  });

  it.each([
    ['words that a search may find', 'It cost <span hidden="until-found">5 pounds</span> in all.'],
    ['words that screen readers skip', 'It cost <span aria-hidden="true">5 pounds</span> in all.'],
    [
      'words in a class that only begins like a hidden one',
      'It cost <span class="sr-only-focusable">5 pounds</span> in all.',
    ],
  ])('%s stay', (_, html) => {
    expect(line(html)).toBe('It cost 5 pounds in all.');
  });
});

/** Whether the hidden one of some elements is a panel. */
const isPanel = (body: string): boolean => {
  const hidden = parseFragment(body).querySelector('[hidden]');
  return hidden !== null && isHiddenPanel(hidden);
};

describe('hidden panels', () => {
  it.each<[string, string, boolean]>([
    [
      'a panel beside a shown one of its class is the reader’s to open',
      '<div class="tab a">a</div> <div class="tab a" hidden>b</div>',
      true,
    ],
    [
      'a panel beside a shown one with a class more is the reader’s to open',
      '<div class="tab is-on">a</div><div class="tab" hidden>b</div>',
      true,
    ],
    [
      'a panel by its role is the reader’s to open',
      '<div role="tabpanel">a</div><div role="tabpanel" hidden>b</div>',
      true,
    ],
    [
      'a box below a heading with a button is the reader’s to open',
      '<h3><button>Who?</button></h3> <div hidden>b</div>',
      true,
    ],
    ['an element below a heading without a button is no panel', '<h3>Who?</h3><div hidden>b</div>', false],
    ['an element below a button without a heading is no panel', '<button>Menu</button><div hidden>b</div>', false],
    [
      'an element beside one with two classes more is no panel',
      '<div class="tab is-on a">a</div><div class="tab" hidden>b</div>',
      false,
    ],
    [
      'an element beside one of another class is no panel',
      '<div class="tab">a</div><div class="copy" hidden>b</div>',
      false,
    ],
    ['an element beside one of another name is no panel', '<p class="tab">a</p><div class="tab" hidden>b</div>', false],
    ['an element without a class is no panel', '<div>a</div><div hidden>b</div>', false],
    [
      'an element beside hidden ones is no panel',
      '<div class="tab" hidden>b</div><div class="tab" hidden>a</div>',
      false,
    ],
  ])('%s', (_, body, expected) => {
    expect(isPanel(body)).toBe(expected);
  });
});

it('a template is silent, but for one with a shadow root', () => {
  const template = parseFragment('').createElement('template');
  expect(isSilent(template)).toBe(true);
  template.setAttribute('shadowrootmode', 'closed');
  expect(isSilent(template)).toBe(false);
});

describe('lines of the source', () => {
  const element = (html: string): Element => parseFragment(html).body.children[0] as Element;

  it.each<[string, string, boolean]>([
    ['preformatted text keeps its lines', '<pre>', true],
    ['a style for white space keeps lines', '<div style="white-space: pre-line">', true],
    ['a style that wraps keeps lines', '<div style="color:red;white-space:pre-wrap">', true],
    ['another style doesn’t', '<div style="white-space: nowrap">', false],
    ['a paragraph doesn’t', '<p>', false],
  ])('%s', (_, html, expected) => {
    expect(keepsLines(element(html))).toBe(expected);
  });

  it('kept lines are the block’s, with the blanks at their beginnings', () => {
    expect(texts('<pre>\n  a\n    b\n</pre>')).toEqual(['  a\n    b']);
    expect(texts('<div style="white-space:pre-line">a\nb</div>')).toEqual(['a\nb']);
    expect(texts('<div>a\nb</div>')).toEqual(['a b']);
  });
});

it('signs that are not seen are left out, and those that join letters stay', () => {
  expect(line('Zoll\u00ADbrücke\u200B\u2060\uFEFF')).toBe('Zollbrücke');
  expect(line('می\u200Cرود, क्\u200Dष')).toBe('می\u200Cرود, क्\u200Dष');
});
