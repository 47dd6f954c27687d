import type { Article, Block } from '../parts/article.ts';

/** Max bulletins on the page. Older bulletins leave the page, as on real live pages, so its size is bounded. */
const MAX_BULLETINS = 10;

/** A live page with the gauge's readings, the newest of `bulletins` (at least one) on top. */
export function highWaterWatch(bulletins: number): Article {
  return {
    slug: 'high-water-watch',
    publication: 'courier',
    section: 'Harbour',
    language: 'en',
    title: 'High-water watch: what the Custom House gauge says',
    standfirst:
      'Spring tide and a north-easterly are due together. We print each reading as the harbour office chalks it up.',
    authors: ['The harbour desk'],
    tags: ['spring tide', 'flood watch'],
    body: [
      ...latestReadings(bulletins),
      'The harbour office has asked residents of Net Street, Salt Stairs and the lower end of Ropewalk to lift what they value off the floor before this evening’s tide. Boards for doorways can be had from the sail loft, two to a household, and are to be returned dry.',
      'The gauge on the Custom House steps is a painted plank with a bell at 4.20 metres. At 3.90 the harbour office closes the swing bridge to carts and vans; at 4.20 the bell floats and rings, and the lower streets are cleared by the lifeboat crew, who go from door to door with lamps. It has rung three times since the plank was painted.',
      'Harbour master Leontine Rusk said that she did not expect it to ring tonight, and that she had said the same the last time. The wind matters more than the moon: if it stays in the north-east until midnight the water has nowhere to go.',
      'The school on Chandler’s Rise has opened its hall, where there is tea, and a corner for dogs. Those who would like a hand with a piano should ask for the rowing club, which has offered all sixteen of its members for the purpose.',
    ],
  };
}

function latestReadings(bulletins: number): readonly Block[] {
  const shown = Math.min(bulletins, MAX_BULLETINS);
  return Array.from({ length: shown }, (_, index) => readingOf(bulletins - index));
}

function readingOf(bulletin: number): string {
  const level = levelAt(bulletin);
  const change = level >= levelAt(bulletin - 1) ? 'rising' : 'falling';
  return `Bulletin ${bulletin}: the water stands at ${level.toFixed(2)} metres, ${change}.`;
}

/** The level in metres above the gauge's zero: a tide of 12 bulletins from one high water to the next. */
function levelAt(bulletin: number): number {
  return 3.05 + 0.95 * Math.sin(((bulletin - 2) * Math.PI) / 6);
}
