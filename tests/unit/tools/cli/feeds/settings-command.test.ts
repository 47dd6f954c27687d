import { expect, it } from 'vitest';
import { settingChanges } from '../../../../../tools/cli/feeds/settings-command.ts';

it('each name=value is a change, and an empty value resets', () => {
  expect(settingChanges(['pages=off', 'retentionDays=0', 'language=pt_br', 'site='])).toEqual([
    { key: 'pages', value: 'off' },
    { key: 'retentionDays', value: 0 },
    { key: 'languageSetting', value: 'pt-BR' },
    { key: 'site', value: undefined },
  ]);
});

it('every part that is wrong gets one sentence', () => {
  expect(() => settingChanges(['pages=maybe', 'pages', 'speed=9', 'site=own'])).toThrow(
    [
      'pages can\'t be "maybe": it must be on or off.',
      '"pages" has no =: write name=value, or name= for the default.',
      'There is no setting "speed"; the settings are pages, shortestMinutes, longestMinutes, retentionDays, language, site, credentials.',
    ].join('\n'),
  );
});
