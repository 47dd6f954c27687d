/**
 * An RSL document that stands in a page (`<script type="application/rsl+xml">`). Lenient, because hardly any document in use is valid: tags
 * are read one by one, with any prefix, and unknown ones are passed over.
 */
import { compact } from '../compact.ts';
import type { RslContent, RslTerm } from './rsl.ts';

/** Max characters of a document: a longer one is not read. One that fits a page has a few hundred. */
const MAX_LENGTH = 65_536;
/** Max `content` elements of a document, which should have one. */
const MAX_CONTENTS = 50;
const NAMESPACE = 'https://rslstandard.org/rsl';

export function rslContents(xml: string): RslContent[] {
  if (xml.length > MAX_LENGTH || !xml.includes(NAMESPACE)) return [];
  const contents: { url: string; hasServer: boolean; licenses: RslTerm[][] }[] = [];
  let license: RslTerm[] | undefined;
  for (const [, isEnd, name, attributes = '', text = ''] of withoutComments(xml).matchAll(TAG)) {
    const local = (name ?? '').replace(/^.*:/, '').toLowerCase();
    if (local === 'license' || local === 'content') license = undefined;
    if (isEnd) continue;
    if (local === 'content') {
      if (contents.length >= MAX_CONTENTS) break;
      const url = attributeIn(attributes, 'url') ?? '';
      contents.push({ url, hasServer: attributeIn(attributes, 'server') !== undefined, licenses: [] });
    } else if (local === 'license') {
      license = [];
      contents.at(-1)?.licenses.push(license);
    } else {
      license?.push(compact({ name: local, type: attributeIn(attributes, 'type'), text: text.trim() }));
    }
  }
  return contents;
}

/** A tag, and the text behind it. */
const TAG = /<(\/?)(?=([^\s<>/]*))\2([^<>]*)>([^<]*)/g;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributeIn(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE))
    if (name?.toLowerCase() === wanted) return (double ?? single)?.trim();
  return undefined;
}

function withoutComments(xml: string): string {
  const [first = '', ...others] = xml.split('<!--');
  return first + others.map((each) => (each.includes('-->') ? each.slice(each.indexOf('-->') + 3) : '')).join('');
}
