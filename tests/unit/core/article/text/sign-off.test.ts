import { describe, expect, it } from 'vitest';
import { endBeforeSignOff } from '../../../../../lambdas/core/article/text/sign-off.ts';

const STORY = ['The ferry is back.', 'It hums.', 'The captain wrote to the office at ferry@harbour.example by email.'];

describe('an article ends before', () => {
  it.each([
    ['who else reported', '(Reporting by Ada Quay and Bea Mole; editing by Cy Pier)'],
    ['who contributed', 'Harbour Post’s Bea Mole contributed to this report.'],
    ['who contributed, in German', 'Bea Mole trug zu diesem Bericht bei.'],
    ['where to write', 'Have a story to tell? Email: news@harbour.example'],
    ['whom to write to', 'Contact Ada Quay at ada@harbour.example.'],
    ['where somebody can be reached', 'Have a tip? Ada Quay may be reached at ada@harbour.example.'],
    ['whom to follow', 'Ada Quay writes about the sea. Follow her on Twitter @adaquay.'],
    ['what to sign up for', 'For more from the harbour, sign up for our newsletter.'],
    ['what to sign up for, in German', 'Newsletter: Hier können Sie unsere Post vom Hafen abonnieren.'],
    ['where there is more', 'More harbour news: https://harbour.example/news'],
  ])('%s', (_, signOff) => {
    expect(endBeforeSignOff([...STORY.slice(0, 2), signOff])).toBe(2);
  });

  it('several of them', () => {
    const both = ['With reporting by Bea Mole', 'Sign up to our letter.'];
    expect(endBeforeSignOff([...STORY.slice(0, 2), ...both])).toBe(2);
  });
});

describe('an article does not end before', () => {
  it.each([
    ['a paragraph that only mentions such things', ['One.', 'The islanders signed up for the night service.']],
    ['an appeal to witnesses', ['One.', 'Police ask witnesses to contact the station at tips@police.example.']],
    ['an appeal for help', ['One.', 'Anyone who wants to help can write to help@town.example, said the mayor.']],
    ['a long paragraph', ['One.', `Reporting by night is what she does. ${'She likes it. '.repeat(30)}`]],
    ['its only paragraph', ['Sign up for our newsletter.']],
    ['its last paragraph', ['One.', 'Two.']],
  ])('%s', (_, texts) => {
    expect(endBeforeSignOff(texts)).toBe(texts.length);
  });
});
