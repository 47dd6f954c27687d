import { describe, expect, it } from 'vitest';
import { endBeforeSignOff } from '../../../../../lambdas/core/article/text/sign-off.ts';

const STORY = ['The ferry is back.', 'It hums.', 'The captain wrote to the office at ferry@harbour.example by email.'];

describe('an article ends before its sign-off', () => {
  it.each([
    ['a sign-off names other reporters', '(Reporting by Ada Quay and Bea Mole; editing by Cy Pier)'],
    ['a sign-off names contributors', 'Harbour Post’s Bea Mole contributed to this report.'],
    ['a sign-off names contributors in German', 'Bea Mole trug zu diesem Bericht bei.'],
    ['a sign-off asks for stories', 'Have a story to tell? Email: news@harbour.example'],
    ['a sign-off names whom to write to', 'Contact Ada Quay at ada@harbour.example.'],
    ['a sign-off says where somebody can be reached', 'Have a tip? Ada Quay may be reached at ada@harbour.example.'],
    ['a sign-off says whom to follow', 'Ada Quay writes about the sea. Follow her on Twitter @adaquay.'],
    ['a sign-off offers a newsletter', 'For more from the harbour, sign up for our newsletter.'],
    ['a sign-off offers a newsletter in German', 'Newsletter: Hier können Sie unsere Post vom Hafen abonnieren.'],
    ['a sign-off links to more', 'More harbour news: https://harbour.example/news'],
    ['a sign-off begins with a word', 'With reporting by Bea Mole'],
    ['a sign-off begins with another word', '“Additional reporting by Bea Mole'],
    ['a sign-off names a reporter', 'Reported by Bea Mole'],
    ['a sign-off names a contributor to a story', 'Bea Mole contributed reporting to this story.'],
    ['a sign-off names two contributors in German', 'Bea Mole und Cy Pier trugen zu diesem Artikel bei.'],
    ['a sign-off names a contributor in Spanish', 'Bea Mole contribuyó a este artículo.'],
    ['a sign-off names contributors in Spanish', 'Bea y Cy contribuyeron en este reportaje.'],
    ['a sign-off gives an e-mail address', 'E-mail: ada@harbour.example'],
    ['a sign-off gives the desk’s address', 'Write to the desk: ada@harbour.example'],
    ['a sign-off says where somebody can be contacted', 'Ada Quay can be contacted at ada@harbour.example'],
    ['a sign-off asks for tips', 'If you have a tip, write to news@harbour.example'],
    ['a sign-off gives the newsroom’s address', 'Our newsroom: news@harbour.example'],
    ['a sign-off says whom to follow by a name', 'Please follow us on Facebook.'],
    ['a sign-off says whom to follow by an account', 'You can follow him: @adaquay'],
    ['a sign-off offers a daily letter', 'Sign up here for daily news'],
    ['a sign-off offers a subscription', 'To read more, subscribe to our paper.'],
    ['a sign-off asks to subscribe', 'Subscribe today.'],
    ['a sign-off offers a newsletter in French', 'Newsletter: inscrivez-vous'],
    ['a sign-off offers newsletters in Spanish', 'Newsletters: suscríbase'],
    ['a sign-off links to more in German', 'Mehr vom Hafen: http://harbour.example/news'],
    ['a sign-off of 320 characters is one', `Reporting by ${'x'.repeat(307)}`],
  ])('%s', (_, signOff) => {
    expect(endBeforeSignOff([...STORY.slice(0, 2), signOff])).toBe(2);
  });

  it('two paragraphs are a sign-off', () => {
    const both = ['With reporting by Bea Mole', 'Sign up to our letter.'];
    expect(endBeforeSignOff([...STORY.slice(0, 2), ...both])).toBe(2);
  });
});

describe('an article does not end before another text', () => {
  it.each([
    ['a paragraph that mentions a sign-up stays', ['One.', 'The islanders signed up for the night service.']],
    ['an appeal to witnesses stays', ['One.', 'Police ask witnesses to contact the station at tips@police.example.']],
    ['an appeal for help stays', ['One.', 'Anyone who wants to help can write to help@town.example, said the mayor.']],
    ['a long paragraph stays', ['One.', `Reporting by night is what she does. ${'She likes it. '.repeat(30)}`]],
    ['the only paragraph stays', ['Sign up for our newsletter.']],
    ['an ordinary last paragraph stays', ['One.', 'Two.']],
    ['a paragraph of 321 characters stays', ['One.', `Reporting by ${'x'.repeat(308)}`]],
    ['reporting in the middle of a paragraph stays', ['One.', 'He began reporting by night.']],
    ['a contribution to something else stays', ['One.', 'She contributed to this success.']],
    ['a contact without an address stays', ['One.', 'Contact with the ship was lost at 5 pm.']],
    ['an address in the middle of a paragraph stays', ['One.', 'He wrote an e-mail to ada@harbour.example.']],
    ['somebody who can be reached by boat stays', ['One.', 'Port Town can be reached by boat.']],
    ['somebody who is followed by boats stays', ['One.', 'Two boats follow him every day.']],
    ['more at the end of a sentence with a link stays', ['One.', 'The office tells more at https://harbour.example']],
    ['more without a link stays', ['One.', 'More ferries will sail in May.']],
    ['more in another sentence than the link stays', ['One.', 'More sail. See https://harbour.example']],
    ['a newsletter that is only mentioned stays', ['One.', 'The newsletter had many readers.']],
  ])('%s', (_, texts) => {
    expect(endBeforeSignOff(texts)).toBe(texts.length);
  });
});

it('a sign-off has three paragraphs at most', () => {
  expect(endBeforeSignOff(['One.', ...Array.from({ length: 4 }, () => 'Sign up to our letter.')])).toBe(2);
  expect(endBeforeSignOff(['One.', ...Array.from({ length: 3 }, () => 'Sign up to our letter.')])).toBe(1);
});

it('a sign-off before the last paragraph stays', () => {
  expect(endBeforeSignOff(['One.', 'Sign up to our letter.', 'Two.'])).toBe(3);
});

it('an article without paragraphs has no sign-off', () => {
  expect(endBeforeSignOff([])).toBe(0);
});
