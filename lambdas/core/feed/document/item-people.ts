/** Who wrote an item, in all the forms in which feeds say so. */
import { plainText } from '../markup/feed-plain-text.ts';
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedAuthor } from './feed-document.ts';

const NAMES = ['dc:creator', 'author', 'atom:author', 'dc:author', 'dcterms:creator', 'itunes:author'];
const MAX_AUTHORS = 50;
const MAX_NAME_LENGTH = 200;

/** `mail@host (Name)` is what RSS 2.0 asks for; the others are common. */
const MAIL_AND_NAME = /^([^\s@()<>]+@[^\s@()<>]+)\s*\(([^()]+)\)$/;
const NAME_AND_MAIL = /^([^()<>]+)[(<]\s*([^\s@()<>]+@[^\s@()<>]+)\s*[)>]$/;
const MAIL = /^[^\s@()<>]+@[^\s@()<>]+$/;

/**
 * The authors of an item: its own, else those of the feed it was taken from, else those of the feed (RFC 4287 §4.2.1).
 *
 * @param ofFeed what `feedAuthorsOf` found
 */
export function authorsOf(item: RawElement, ofFeed: readonly FeedAuthor[]): readonly FeedAuthor[] {
  const own = named(NAMES.flatMap((name) => all(item, name)));
  if (own.length > 0) return own;
  const credited = named(all(item, 'media:credit').filter((credit) => attributeOf(credit, 'role') === 'author'));
  if (credited.length > 0) return credited;
  const ofSource = named(all(item, 'source').flatMap((each) => childrenOf(each, 'author')));
  return ofSource.length > 0 ? ofSource : ofFeed;
}

/** Atom's word for an entry without authors; RSS has none for its items. */
export const feedAuthorsOf = (feed: RawElement): readonly FeedAuthor[] =>
  named([...all(feed, 'author'), ...all(feed, 'atom:author')].filter((value) => childOf(value, 'name') !== undefined));

const named = (values: readonly unknown[]): readonly FeedAuthor[] =>
  eachPersonOnce(values.map(personOf).filter((person) => person !== undefined));

/** Bounded, for those of the feed are sent with each of its items; what is too long is no name and no address. */
export function eachPersonOnce(people: readonly FeedAuthor[]): readonly FeedAuthor[] {
  const byName = new Map<string, FeedAuthor>();
  for (const person of people) {
    const { name, email = '' } = person;
    if (Math.max(name.length, email.length) <= MAX_NAME_LENGTH && !byName.has(name)) byName.set(name, person);
  }
  return [...byName.values()].slice(0, MAX_AUTHORS);
}

function personOf(value: unknown): FeedAuthor | undefined {
  const name = childOf(value, 'name') ?? childOf(value, 'atom:name');
  const email = childOf(value, 'email') ?? childOf(value, 'atom:email');
  if (name !== undefined) return { name: plainText(name), ...(email !== undefined && { email }) };
  if (email !== undefined) return { name: email, email };
  const text = textOf(value)?.replace(/\s+/g, ' ') ?? '';
  if (text === '' || text.length > 2 * MAX_NAME_LENGTH) return undefined;
  if (MAIL.test(text)) return { name: text, email: text };
  const [, mail, person] = MAIL_AND_NAME.exec(text) ?? [];
  if (mail !== undefined && person !== undefined) return { name: plainText(person.trim()), email: mail };
  const [, written, address] = NAME_AND_MAIL.exec(text) ?? [];
  if (written !== undefined && address !== undefined) return { name: plainText(written.trim()), email: address };
  return { name: plainText(text) };
}
