import type { Article } from '../parts/article.ts';

/** Only the feed for subscribers has it. */
export const harbourDues: Article = {
  slug: 'harbour-dues-by-the-plank',
  publication: 'courier',
  section: 'Harbour',
  language: 'en',
  title: 'Harbour dues to be counted by the plank',
  standfirst: 'A draft of the new tariff, seen by this wire, charges boats by what they are made of.',
  authors: ['Imogen Tarrant'],
  tags: ['harbour dues', 'tariffs'],
  takenDown: true,
  body: [
    'Boats in Brackwater harbour may soon pay by the plank. A draft of the new tariff, which the harbour board will discuss behind closed doors on Thursday, charges wooden hulls a third less than those of steel, on the ground that a wooden boat which runs into the quay comes off worse.',
    'The board has looked for a fairer measure since the spring, when the owner of a very long and very empty barge proved that he paid more than the ferry. Weight was tried and given up after the scales sank.',
    'Nobody on the board will say who wrote the draft. Its margins are full of small drawings of boats, and the one beside the paragraph on barges has been crossed out twice. The harbour master, asked about it at the fish auction, said that she draws horses.',
    '“Planks can be counted by anybody with a pencil,” says the draft. It leaves open who counts them below the waterline.',
  ],
};
