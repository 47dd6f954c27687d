import { describe, expect, it } from 'vitest';
import {
  contradictionIn,
  FEED_SETTINGS,
  parseSetting,
  settingsIn,
  settingTexts,
} from '../../../../../lambdas/core/feed/record/feed-settings.ts';

const all = {
  pages: 'off',
  shortestMinutes: 1,
  longestMinutes: 10_080,
  retentionDays: 0,
  languageSetting: 'de-CH',
  site: 'own',
  credentials: 'harbour-desk',
} as const;

it('every setting is written and read again', () => {
  const texts = settingTexts(all);
  expect(texts).toHaveLength(Object.keys(FEED_SETTINGS).length);
  const read = texts.map(([name, text]) => parseSetting(name, text));
  expect(Object.fromEntries(read.flatMap((each) => ('key' in each ? [[each.key, each.value]] : [])))).toEqual(all);
  expect(settingsIn({ ...all, feedId: 'x' })).toEqual(all);
});

it.each(Object.values(FEED_SETTINGS))(
  'the setting $name has a sentence of help and names its legal values',
  (setting) => {
    expect(setting.help).toMatch(/\.$/);
    expect(setting.legal).not.toBe('');
    expect(setting.unset).not.toBe('');
  },
);

describe('a value that is not legal is refused with the values that are', () => {
  it.each([
    ['pages', 'ON', 'pages can\'t be "ON": it must be on or off.'],
    ['shortestMinutes', '0', 'shortestMinutes can\'t be "0": it must be a whole number of minutes from 1 to 10080.'],
    [
      'longestMinutes',
      '10081',
      'longestMinutes can\'t be "10081": it must be a whole number of minutes from 1 to 10080.',
    ],
    ['retentionDays', '-1', 'retentionDays can\'t be "-1": it must be a whole number of days from 0 to 36500.'],
    ['retentionDays', '1.5', 'retentionDays can\'t be "1.5": it must be a whole number of days from 0 to 36500.'],
    ['retentionDays', '9'.repeat(1_000), /^retentionDays can't be "9{99}…": it must be/],
    ['language', 'german', 'language can\'t be "german": it must be a language tag such as de or pt-BR.'],
    ['site', 'mine', 'site can\'t be "mine": it must be own or other.'],
    [
      'credentials',
      'Harbour_desk',
      'credentials can\'t be "Harbour_desk": it must be a name of up to 64 small letters, digits and hyphens that begins with a letter.',
    ],
    ['credentials', '../feeds', /^credentials can't be/],
    ['credentials', 'a'.repeat(65), /^credentials can't be/],
    ['toString', '1', /^There is no setting "toString"/],
  ])('%s=%s', (name, text, problem) => {
    const found = parseSetting(name, text);
    const sentence = 'problem' in found ? found.problem : '';
    if (typeof problem === 'string') expect(sentence).toBe(problem);
    else expect(sentence).toMatch(problem);
  });
});

it('a setting has its name in any letter case', () => {
  expect(parseSetting('RETENTIONDAYS', '7')).toEqual({ key: 'retentionDays', value: 7 });
});

it('stored values that are not legal count as not set', () => {
  expect(settingsIn({ pages: 'perhaps', shortestMinutes: 0, retentionDays: '30', site: null, language: 'en' })).toEqual(
    {
      retentionDays: 30,
    },
  );
});

it('a longest interval below the shortest is a contradiction', () => {
  expect(contradictionIn({ shortestMinutes: 60, longestMinutes: 30 })).toBe(
    'longestMinutes (30) must be at least shortestMinutes (60).',
  );
  expect(contradictionIn({ shortestMinutes: 30, longestMinutes: 30 })).toBeUndefined();
  expect(contradictionIn({ shortestMinutes: 60 })).toBeUndefined();
});
