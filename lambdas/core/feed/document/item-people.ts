/** The authors of an item, in all forms in which feeds name them. */
import { compact } from '../../compact.ts';
import { MAX_NAME_LENGTH } from '../../limits.ts';
import { feedPlainText } from '../markup/feed-plain-text.ts';
import { all, type RawElement } from '../markup/raw-feed.ts';
import { attributeOf, childOf, childrenOf, textOf } from '../markup/xml-values.ts';
import type { FeedAuthor } from './feed-document.ts';

const NAMES = ['dc:creator', 'author', 'atom:author', 'dc:author', 'dcterms:creator', 'itunes:author'];
const MAX_AUTHORS = 50;

/** The form that RSS 2.0 asks for: `mail@host (Name)`. The other two forms are common. */
const MAIL_AND_NAME = /^(?<email>[^\s@()<>]+@[^\s@()<>]+)\s*\((?<name>[^()]+)\)$/;
const NAME_AND_MAIL = /^(?<name>[^()<>]+)[(<]\s*(?<email>[^\s@()<>]+@[^\s@()<>]+)\s*[)>]$/;
const MAIL = /^[^\s@()<>]+@[^\s@()<>]+$/;

/**
 * The authors that an item names, else those of its Atom `source`, else those of the feed (RFC 4287 §4.2.1).
 *
 * @param feedAuthors the result of `feedAuthorsOf`
 */
export function authorsOf(item: RawElement, feedAuthors: readonly FeedAuthor[]): readonly FeedAuthor[] {
  const authors = peopleOf(NAMES.flatMap((name) => all(item, name)));
  if (authors.length > 0) return authors;
  const credited = peopleOf(all(item, 'media:credit').filter((credit) => attributeOf(credit, 'role') === 'author'));
  if (credited.length > 0) return credited;
  const sourceAuthors = peopleOf(all(item, 'source').flatMap((source) => childrenOf(source, 'author')));
  return sourceAuthors.length > 0 ? sourceAuthors : feedAuthors;
}

/** The authors that a feed names in Atom, who are also the authors of its items that name none; RSS has no such rule. */
export const feedAuthorsOf = (feed: RawElement): readonly FeedAuthor[] =>
  peopleOf([...all(feed, 'author'), ...all(feed, 'atom:author')].filter((value) => nameOf(value) !== undefined));

const nameOf = (person: unknown): string | undefined => childOf(person, 'name') ?? childOf(person, 'atom:name');

const peopleOf = (values: readonly unknown[]): readonly FeedAuthor[] =>
  eachPersonOnce(values.map(personOf).filter((person) => person !== undefined));

/** The first person of each name; longer texts are no names. Bounded, because the feed's authors are sent with each of its items. */
export function eachPersonOnce(people: readonly FeedAuthor[]): readonly FeedAuthor[] {
  const byName = new Map<string, FeedAuthor>();
  for (const person of people) {
    const { name, email = '' } = person;
    if (Math.max(name.length, email.length) <= MAX_NAME_LENGTH && !byName.has(name)) byName.set(name, person);
  }
  return [...byName.values()].slice(0, MAX_AUTHORS);
}

function personOf(value: unknown): FeedAuthor | undefined {
  const name = nameOf(value);
  const email = childOf(value, 'email') ?? childOf(value, 'atom:email');
  if (name !== undefined) return compact({ name: feedPlainText(name), email });
  return email === undefined ? personInText(textOf(value)?.replace(/\s+/g, ' ') ?? '') : { name: email, email };
}

/** @param written with single spaces */
export function personInText(written: string): FeedAuthor | undefined {
  const text = written.trim();
  if (text === '' || text.length > 2 * MAX_NAME_LENGTH) return undefined;
  if (MAIL.test(text)) return { name: text, email: text };
  const groups = (MAIL_AND_NAME.exec(text) ?? NAME_AND_MAIL.exec(text))?.groups;
  const { name = text, email } = groups ?? {};
  return compact({ name: feedPlainText(name.trim()), email });
}
