import type { Article } from '../parts/article.ts';
import { markup } from '../parts/markup.ts';

export const countingMoths: Article = {
  slug: 'forty-thousand-moths',
  publication: 'orrery',
  section: 'Lab notes',
  language: 'en',
  title: 'How we counted forty thousand moths without touching one',
  standfirst: 'A bed sheet, a lamp, and a camera that waits until nobody moves.',
  authors: ['Isaura Flint'],
  tags: ['moths', 'field work', 'photography'],
  takenDown: true,
  body: [
    'The usual way to count moths is to catch them. You hang up a lamp over a box full of egg cartons, come back at dawn, and name whatever is asleep inside. It works, but it needs someone who gets up at four, and it ends badly for the moth that shares a box with a hornet.',
    markup`We hung up a bed sheet instead. The lamp shines on it from behind, and a camera takes one picture a minute, <em>unless</em> something has moved in the last two seconds, in which case it waits. Moths that have just landed tremble for a while before they settle. A moth that holds still is a moth that can be named.`,
    'That one rule, to wait, did more for us than any change to the software. In the first season two thirds of our pictures were blurred and had to be thrown away. In the second it was one in nine. The number of species that we could tell apart went from 112 to 187 with the same lamp on the same hill.',
    'Forty thousand is an honest count of visits, not of moths. One individual, a large yellow underwing with a notch in the left wing, came on at least twenty-six nights, always to the upper right corner, and we suspect that it accounts for most of what we took to be a population.',
    'Things that did not work: a second sheet (they all went to the first), a quieter fan (it attracted bats), and asking visitors not to use torches. Things that did: washing the sheet without perfume, and turning the lamp off for the night of the full moon, when everyone, including us, would rather be elsewhere.',
  ],
};
