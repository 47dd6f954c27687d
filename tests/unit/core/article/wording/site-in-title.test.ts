import { describe, expect, it } from 'vitest';
import { withoutSite } from '../../../../../lambdas/core/article/wording/site-in-title.ts';

const context = { sites: ['Harbour Post', 'Sea'], url: 'https://www.port.example/news/1' };

describe('a title with the name of its site', () => {
  it.each([
    ['a title alone stays', 'Ferry returns', 'Ferry returns'],
    ['an empty title stays', '', ''],
    ['a title of separators stays', ' | ', ' | '],
    ['a site behind a bar is cut', 'Ferry returns | Harbour Post', 'Ferry returns'],
    ['a site behind a bar without blanks is cut', 'Ferry returns|Harbour Post', 'Ferry returns'],
    ['a site behind a dash is cut', 'Ferry returns – HARBOUR POST', 'Ferry returns'],
    ['blanks around a dash are cut', 'Ferry returns  –  Harbour Post', 'Ferry returns'],
    ['blanks around a dash behind the site are cut', 'Harbour Post  –  Ferry returns', 'Ferry returns'],
    ['a site behind a double hyphen is cut', 'Ferry returns -- Harbour Post', 'Ferry returns'],
    ['a site behind a double colon is cut', 'Ferry returns::Harbour Post', 'Ferry returns'],
    ['a site behind a colon is cut', 'Ferry returns : Harbour Post', 'Ferry returns'],
    ['a site behind two slashes is cut', 'Ferry returns // Harbour Post', 'Ferry returns'],
    ['a site before an angle quote is cut', 'Harbour Post » Ferry returns', 'Ferry returns'],
    ['a site behind two separators is cut', 'Ferry returns | | Harbour Post', 'Ferry returns'],
    ['a site behind the last separator is cut', 'Ferry returns | Harbour Post |', 'Ferry returns'],
    ['a site and a section are cut', 'Ferry returns | Sea | Harbour Post', 'Ferry returns'],
    ['a site before and a section after are cut', 'Harbour Post | Ferry returns | Sea', 'Ferry returns'],
    ['dashes of the title stay', 'Ferry - crew - Harbour Post', 'Ferry - crew'],
    ['a hyphen between letters stays', 'Ferry-Harbour', 'Ferry-Harbour'],
    ['a colon behind a word stays', 'Ferry: Harbour Post', 'Ferry: Harbour Post'],
    ['a part that isn’t the site stays', 'Ferry | Crew', 'Ferry | Crew'],
    ['a site within the words stays', 'I left Harbour Post', 'I left Harbour Post'],
    ['a title that is the site stays', 'Harbour Post', 'Harbour Post'],
    ['a title of two sites keeps the first', 'Harbour Post | Sea', 'Harbour Post'],
    ['a site’s name with a suffix is cut', 'Ferry | HarbourPost24', 'Ferry'],
    [
      'a part that only begins like the site stays',
      'Ferry | Harbour Post wins the prize of the year',
      'Ferry | Harbour Post wins the prize of the year',
    ],
    ['a part that begins like a short site stays', 'Ferry | Seal', 'Ferry | Seal'],
    ['the greater part of the site’s name is cut', 'Ferry | Harbour', 'Ferry'],
    ['a small part of the site’s name stays', 'Ferry | Post', 'Ferry | Post'],
    ['a short part of the site’s name stays', 'Ferry | Po', 'Ferry | Po'],
    ['the name of the host is cut', 'Ferry | Port', 'Ferry'],
    ['the host itself is cut', 'Ferry | port.example', 'Ferry'],
    ['the host with www stays out of the keys', 'Ferry | www', 'Ferry | www'],
    ['a site behind a number stays', 'Chapter 12 - Harbour Post', 'Chapter 12 - Harbour Post'],
    ['a site behind an ordinal stays', 'Heat 3. – Sea', 'Heat 3. – Sea'],
    ['a site before a number is cut', 'Sea – Heat – 3', 'Heat – 3'],
    ['a date is cut', 'Ferry returns | 23.11.2026', 'Ferry returns'],
    ['a date with a short word is cut', 'Ferry returns | am 23.11.2026', 'Ferry returns'],
    ['a date with a longer word stays', 'Ferry returns | bis zum 23.11.2026', 'Ferry returns | bis zum 23.11.2026'],
    ['a date before the title is cut', '23.11.2026 | Ferry returns', 'Ferry returns'],
    ['a date before the title without a separator is cut', '23.11.2026 Ferry returns', 'Ferry returns'],
    ['a date with slashes before the title is cut', '3/1/2026 - Ferry returns', 'Ferry returns'],
    ['a date alone stays', '23.11.2026 ', '23.11.2026 '],
    ['a date within the title stays', 'On 23.11.2026 Ferry returns', 'On 23.11.2026 Ferry returns'],
    ['a part without letters is cut', 'Ferry returns | …', 'Ferry returns'],
  ])('%s', (_, title, expected) => {
    expect(withoutSite(title, [], context)).toBe(expected);
  });

  it.each([
    ['parts that another headline lacks are cut', 'Ferry | Crew | Port', ['Ferry'], 'Ferry'],
    ['parts before another headline are cut', 'Crew | Ferry returns', ['Ferry returns'], 'Ferry returns'],
    ['another headline keeps the site in the title', 'Ferry | Sea', ['Ferry – Sea'], 'Ferry | Sea'],
    ['another headline keeps its own parts', 'Ferry | Crew | Sea', ['Ferry | Crew'], 'Ferry | Crew'],
    ['the start comes before the end if both are headlines', 'Ferry | Crew', ['Crew', 'Ferry'], 'Ferry'],
    ['the longer headline comes first', 'Ferry | Crew | Sea', ['Ferry', 'Crew Sea'], 'Crew | Sea'],
    [
      'a headline in the middle is found by cutting sites',
      'Sea | Ferry | Post | Sea',
      ['Ferry | Post'],
      'Ferry | Post',
    ],
    ['cutting stops at a headline that ends with the site', 'Sea | Sea | Sea | Sea', ['Sea | Sea'], 'Sea | Sea'],
    ['seven parts are cut from one end', 'Ferry | a | b | c | d | e | f | g', ['Ferry'], 'Ferry'],
    [
      'eight parts are not cut',
      'Ferry | a | b | c | d | e | f | g | h',
      ['Ferry'],
      'Ferry | a | b | c | d | e | f | g | h',
    ],
    ['a headline’s typography doesn’t matter', 'FERRY-returns! | x', ['Ferry returns'], 'FERRY-returns!'],
  ])('%s', (_, title, others, expected) => {
    expect(withoutSite(title, others, context)).toBe(expected);
  });

  it('a title is read to its first 2,000 characters', () => {
    expect(withoutSite('x'.repeat(3_000), [], context)).toHaveLength(2_000);
  });

  it.each([
    ['parts of the host’s views aren’t the site', 'https://m.amp.port.example/', 'Ferry | amp', 'Ferry | amp'],
    ['a host without its views is the site', 'https://www2.port-news.example/', 'Ferry | PortNews.example', 'Ferry'],
    ['a host of one letter is no site', 'https://x.example/', 'Ferry | X', 'Ferry | X'],
    ['the host’s last label is no site', 'https://port.club/', 'Ferry | Club', 'Ferry | Club'],
  ])('%s', (_, url, title, expected) => {
    expect(withoutSite(title, [], { sites: [], url })).toBe(expected);
  });
});

describe('a title in a script without blanks', () => {
  const sites = {
    sites: ['港口日报', '港新聞', '항구일보', '정치', 'ข่าวท่าเรือ'],
    url: 'https://www.port.example/news/1',
  };
  it.each([
    ['a site behind a hyphen is cut', '港口重新开放-港口日报', '港口重新开放'],
    ['a site behind a full-width hyphen is cut', '港口重新开放－港口日报', '港口重新开放'],
    ['a site behind an underscore is cut', '港口重新开放_港口日报', '港口重新开放'],
    ['a site behind a dash is cut', '港口重新开放—港口日报', '港口重新开放'],
    ['a site behind a double dash is cut', '港口重新开放——港口日报', '港口重新开放'],
    ['a site behind a full-width colon is cut', '税関桟橋、再開へ：港新聞', '税関桟橋、再開へ'],
    ['a site behind a full-width bar is cut', '税関桟橋、再開へ｜港新聞', '税関桟橋、再開へ'],
    ['a site behind a letter that looks like a bar is cut', '港口重新开放丨港口日报', '港口重新开放'],
    ['a site before a hyphen is cut', '港口日报-港口重新开放', '港口重新开放'],
    ['a section and a site are cut', '부두 다시 연다-정치ㅣ항구일보', '부두 다시 연다'],
    ['a Thai site behind a hyphen is cut', 'เปิดท่าเรืออีกครั้ง-ข่าวท่าเรือ', 'เปิดท่าเรืออีกครั้ง'],
    ['other words behind a hyphen stay', '港口-铁路联运开通', '港口-铁路联运开通'],
    ['a score stays', '港口队2-1获胜', '港口队2-1获胜'],
    ['a site in brackets at the end is cut', '税関桟橋、再開へ【港新聞】', '税関桟橋、再開へ'],
    ['a site in angle brackets at the end is cut', '港口重新开放《港口日报》', '港口重新开放'],
    ['a site in round brackets at the end is cut', '港口重新开放（港口日报）', '港口重新开放'],
    ['a site in brackets at the start is cut', '【港口日报】港口重新开放', '港口重新开放'],
    ['other words in brackets stay', '税関桟橋、再開へ【写真】', '税関桟橋、再開へ【写真】'],
    ['a site in brackets alone stays', '【港新聞】', '【港新聞】'],
  ])('%s', (_, title, expected) => {
    expect(withoutSite(title, [], sites)).toBe(expected);
  });

  it('a site in brackets is cut in Latin letters too', () => {
    expect(withoutSite('Ferry returns (Harbour Post)', [], context)).toBe('Ferry returns');
  });

  it('a hyphen without blanks separates nothing in Latin letters', () => {
    expect(withoutSite('Ferry-Sea', [], context)).toBe('Ferry-Sea');
  });
});
