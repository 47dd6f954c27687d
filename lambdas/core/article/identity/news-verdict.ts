/** Why two items are one article, or two: in the words of docs/articles.md, "Each piece of news once". */

const ONE_ARTICLE = {
  'same-words-in-headline': 'the headlines have the same words',
  'headlines-agree': 'the headlines agree, and both texts bear out the headlines',
  'copy-under-other-headline':
    'most of the shorter text is in the longer, half of the longer is in the shorter, and one text has half of the other headline’s words',
  'text-has-headline': 'the texts are the same word for word, and the text has half of the words of one headline',
  'edit-on-site': 'on one site, the same headline stands over nearly all of the same text within 12 hours',
} as const;

const TWO_ARTICLES = {
  'little-in-common': 'less than half of the shorter text is in the longer',
  'other-figures': 'the figures differ: fewer than half of one text’s numbers are in the other',
  'correction-or-live': 'only one of the headlines says that it is a correction or a live report',
  'days-apart': 'the texts were published too far apart',
  'no-edit-on-site': 'on one site, too much of the text differs',
  'other-headline-on-site': 'on one site, the headlines differ',
  'headline-not-borne-out':
    'over 20 % of one text is absent from the other, which hasn’t 80 % of the words of that text’s headline',
  'headlines-name-others': 'each headline names somebody whom the other article doesn’t mention',
  'headlines-disagree': 'the headlines disagree, and too little of one text or headline is in the other',
  'text-without-headline':
    'the texts are the same word for word, but have the words of neither headline, as a notice has',
  'own-subjects': 'each headline has a word that its own text has and the other article lacks',
  'other-names': 'neither text has half of the other’s names',
  'one-frame': 'the texts have one frame, in which each names somebody or something of its own',
} as const;

export type SameReason = keyof typeof ONE_ARTICLE;
export type OtherReason = keyof typeof TWO_ARTICLES;

/** Whether two items are one article, and the rule that decided. */
export type NewsVerdict =
  | { readonly isSame: true; readonly reason: SameReason }
  | { readonly isSame: false; readonly reason: OtherReason };

export const sameNews = (reason: SameReason): NewsVerdict => ({ isSame: true, reason });
export const otherNews = (reason: OtherReason): NewsVerdict => ({ isSame: false, reason });

/** Returns a verdict's reason as a clause: `the headlines have the same words`. */
export const reasonOf = ({ reason }: NewsVerdict): string => ({ ...ONE_ARTICLE, ...TWO_ARTICLES })[reason];
