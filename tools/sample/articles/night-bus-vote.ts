import type { Article } from '../parts/article.ts';

const opening =
  'Brackwater will keep its night bus. After four hours of debate and one fire alarm, the town council voted by fourteen to thirteen on Thursday to pay for the 00.10 and 02.10 services for another two years.';

const rest = [
  'The deciding vote came from Councillor Philippa Groat, who had arrived intending to oppose it. She told the chamber that she had taken the bus on Wednesday night to be able to say what it was like. “It was like a village,” she said. “The driver knew who was ill.”',
  { heading: 'Bakers, nurses and a cellist' },
  'Opponents had called the service a luxury for late drinkers. Figures collected by the drivers themselves suggested otherwise: most of those who board after midnight are on their way to work at the hospital laundry, the fish market or one of the three bakeries on Ropewalk. The list also includes a cellist, who rides to the end of the line and back because the rear seat is, she wrote to the council, the only warm place in town where nobody minds scales.',
  'The service will be paid for by raising the fee for overnight parking on the quay from four to five crowns. The Quayside Traders’ Association, which had threatened to leave its members’ vans on the town hall lawn, said it would consider its position.',
  'Councillor Barnaby Istle, who led the opposition, said he accepted the result and had only one further question: whether the last bus could wait until council meetings were over. It was eleven minutes past two when the chamber emptied, and he walked home.',
] as const;

/** The first version, with a wrong number. */
export const nightBusVote: Article = {
  slug: 'night-bus-vote',
  publication: 'courier',
  section: 'Council',
  language: 'en',
  title: 'Night bus survives by a single vote',
  standfirst: 'A councillor changed her mind after riding it, and the quay will pay a crown more to park.',
  authors: ['Desmond Akinreeve'],
  tags: ['town council', 'buses', 'budget'],
  picture: {
    alt: 'An empty bus with lit windows waits at a stop in the rain',
    caption: 'The 02.10 at Ropewalk, its busiest stop.',
    credit: 'Courier archive',
  },
  body: [
    opening,
    'The two buses carry 412 passengers on an average night and cost the town 96,000 crowns a year.',
    ...rest,
  ],
};

/** The corrected version, on the site from edition 1 on. */
export const nightBusVoteCorrected: Article = {
  ...nightBusVote,
  body: [
    opening,
    'The two buses carry 142 passengers on an average night and cost the town 96,000 crowns a year.',
    ...rest,
    'Correction: an earlier version of this article gave the number of passengers on an average night as 412. The drivers counted 142; two digits changed places on the way to our desk.',
  ],
};
