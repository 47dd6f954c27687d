import type { Article } from '../parts/article.ts';
import { markup } from '../parts/markup.ts';

export const tideClock: Article = {
  slug: 'a-clock-that-listens-to-the-tide',
  publication: 'orrery',
  section: 'Instruments',
  language: 'en',
  title: 'A clock that listens to the tide & forgets the sun',
  standfirst:
    'It has one hand, no numbers, and a microphone in a mussel bed. Its maker says that it is never wrong, only wet.',
  authors: ['Thessaly Brandt'],
  tags: ['clocks', 'tides', 'acoustics'],
  picture: {
    alt: 'A round wooden dial with a single hand and a blue arc painted along the lower half',
    caption: 'The blue arc marks the hours in which the causeway is under water.',
    credit: 'Orrery Notes / T. Brandt',
  },
  body: [
    'Most tide clocks are ordinary clocks that run a little slow. They take twelve hours and twenty-five minutes for a turn, which is the average time from one high water to the next, and on most days they are wrong by something between ten minutes and an hour. The sea does not keep averages.',
    markup`Ilse Corvane’s clock has no idea what time it is. It listens. A microphone in a length of pipe stands among the mussels below her workshop, and a program that fits in <code>9 kB</code> of memory sorts what it hears into four states: dry, lapping, covered, draining. Only the moments at which one state turns into the next are sent up the cable, and the hand of the clock is moved to suit.`,
    { heading: 'What a mussel bed sounds like' },
    'The difficulty was rain. To a microphone a shower on dry shells is very much like a small wave, and for its first month the clock announced high water whenever the weather turned. Corvane tried filters, and then a second microphone. What helped in the end was to listen for an absence: under water the shells close, and a faint, constant crackle, which she had taken for noise in the cable, stops.',
    {
      quote: 'I had spent six weeks trying to remove the only part of the signal that mattered.',
      speaker: 'Ilse Corvane',
    },
    'Over a hundred days, she compared it with the harbour’s own gauge. The median error was four minutes; the printed tables, which know nothing of wind, managed seventeen. On two stormy days the tables were late by more than an hour, and her clock was early by six minutes.',
    'The plans are free. The parts cost about as much as a pair of boots, and she recommends buying the boots as well: the pipe has to be cleared of weed by hand, at low water, a time that the clock is happy to point out.',
  ],
};
