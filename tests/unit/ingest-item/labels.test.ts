import { expect, it } from 'vitest';
import { ingestWorld, LATER, only } from '../../fakes/ingest-world.ts';
import { feedA, feedB, item, message } from '../../fakes/messages.ts';

const labelled = (...labels: string[]) => message({ feed: { ...feedA, labels } });

it('an article has the labels of the feed that brings it, in its appearance too', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(labelled('client-7', 'desk:sea'));
  expect(only(articles)).toMatchObject({ labels: ['client-7', 'desk:sea'] });
  expect(only(articles)?.appearances).toMatchObject([{ labels: ['client-7', 'desk:sea'] }]);
});

it('an article of a feed without labels has no field for them', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(message());
  expect(only(articles)).not.toHaveProperty('labels');
  expect(only(articles)?.appearances[0]).not.toHaveProperty('labels');
});

it('another feed that carries the article adds its labels', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(labelled('b', 'c'));
  await ingest(message({ feed: { ...feedB, labels: ['a', 'b'] } }));
  expect(only(articles)).toMatchObject({ labels: ['a', 'b', 'c'], revision: 1 });
  expect(only(articles)?.appearances.map(({ labels }) => labels)).toEqual([
    ['b', 'c'],
    ['a', 'b'],
  ]);
});

it('an unchanged item whose feed has other labels now writes nothing', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(labelled('a'));
  const records = articles.streamRecords;
  expect(await ingest({ ...labelled('b'), foundAt: LATER })).toMatchObject({ outcome: 'unchanged' });
  expect(articles.streamRecords).toBe(records);
  expect(only(articles)).toMatchObject({ labels: ['a'] });
});

it('a revision keeps the labels that the article had when it appeared', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(labelled('a'));
  const edited = item({ title: 'Ferry returns late', summary: 'The ferry is back, and late.' });
  expect(await ingest({ ...labelled('b'), item: edited, foundAt: LATER })).toMatchObject({ outcome: 'revised' });
  expect(only(articles)).toMatchObject({ revision: 2, labels: ['a'] });
});

it('the labels of a feed that takes a stand-in over are added', async () => {
  const { ingest, articles } = ingestWorld();
  await ingest(message({ feed: { ...feedB, labels: ['wire'] }, item: item({ guid: 'b' }) }));
  expect(only(articles)).toMatchObject({ wordsOf: 'other-site', labels: ['wire'] });
  await ingest(labelled('own'));
  expect(only(articles)).toMatchObject({ wordsOf: 'site', revision: 2, labels: ['own', 'wire'] });
});
