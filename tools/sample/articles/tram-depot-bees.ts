import type { Article } from '../parts/article.ts';
import { markup } from '../parts/markup.ts';

export const tramDepotBees: Article = {
  slug: 'why-the-bees-moved-to-the-tram-depot',
  publication: 'orrery',
  section: 'Living things',
  language: 'en',
  title: 'Why the bees moved to the tram depot',
  standfirst:
    'Four wild colonies left a park full of flowers for a yard full of steel. A thermometer explains most of it.',
  authors: ['Ambrose Lindqvane', 'Dr Noor Castellan'],
  tags: ['bees', 'cities', 'heat'],
  picture: {
    alt: 'A cluster of bees beneath the roof edge of a brick tram shed',
    caption: 'Colony three, behind the ventilator of shed B.',
    credit: 'N. Castellan',
  },
  body: [
    'In May the Larchfield tram depot telephoned the university to ask whether somebody could come and take away its bees. By the time anyone came, there were four colonies, and the drivers had changed their minds and given them names.',
    'The puzzle was where they had come from. A marked queen gave the answer: the bees had been living in hollow limes in the Botanic Park, nine hundred metres to the west, amid the richest flower beds in the city. They had given up an orchard for a car park.',
    markup`Our first guess was the trams’ overhead wires, since bees can sense electric fields. It was a lovely idea and it was <strong>wrong</strong>: colonies chose sheds with and without current alike. The second guess was food, and that was wrong as well, for foragers from the depot flew straight back to the park to feed.`,
    { heading: 'Warm bricks, early mornings' },
    'What the depot has is mornings. Its brick walls store the heat of the day and of the motors and give it back until dawn. Sensors that we hid in the hollow limes and behind the shed’s ventilators differed by less than one degree at noon, but by six at sunrise. A colony that does not have to warm itself begins to forage forty minutes earlier, and in a dry spring the first forty minutes are when there is nectar.',
    'A simple model that knows only the temperature at dawn and the distance to the nearest flowers predicts where we found wild colonies across the city for nineteen cavities out of twenty-three. It does not explain why all four stayed in shed B and none in shed A, which is warmer. The drivers do: shed A has the radio.',
    {
      list: [
        'Colonies followed: 4, over 112 days',
        'Temperature sensors: 31, of which one was eaten',
        'Start of foraging: 06.12 at the depot, 06.53 in the park',
      ],
    },
    'The depot has put the ventilators on its list of things not to be repaired.',
  ],
};
