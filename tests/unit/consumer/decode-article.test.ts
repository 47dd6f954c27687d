import { expect, it } from 'vitest';
import { decodeArticle } from '../../../lambdas/consumer/index.ts';
import { toRecord, toRevisionRecord } from '../../../lambdas/core/article/record/record.ts';
import { article } from '../../fakes/article.ts';

it.each<[string, Record<string, unknown> | undefined, object | undefined]>([
  ['an item of the Articles table is decoded with all that was stored', { ...toRecord(article()) }, article()],
  [
    'an item of the Revisions table is decoded without appearances',
    { ...toRevisionRecord(article(), undefined) },
    article({ appearances: [] }),
  ],
  ['an attribute of a later version is passed over', { ...toRecord(article()), mood: 'good' }, article()],
  ['an item that is no article gives nothing', { articleId: 'lock', owner: 'me' }, undefined],
  ['a missing item gives nothing', undefined, undefined],
])('%s', (_, item, expected) => {
  expect(decodeArticle(item)).toEqual(expected);
});
