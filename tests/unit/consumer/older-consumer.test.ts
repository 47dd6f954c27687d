/** A consumer that has copied an older decoder reads what this version stores. */
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { toRecord } from '../../../lambdas/core/article/record/record.ts';
import { article, completeArticle } from '../../fakes/article.ts';
import { fromRecord } from '../../fixtures/consumers/decoder-before-labels.ts';

const stored = (each: typeof completeArticle | ReturnType<typeof article>): unknown =>
  unmarshall(marshall(toRecord(each), { removeUndefinedValues: true }));

it('an article with labels, rights and packed HTML, and of a private feed, is read as before, without what is new', () => {
  const { labels, rights, restricted, html, ...known } = completeArticle;
  const appearances = known.appearances.map(({ labels: _, ...appearance }) => appearance);
  expect(fromRecord(stored(completeArticle))).toEqual({ ...known, appearances });
});

it('an article in the language of a setting is read without the sources of its fields', () => {
  const set = article({ language: 'de-CH', provenance: { language: 'setting', title: 'json-ld' } });
  const { provenance: _, html: __, ...known } = set;
  expect(fromRecord(stored(set))).toEqual(known);
});
