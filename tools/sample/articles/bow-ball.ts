import type { Article } from '../parts/article.ts';

export const bowBall: Article = {
  slug: 'lost-by-a-bow-ball',
  publication: 'courier',
  section: 'Sport',
  language: 'en',
  title: 'Brackwater eight lose the Sallow Cup by a rubber ball',
  standfirst: 'After four kilometres the two crews were ten centimetres apart. The judges needed longer than the race.',
  authors: ['Priya Vennering'],
  tags: ['rowing', 'Sallow Cup'],
  picture: {
    alt: 'Two rowing eights side by side near the finish, seen from the bank',
    caption: 'Brackwater (nearer the bank) and Saint Orrin’s with twenty strokes to go.',
    credit: 'Priya Vennering',
  },
  body: [
    'The ball on the bow of a racing boat is the size of a plum. It is there so that nobody is hurt in a collision, and on Saturday it decided the Sallow Cup: Saint Orrin’s College crossed the line with theirs ahead of Brackwater’s, and there was nothing else between them.',
    'It took the finish judges nineteen minutes to say so, a good deal longer than the thirteen minutes and six seconds that the crews had needed for the course. The photograph was too dark. The second photograph showed a swan. In the end the two judges wrote down what they had seen on separate cards, exchanged them, and shook hands.',
    'Brackwater had led for most of the way. They went off at forty strokes a minute, took half a length at the brewery bend and still held a canvas at the footbridge, where Saint Orrin’s moved to the outside to find faster water. “We knew that they would,” said cox Juno Pellerin. “We would have, too. It was just that there was a barge in it.” The barge had drifted off again by the time the visitors got there.',
    'It is the third year in a row that the home crew have come second, and the smallest margin since records began. Stroke Caspian Oduya, who was sick over the side at the finish and then helped to lift the winners’ boat from the water, said he had no complaints. “Somebody has to lose by a ball,” he said. “At least we now know how to measure it.”',
    'In the women’s fours, Brackwater won by two clear lengths. The prize, a ham, was shared out on the slipway.',
  ],
};
