import type { Article } from '../parts/article.ts';

export const tideTable: Article = {
  slug: 'the-tide-table-twelve',
  publication: 'courier',
  section: 'Harbour',
  language: 'en',
  title: 'The Tide Table, episode 12: the man who counts the buoys',
  standfirst:
    'Once a year Anselm Rook rows out to every buoy of the Sallow coast and knocks on it. We went along and listened.',
  authors: ['Marit Holloway'],
  tags: ['podcast', 'buoys', 'Sallow coast'],
  episode: { seconds: 754 },
  body: [
    'There are sixty-one buoys between Skerry Point and the mouth of the Sallow, and each of them sounds different when it is struck with the handle of an oar. Anselm Rook has known this for thirty years. He says that he can tell from the note whether one has begun to take in water.',
    'In this episode of The Tide Table he lets us hear the difference. The sound buoy rings like a bell in the next village. The leaking buoy answers like a cupboard. One, off Lantern Reef, has answered like a cupboard since before he was born, and floats all the same; he knocks on it out of politeness.',
    'We also talk about the year when somebody painted number forty green, about the seals that have learned to sleep on the flat ones, and about who is to row the round when Mr Rook no longer can. His niece has come along with a notebook. She has perfect pitch, she tells us, and no boat.',
  ],
};
