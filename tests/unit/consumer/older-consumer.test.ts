/** A consumer that has copied an older decoder reads what this version stores. */
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { toRecord } from '../../../lambdas/core/article/record/record.ts';
import { article, completeArticle } from '../../fakes/article.ts';
import { fromRecord as beforeLabels } from '../../fixtures/consumers/decoder-before-labels.ts';
import { fromRecord as beforeMedia } from '../../fixtures/consumers/decoder-before-media.ts';

const stored = (each: Article): unknown => unmarshall(marshall(toRecord(each), { removeUndefinedValues: true }));

function withoutMedia({ domain, genre, keywords, media, links, ...known }: Omit<Article, 'html'>): object {
  return known;
}

it('an article with media, links, a domain, a genre and keywords is read as before, without them', () => {
  const { rights, restricted, html, ...known } = completeArticle;
  expect(beforeMedia(stored(completeArticle))).toEqual(withoutMedia(known));
});

it('an article with labels, rights and packed HTML, and of a private feed, is read as before, without what is new', () => {
  const { labels, rights, restricted, html, ...known } = completeArticle;
  const appearances = known.appearances.map(({ labels: _, ...appearance }) => appearance);
  expect(beforeLabels(stored(completeArticle))).toEqual(withoutMedia({ ...known, appearances }));
});

it('an article in the language of a setting is read without the sources of its fields', () => {
  const set = article({ language: 'de-CH', provenance: { language: 'setting', title: 'json-ld' } });
  const { provenance: _, html: __, ...known } = set;
  expect(beforeLabels(stored(set))).toEqual(withoutMedia(known));
});
