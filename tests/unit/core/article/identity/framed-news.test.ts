/** Of two texts with one frame: when each is about something else, and when one is an edit of the other. */
import { describe, expect, it } from 'vitest';
import { FRAMED_NEWS, type FramedNews } from '../../../../fakes/framed-news.ts';
import { isSame } from '../../../../fakes/story-versions.ts';

const LANGUAGES = Object.entries(FRAMED_NEWS);

const told = ({ title, sentences }: FramedNews, town: string, person: string, from = sentences) => ({
  title,
  text: from.map((sentence) => sentence.replace(/T(?![a-z])/, town).replace(/P(?![a-z])/, person)).join(' '),
});
const known = (news: FramedNews) => told(news, news.towns[0], news.persons[0]);

describe('two texts with one frame are two articles', () => {
  it.each(LANGUAGES)('if town and person differ, in %s', (_, news) => {
    expect(isSame(known(news), told(news, news.towns[1], news.persons[1]))).toBe(false);
  });

  it.each(LANGUAGES)('if the town differs, which recurs, in %s', (_, news) => {
    expect(isSame(known(news), told(news, news.towns[1], news.persons[0]))).toBe(false);
  });

  it.each(LANGUAGES)('if town and person differ, each of which is named once, in %s', (_, news) => {
    const once = { ...news, sentences: news.sentences.slice(0, 4) };
    expect(isSame(known(once), told(once, news.towns[1], news.persons[1]))).toBe(false);
  });
});

describe('a copy is the same news', () => {
  it.each(LANGUAGES)('if an editor changed a word, in %s', (_, news) => {
    const { title, text } = known(news);
    expect(text).toContain(news.edit[0]);
    expect(isSame({ title, text }, { title, text: text.replace(...news.edit) })).toBe(true);
  });

  it.each(LANGUAGES)('if its last sentence was cut, in %s', (_, news) => {
    const { title, text } = known(news);
    const cut = told(news, news.towns[0], news.persons[0], news.sentences.slice(0, -1));
    expect(isSame({ title, text }, cut)).toBe(true);
  });

  it.each(LANGUAGES)('if it has a lead of its own, in %s', (_, news) => {
    const own = told(news, news.towns[0], news.persons[0], [news.lead, ...news.sentences.slice(1)]);
    expect(isSame(known(news), own)).toBe(true);
  });

  it.each(LANGUAGES)('if it has a lead of its own and an editor changed a word, in %s', (_, news) => {
    const own = told(news, news.towns[0], news.persons[0], [news.lead, ...news.sentences.slice(1)]);
    expect(isSame(known(news), { ...own, text: own.text.replace(...news.edit) })).toBe(true);
  });

  it.each(LANGUAGES.filter(([, { spelled }]) => spelled !== undefined))(
    'if another agency spells the names otherwise, in %s',
    (_, news) => {
      const [town = '', person = ''] = news.spelled ?? [];
      expect(isSame(known(news), told(news, town, person))).toBe(true);
    },
  );
});
