import { describe, expect, it } from 'vitest';
import type { PageMetadata } from '../../../../../lambdas/core/article/metadata/page-metadata.ts';
import { ld, meta, read } from '../../../../fakes/page-heads.ts';
import { tag } from '../../../../fakes/scanned-pages.ts';

const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });
const site = meta('og:site_name', 'Harbour Post');
const line = (text: string) => `<h1>Ferry returns</h1><p>${text}</p>`;

function authors(head: string, body = ''): Pick<PageMetadata, 'authors' | 'agencies' | 'provenance'> {
  const { authors, agencies, provenance } = read(head, body);
  return {
    authors,
    agencies,
    provenance: { authors: provenance?.authors, agencies: provenance?.agencies },
  } as PageMetadata;
}

describe('the authors of a page', () => {
  it.each<[string, string, string, PageMetadata]>([
    [
      'the first source’s persons are the authors',
      news({ author: 'Ada Quay' }) + tag('author', 'Bea Mole'),
      '',
      { authors: ['Ada Quay'], provenance: { authors: 'json-ld' } },
    ],
    [
      'a source without persons yields to one with persons',
      news({ author: 'Harbour Post' }) + tag('author', 'Bea Mole') + site,
      '',
      { authors: ['Bea Mole'], provenance: { authors: 'meta' } },
    ],
    [
      'an agency yields to persons',
      news({ author: 'Reuters' }) + tag('author', 'Bea Mole'),
      '',
      { authors: ['Bea Mole'], provenance: { authors: 'meta' } },
    ],
    [
      'an agency stands apart from the persons of its source',
      news({ author: ['Ada Quay', 'Reuters'] }),
      '',
      { authors: ['Ada Quay'], agencies: ['Reuters'], provenance: { authors: 'json-ld', agencies: 'json-ld' } },
    ],
    [
      'desks beside persons are dropped',
      news({ author: ['Ada Quay', 'Redaktion Hafen'] }),
      '',
      { authors: ['Ada Quay'], provenance: { authors: 'json-ld' } },
    ],
    [
      'a desk comes before a later agency',
      news({ author: 'Redaktion Hafen' }) + tag('author', 'Reuters') + site,
      '',
      { authors: ['Redaktion Hafen'], provenance: { authors: 'json-ld' } },
    ],
    [
      'an agency comes before the site',
      news({ author: 'Harbour Post' }) + tag('author', 'Reuters') + site,
      '',
      { agencies: ['Reuters'], provenance: { agencies: 'meta' } },
    ],
    [
      'a desk comes before the site',
      news({ author: 'Harbour Post' }) + tag('author', 'Redaktion Hafen') + site,
      '',
      { authors: ['Redaktion Hafen'], provenance: { authors: 'meta' } },
    ],
    [
      'the site signs if nobody else does',
      news({ author: 'Harbour Post' }) + site,
      '',
      { authors: ['Harbour Post'], provenance: { authors: 'json-ld' } },
    ],
    [
      'the publisher is a site too',
      news({ author: 'Bea Mole', publisher: 'Bea Mole' }) + tag('author', 'Ada Quay'),
      '',
      { authors: ['Ada Quay'], provenance: { authors: 'meta' } },
    ],
    [
      'a visible person is an author',
      '',
      line('By Ada Quay'),
      { authors: ['Ada Quay'], provenance: { authors: 'page' } },
    ],
    [
      'a visible agency is an agency',
      '',
      line('By Reuters'),
      { agencies: ['Reuters'], provenance: { agencies: 'page' } },
    ],
    [
      'a desk beside a visible agency is dropped',
      '',
      line('By Reuters, Redaktion Hafen'),
      { agencies: ['Reuters'], provenance: { agencies: 'page' } },
    ],
    [
      'entities in a name are decoded',
      '<meta name="author" content="L&amp;eacute;a Quay">',
      '',
      { authors: ['Léa Quay'], provenance: { authors: 'meta' } },
    ],
    ['a link is no author', meta('article:author', 'https://social.example/ada'), '', { provenance: {} }],
    ['a page may name nobody', '', '', { provenance: {} }],
  ])('%s', (_, head, body, expected) => {
    expect(authors(head, body)).toEqual(expected);
  });
});
