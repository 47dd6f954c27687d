/** The rules in one-frame.ts on both sides; framed-news.test.ts shows what they are for, in many languages. */
import { expect, it } from 'vitest';
import { haveOneFrame } from '../../../../../lambdas/core/article/identity/one-frame.ts';

const framed = (text: string, siteNames: readonly string[] = []) => ({ text, siteNames });
const hindi = (town: string, person: string, verb = 'लौट आई', rest = 'सब लोग बहुत ख़ुश थे।') =>
  `पुरानी नाव सोमवार को ${town} के घाट पर ${verb}। मल्लाह ${person} ने कहा कि यात्रा बहुत लंबी थी। ${rest} अगली नाव एक सप्ताह बाद जाएगी।`;
const english = (town: string, person: string, rest = 'Everybody was glad.') =>
  `The old boat came back to ${town} late last night. Its captain, ${person}, said that the voyage had been long. ${rest} The next boat leaves in a week.`;

it.each<[string, string, string, boolean]>([
  ['two swaps, one in the lead, one of several words', hindi('नीलगढ़', 'मोहन तेली'), hindi('बालूपुरा', 'बिरजू केवट'), true],
  ['two swaps of single words, as by an editor', hindi('नीलगढ़', 'मोहन'), hindi('बालूपुरा', 'बिरजू'), false],
  ['a swap in the lead, and another figure', hindi('नीलगढ़', '40'), hindi('बालूपुरा', '70'), true],
  ['a swap after the lead, and another figure there', hindi('3', 'मोहन'), hindi('5', 'बिरजू'), false],
  ['a figure in words', hindi('नीलगढ़', '7'), hindi('बालूपुरा', 'सात'), false],
  ['one swap', hindi('नीलगढ़', 'मोहन'), hindi('बालूपुरा', 'मोहन'), false],
  ['a swap and an insertion', hindi('नीलगढ़', 'मोहन'), hindi('नीलगढ़', 'बिरजू', 'फिर लौट आई'), false],
  [
    'two swaps of single words and an insertion',
    hindi('नीलगढ़', 'मोहन'),
    hindi('बालूपुरा', 'बिरजू', 'लौट आई', 'सब लोग फिर बहुत ख़ुश थे।'),
    false,
  ],
  [
    'two swaps with several words and an insertion',
    hindi('नीलगढ़', 'मोहन तेली'),
    hindi('बालूपुरा', 'बिरजू केवट', 'लौट आई', 'सब लोग फिर बहुत ख़ुश थे।'),
    true,
  ],
  ['two swaps after the lead', hindi('नीलगढ़', 'मोहन'), hindi('नीलगढ़', 'बिरजू', 'लौट आई', 'सब लोग बेहद ख़ुश थे।'), false],
  [
    'two swaps of names in a script with capitals',
    english('Saltmarsh', 'Ned Cooper'),
    english('Highbeck', 'Ivy Thatcher'),
    true,
  ],
  ['a name that is spelled otherwise', english('Saltmarsh', 'Ned Cooper'), english('Saltmarsch', 'Ned Couper'), false],
  [
    'swaps of words in small letters in a script with capitals',
    english('town', 'a sailor'),
    english('harbour', 'a fisher'),
    false,
  ],
  [
    'a name of three letters that recurs',
    english('Harbour', 'Ned', 'So it is in Ulm, and nobody in Ulm knows more.'),
    english('Harbour', 'Ned', 'So it is in Rom, and nobody in Rom knows more.'),
    true,
  ],
  ['figures', hindi('3', '40'), hindi('5', '70'), false],
  ['texts without words', '', '', false],
])('%s: one frame or not', (_, first, second, expected) => {
  expect(haveOneFrame(framed(first), framed(second))).toBe(expected);
  expect(haveOneFrame(framed(second), framed(first))).toBe(expected);
});

it('a site may put its own name in the place of another site’s', () => {
  const [first, second] = [
    english('Saltmarsh', 'as the Harbour Post says'),
    english('Saltmarsh', 'as the Valley Times says'),
  ].map((text) => `Read the Harbour Post. ${text}`);
  const known = framed(first ?? '', ['The Harbour Post']);
  const found = framed((second ?? '').replace('Read the Harbour Post', 'Read the Valley Times'), ['Valley Times']);
  expect(haveOneFrame(framed(known.text), framed(found.text))).toBe(true);
  expect(haveOneFrame(known, found)).toBe(false);
});
