import type { Article } from '../parts/article.ts';

/** On the site from edition 1 on. */
export const bridgeThatAches: Article = {
  slug: 'teaching-an-old-bridge-to-say-where-it-aches',
  publication: 'orrery',
  section: 'Structures',
  language: 'en',
  title: 'Teaching an old bridge to say where it aches',
  standfirst:
    'Engineers glued 48 cheap sensors to an iron viaduct and then asked a goods train to drive over it very slowly.',
  authors: ['Wilhelmina Okafor-Strand'],
  tags: ['bridges', 'sensors', 'vibration'],
  picture: {
    alt: 'An iron viaduct with five arches above a wooded valley',
    caption: 'Pellam Viaduct carries eleven trains a day and, now, 48 sensors.',
    credit: 'Valley Railway Trust',
  },
  body: [
    'Every bridge hums. Wind, wheels and warm afternoons set it trembling at pitches that depend on its shape and stiffness, and a bridge that has cracked hums a slightly different tune. The principle is old. What has been missing is a way to hear the tune over everything else.',
    'On Pellam Viaduct, “everything else” is mostly temperature. Between a frosty night and a sunny noon the ironwork grows by four centimetres and its lowest note drops by more than it would if a main bolt were missing. Earlier attempts to monitor the bridge reported a grave defect each morning, and its repair every afternoon.',
    'A team of railway engineers has now turned that weakness around. They do not try to remove the effect of the weather; they wait for it. If the whole structure is sound, all 48 sensors should follow the sun in the same way, each with its own delay. A joint that has begun to slip does not.',
    { heading: 'The slowest train in the valley' },
    'To calibrate the system they borrowed a goods train of known weight and drove it across at walking pace, eleven times, stopping at every pier. The driver is said to have finished two crossword puzzles and a scarf.',
    'Within a month the sensors had pointed at a bearing on the third pier. Inspectors with lamps found nothing. The sensors insisted. When a plate was lifted, the roller beneath turned out to be resting on a folded newspaper, pushed in by a workman some seventy years ago to stop a rattle. It had done so very well.',
    'The paper has been replaced with bronze. It reported, as far as it could still be read, on the poor state of the viaduct.',
  ],
};
