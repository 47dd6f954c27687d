import { withoutCdata } from './cdata-marks.ts';
import { decodeReferences } from './character-references.ts';

const TAG = /<\/?([a-z][\w:.-]*)((?:[\s/][^<>]*)?)>/gi;
/** Behind a tag's name: nothing, or attributes of which one has a value. `x<b and y>z` has no tag. */
const ATTRIBUTES = /^[\s/]*$|=/;
/** Tags that stand for a space. */
const SPACING = /^(?:br|p|div|li|h[1-6]|td|tr)$/i;

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Elements of HTML whose end tags may be missing, or are missing in titles that were cut (HTML §4.5, §13.1.2.4). */
const IN_LINE = setOf(
  'a abbr acronym b bdi bdo big blink br center cite code del dfn em font hr i img ins kbd li mark nobr p q rp rt ruby s ' +
    'samp small span strike strong sub sup td th tr tt u var wbr',
);
/** Other elements of HTML (HTML §4, §16.2), which are also names of types and subjects of titles: `Array<Object>`. */
const OTHERS = setOf(
  'address applet area article aside audio base blockquote body button canvas caption col colgroup data datalist dd ' +
    'details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
    'hgroup html iframe input label legend link main map marquee math menu meta meter nav noscript object ol optgroup ' +
    'option output param picture pre progress script search section select slot source style summary svg table tbody ' +
    'template textarea tfoot thead time title track ul video',
);

/** Max length of the HTML that is read, in characters; a title that is shown has a few hundred. */
const MAX_LENGTH = 100_000;

/** A title or name that may be HTML as plain text. A `<` that begins no tag of HTML is text. */
export function feedPlainText(written: string): string {
  if (!/[<&]/.test(written)) return written;
  const html = written.slice(0, MAX_LENGTH);
  const withoutTags = html.includes('<') ? withoutTagsOf(withoutCdata(html)) : html;
  return withoutCdata(decodeReferences(withoutTags).text.trim());
}

function withoutTagsOf(html: string): string {
  let whole: ReadonlySet<string> | undefined;
  const isWhole = (name: string): boolean => {
    whole ??= wholeElementsIn(html);
    return whole.has(name);
  };
  return html.replace(TAG, (tag, name: string, attributes: string) => {
    if (!isOfHtml(name.toLowerCase(), isWhole) || !ATTRIBUTES.test(attributes)) return tag;
    return SPACING.test(name) ? ' ' : '';
  });
}

/** The names of the elements that have both tags. */
function wholeElementsIn(html: string): ReadonlySet<string> {
  const namesOf = (tag: RegExp) => Array.from(html.matchAll(tag), ([, name = '']) => name.toLowerCase());
  const opened = new Set(namesOf(/<([a-z][\w:.-]*)/gi));
  return new Set(namesOf(/<\/([a-z][\w:.-]*)\s*>/gi).filter((name) => opened.has(name)));
}

/** Word processors leave elements with prefixes, such as `<o:p>`. */
const isOfHtml = (name: string, isWhole: (name: string) => boolean): boolean =>
  IN_LINE.has(name) || name.includes(':') || (OTHERS.has(name) && isWhole(name));
