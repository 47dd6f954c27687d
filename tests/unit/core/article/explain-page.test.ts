import { describe, expect, it } from 'vitest';
import { explainPage } from '../../../../lambdas/core/article/explain-page.ts';
import { readPage } from '../../../../lambdas/core/article/read-page.ts';
import { learnBlocks, NOTHING_KNOWN } from '../../../../lambdas/core/article/text/repeated-blocks.ts';
import { BASE, blocksOf, inArticle, OTHER, STORY } from '../../../fakes/story-page.ts';

const page = (body: string): Buffer =>
  Buffer.from(
    `<html lang="en"><head><title>The ferry is back | Post</title><meta property="og:title" content="The ferry is back"></head><body>${body}</body></html>`,
  );
const explain = (body: string, hostBlocks = NOTHING_KNOWN) => explainPage(page(body), 'text/html', BASE, hostBlocks);

describe('an explanation of a page', () => {
  it.each<[string, string, { step: string; reason: string; text: string }]>([
    [
      'names the element of boilerplate, and what its markup says',
      `<nav>Menu</nav>${inArticle('')}`,
      { step: 'boilerplate', reason: 'in <nav>: its name is “nav”', text: 'Menu' },
    ],
    [
      'names the word of a class',
      inArticle(`<div class="newsletter"><p>${OTHER}</p></div>`),
      { step: 'boilerplate', reason: 'in <div>: “newsletter” is in its class or id', text: OTHER },
    ],
    [
      'names a block outside the article’s element',
      `<main><h1>The ferry is back</h1><article>${STORY}</article></main>`,
      { step: 'container', reason: 'outside the element that holds the article', text: 'The ferry is back' },
    ],
    [
      'names the rule of the filter',
      inArticle('<p><a href="/2">Night service</a></p>'),
      { step: 'filter', reason: 'a link to another page', text: 'Night service' },
    ],
    [
      'names what stands behind the text',
      `<article>${STORY}<p>Ferries</p></article>`,
      { step: 'end', reason: 'behind the last sentence, list or table', text: 'Ferries' },
    ],
  ])('%s', (_, body, expected) => {
    expect(explain(body).leftOut).toContainEqual(expected);
  });

  it('names what the host repeats', () => {
    const blocks = blocksOf(`<p>${OTHER}</p>`);
    const known = ['1', '2', '3'].reduce((memory, article) => learnBlocks(memory, article, blocks), NOTHING_KNOWN);
    expect(explain(inArticle(`<p>${OTHER}</p>`), known).leftOut).toContainEqual({
      step: 'repetition',
      reason: 'stood in three other articles of the host',
      text: OTHER,
    });
  });

  it('tells each field with its candidates and why one won', () => {
    expect(explain(inArticle('')).fields).toContainEqual({
      field: 'title',
      candidates: expect.arrayContaining([
        expect.objectContaining({ value: 'The ferry is back', source: 'opengraph' }),
      ]),
      chosen: 'The ferry is back',
      why: expect.any(String),
    });
  });

  it('reads the page as it is read without one', () => {
    const body = inArticle(`<div class="share"><p>${OTHER}</p></div>`);
    expect(explain(body).reading).toEqual(readPage(page(body), 'text/html', BASE));
  });
});
