import { expect, it } from 'vitest';
import { scan } from '../../../../fakes/scanned-pages.ts';

it.each<[string, string, object]>([
  ['an itemprop is a property', '<b itemprop="headline">x</b>', { headline: ['x'] }],
  ['an RDFa property is a property', '<b property=" schema:headline ">x</b>', { headline: ['x'] }],
  [
    'Dublin Core’s prefixes are cut',
    '<b property="dc:creator">x</b><b property="dcterms:creator">y</b>',
    { creator: ['x', 'y'] },
  ],
  ['another prefix is no property', '<b property="og:title">x</b>', {}],
  ['the first of several names counts', '<b itemprop="author creator">x</b>', { author: ['x'] }],
  ['a name of two letters is no property', '<b itemprop="ab">x</b>', {}],
  ['a name of 31 letters is no property', `<b itemprop="${'a'.repeat(31)}">x</b>`, {}],
  ['a name with a digit is no property', '<b itemprop="name2">x</b>', {}],
  ['a name behind other signs is no property', '<b itemprop="-author">x</b>', {}],
  ['itemprop comes before property', '<b itemprop="headline" property="author">x</b>', { headline: ['x'] }],
  ['a content attribute is the value', '<b itemprop="headline" content=" x ">y</b>', { headline: ['x'] }],
  ['a datetime is the value', '<b itemprop="dateCreated" datetime="x">y</b>', { datecreated: ['x'] }],
  ['a source is the value', '<embed itemprop="image" src="/f.jpg">', { image: ['/f.jpg'] }],
  ['an address is the value', '<area itemprop="image" href="/f.jpg">', { image: ['/f.jpg'] }],
  ['a content comes before an address', '<area itemprop="image" href="/f" content="/g">', { image: ['/g'] }],
  ['an empty attribute isn’t the value', '<b itemprop="headline" content=" ">y</b>', { headline: ['y'] }],
  ['a link’s text is the value', '<a itemprop="author" href="/ada">Ada</a>', { author: ['Ada'] }],
  [
    'a lazy picture’s address is the value',
    '<img itemprop="image" src="data:," data-src="/f.jpg">',
    { image: ['/f.jpg'] },
  ],
  [
    'a picture’s content is the value if it has no address',
    '<img itemprop="image" content="/g.jpg">',
    { image: ['/g.jpg'] },
  ],
  [
    'a person’s name is the value',
    '<p itemprop="author" itemscope>x<b itemprop="full name">Ada</b></p>',
    { author: ['Ada'] },
  ],
  [
    'a person’s name may be an attribute',
    '<p itemprop="author" itemscope><meta itemprop="name" content="Ada"></p>',
    { author: ['Ada'] },
  ],
  [
    'a person without a name has a text',
    '<p itemprop="author" itemscope><b itemprop="surname">Quay</b></p>',
    { author: ['Quay'] },
  ],
  [
    'a name without an item is text',
    '<p itemprop="author">x <b itemprop="name">y</b></p>',
    { author: ['x y'], name: ['y'] },
  ],
  [
    'a text of 400 characters is the value',
    `<b itemprop="headline">${'x'.repeat(400)}</b>`,
    { headline: ['x'.repeat(400)] },
  ],
  ['a longer text isn’t read', `<b itemprop="headline">${'x'.repeat(401)}</b>`, {}],
  ['an empty element has no value', '<b itemprop="headline"></b>', {}],
])('%s', (_, body, expected) => {
  expect(Object.fromEntries(scan('', body).properties)).toEqual(expected);
});
