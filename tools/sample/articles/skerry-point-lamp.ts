import type { Article } from '../parts/article.ts';
import { markup } from '../parts/markup.ts';

export const skerryPointLamp: Article = {
  slug: 'skerry-point-lamp',
  publication: 'courier',
  section: 'Harbour',
  language: 'en',
  title: 'Skerry Point lamp turns again after eleven dark winters',
  standfirst:
    'Volunteers spent four years cleaning a lens that nobody had wanted. On Sunday night the fishing fleet steered by it.',
  authors: ['Imogen Tarrant'],
  tags: ['Skerry Point', 'lighthouse', 'volunteers'],
  picture: {
    alt: 'The lighthouse at Skerry Point at dusk, its lamp lit above a grey sea',
    caption: 'The lamp was lit at 17.42, two minutes later than planned: the key had been left in another coat.',
    credit: 'Oswin Fell',
  },
  body: [
    'A beam of light crossed the mouth of Brackwater harbour on Sunday evening for the first time in eleven years. It was greeted by a ship’s horn, then by a dozen, and finally by the brass band of the lifeboat station, which had been told to wait for the mayor and did not.',
    'The lamp at Skerry Point went dark when the county replaced it with a buoy. The buoy is cheaper, and in fog it is also invisible. “We could hear it was there,” said Maud Hesketh-Brill, who has fished for crab off the point for thirty years. “You should not have to hear a light.”',
    markup`Ms Hesketh-Brill and six others bought the lens for the price of its brass and carried it down ninety-one steps in a cradle made from a <em>child’s bed</em>. Each of its 284 prisms was numbered, washed in vinegar and set back in fresh putty on the long table of the net loft.`,
    { heading: 'A clockmaker’s arithmetic' },
    'The mechanism was the harder part. The old clockwork had to be wound every four hours, and no one in the group wished to live in a tower. Retired clockmaker Anselm Dray worked out that a motor from a bread oven turns at very nearly the right speed; a gear with one tooth fewer made it exact.',
    {
      quote:
        'It flashes twice every fifteen seconds, as it always did. Anything else would have been somebody else’s lighthouse.',
      speaker: 'Anselm Dray, clockmaker',
    },
    'The county has agreed to list the light on its charts from the spring. Until then mariners are asked to treat it as a courtesy rather than an aid to navigation, a distinction that did not trouble the crew of the Patient Marigold on Sunday. They came in by it with forty boxes of whiting and handed one up to the band.',
  ],
};
