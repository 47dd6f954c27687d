import type { Article } from '../parts/article.ts';

export const libraryOfLadders: Article = {
  slug: 'library-of-ladders',
  publication: 'courier',
  section: 'Neighbours',
  language: 'en',
  title: 'The library that lends ladders',
  standfirst:
    'Three hundred households on Tanner’s Hill share nineteen ladders, one cider press and a rule about returning things clean.',
  authors: ['Rosalind Quaye', 'Tobiah Marsh'],
  tags: ['Tanner’s Hill', 'sharing', 'tools'],
  picture: {
    alt: 'Wooden ladders of different lengths hang along a brick wall',
    caption: 'The long wall of the old dye works, where each ladder has a name.',
    credit: 'Rosalind Quaye',
  },
  fullOfAppeals: true,
  body: [
    'Nobody on Tanner’s Hill needs a ladder very often, and that is the whole idea. Hollis Wenn worked it out one wet afternoon while waiting for a neighbour to bring his back: in a street of forty houses there were thirty-one ladders, and on any given day thirty of them were leaning against nothing.',
    'He painted a name on his own, hung it on the wall of the empty dye works, and put up a slate on which borrowers could write what they had taken. By the end of that summer there were nineteen ladders on the wall. The rest, he says, had gone to be shelves.',
    'The Tanner’s Hill Lending Room now has more than three hundred member households and lends whatever is large, dull and seldom wanted: trestles, a carpet cleaner, a marquee with a mended corner, a cider press that is booked from September until the apples run out. There is no fee. Each household gives two hours a month to mending, and those who cannot mend make soup for those who can.',
    'There have been difficulties. A wallpaper steamer spent a whole winter in the wrong attic. A man who no longer lives in Brackwater is understood to have taken the good wheelbarrow with him. And the first set of rules ran to eleven pages, until the members voted to replace them with a single sentence, which is painted above the door: bring it back cleaner than you found it.',
    'That sentence has had an effect its author did not foresee. Because every borrower cleans a tool a little more than the last, the older ones have begun to shine. A visitor from the county museum asked in April whether the ladders were part of an exhibition.',
    'Mr Wenn does not expect the idea to travel far. It needs a dry building, a patient person with a notebook, and a street where people are already in the habit of talking over walls. But two women from Lower Sallow came to look last month, stayed for the soup, and borrowed the slate to copy down how it was ruled.',
    'His own ladder, the first, is called Gertrude. It was out when we visited. The slate said that it would be back by Friday, and in a different hand below: cleaner.',
  ],
};
