/**
 * Write and read units at 3870366, before feeds were sent in rounds, seen sets and the markup of HTML kept apart, and fewer keys
 * claimed: its bundles, measured with these benches. A poll's lease, which wrote the feed once more, is in the figures of polls.
 */
type Units = Readonly<Record<string, string>>;

const POLLS: Readonly<Record<number, Units>> = {
  20: {
    'first poll: all items are new': '6 + 2',
    'unchanged, answered with 304': '6 + 2',
    '1 % of the feeds have a new item': '6 + 2',
    'a new item': '6 + 2',
    'unchanged, without validators': '6 + 2',
  },
  2000: {
    'first poll: all items are new': '37 + 2',
    'unchanged, answered with 304': '68 + 9',
    '1 % of the feeds have a new item': '68 + 9',
    'a new item': '68 + 9',
    'unchanged, without validators': '68 + 9',
  },
};

const ARTICLES: Units = {
  'new: page read, stored': '52.4 + 13.5',
  'the same message again': '0 + 2',
  'another feed, the same address': '26 + 5',
  'another site, nearly the same text': '32.4 + 16.5',
  'revised: page read again': '58.1 + 17',
};

/** Empty for feeds of a size that wasn't measured. */
export const unitsOfPollBefore = (items: number, name: string): string => POLLS[items]?.[name] ?? '';
export const unitsOfArticleBefore = (name: string): string => ARTICLES[name] ?? '';
