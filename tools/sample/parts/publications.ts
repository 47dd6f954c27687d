import type { PublicationId } from './article.ts';

export interface Publication {
  readonly id: PublicationId;
  readonly name: string;
  readonly motto: string;
  readonly sections: readonly string[];
  /** The publication's language, BCP 47. An article may be in another language. */
  readonly language: 'en' | 'de';
}

export const publications: readonly Publication[] = [
  {
    id: 'courier',
    name: 'The Brackwater Courier',
    motto: 'All the news the tide brings in',
    sections: ['Harbour', 'Council', 'Neighbours', 'Sport'],
    language: 'en',
  },
  {
    id: 'orrery',
    name: 'Orrery Notes',
    motto: 'Small machines, large questions',
    sections: ['Instruments', 'Living things', 'Structures', 'Lab notes'],
    language: 'en',
  },
  {
    id: 'shores',
    name: 'Vier Ufer · Four Shores',
    motto: 'Eine Zeitung für den Orselsee – a paper for Lake Orsel',
    sections: ['Handwerk', 'Vie du lac', 'Mercado', 'On the water'],
    language: 'de',
  },
];

export function publicationOf(id: PublicationId): Publication {
  const found = publications.find((publication) => publication.id === id);
  if (!found) throw new RangeError(`There is no publication "${id}".`);
  return found;
}
