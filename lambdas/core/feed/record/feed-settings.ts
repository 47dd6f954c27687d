/**
 * What an operator may set for one feed. Each setting is declared once, in `FEED_SETTINGS`: the command line (`feeds set`, `feeds show`),
 * OPML and the Feeds table read and write by this declaration. Labels are no settings (label.ts).
 */
import { isConfidential } from '../../web/absolute-url.ts';
import { languageTag } from '../../web/language-tag.ts';

/** The settings of a feed, as attributes of its record. An absent setting has its default. */
export interface FeedSettings {
  /** Whether the pages of the feed's items are fetched. */
  readonly pages?: 'on' | 'off';
  /** The shortest interval between two polls, in minutes, instead of the operator's floor. */
  readonly shortestMinutes?: number;
  /** The longest interval between two polls that don't fail, in minutes. */
  readonly longestMinutes?: number;
  /** Days from the first sight of an article until it expires; 0 keeps it for ever. */
  readonly retentionDays?: number;
  /** BCP 47: the language of the feed's articles, whatever the publisher declares. */
  readonly languageSetting?: string;
  /** Whether the feed is its site's own (docs/decisions/who-speaks.md). */
  readonly site?: 'own' | 'other';
  /** The name of the credentials that open the feed; their secret lies elsewhere (docs/decisions/private-feeds.md). */
  readonly credentials?: string;
}

export type SettingKey = keyof FeedSettings;

export interface FeedSetting<T> {
  /** The name that people write. */
  readonly name: string;
  /** Undefined if the text is no legal value. */
  readonly parse: (text: string) => T | undefined;
  /** The legal values, as the end of a sentence. */
  readonly legal: string;
  /** The value of a feed without this setting, in words. */
  readonly unset: string;
  /** One sentence. */
  readonly help: string;
}

const MAX_MINUTES = 7 * 24 * 60;
const MAX_DAYS = 36_500;

const choice = <const T extends string>(...values: readonly T[]) => ({
  parse: (text: string): T | undefined => values.find((value) => value === text),
  legal: values.join(' or '),
});

const whole = (unit: string, min: number, max: number) => ({
  parse: (text: string): number | undefined =>
    /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined,
  legal: `a whole number of ${unit} from ${min} to ${max}`,
});

const language = {
  parse: (text: string): string | undefined => languageTag(text),
  legal: 'a language tag such as de or pt-BR',
};

/** The names of credentials: each is part of a secret's name, a file's name and, in capitals, an environment variable's. */
const credentials = {
  parse: (text: string): string | undefined => (isCredentialsName(text) ? text : undefined),
  legal: 'a name of up to 64 small letters, digits and hyphens that begins with a letter',
};

export const isCredentialsName = (text: string): boolean => /^[a-z][a-z\d-]{0,63}$/.test(text);

export const FEED_SETTINGS: { readonly [K in SettingKey]-?: FeedSetting<NonNullable<FeedSettings[K]>> } = {
  pages: {
    ...choice('on', 'off'),
    name: 'pages',
    unset: 'on',
    help: "on fetches the pages of the feed's items; off makes the articles from the feed alone.",
  },
  shortestMinutes: {
    ...whole('minutes', 1, MAX_MINUTES),
    name: 'shortestMinutes',
    unset: "the pipeline's pollFloorMinutes",
    help: 'The feed is not polled more often, even if it has news all the time; the publisher may ask for longer.',
  },
  longestMinutes: {
    ...whole('minutes', 1, MAX_MINUTES),
    name: 'longestMinutes',
    unset: '1440',
    help: 'The interval does not grow beyond this; failures and the publisher may still put a poll off.',
  },
  retentionDays: {
    ...whole('days', 0, MAX_DAYS),
    name: 'retentionDays',
    unset: "the pipeline's articleRetentionDays",
    help: 'Articles that this feed carries first leave the table after so many days; 0 keeps them for ever.',
  },
  languageSetting: {
    ...language,
    name: 'language',
    unset: 'what the page or the feed declares',
    help: "The language of the feed's articles, if what the publisher declares is wrong.",
  },
  site: {
    ...choice('own', 'other'),
    name: 'site',
    unset: 'judged by the address',
    help: 'own: the feed speaks for the pages that it announces, wherever they lie; other: it speaks for none of them.',
  },
  credentials: {
    ...credentials,
    name: 'credentials',
    unset: 'none',
    help: 'The name of the secret that opens the feed; only the origin that the secret names gets it, over https.',
  },
};

const entries = Object.entries(FEED_SETTINGS) as readonly [SettingKey, FeedSetting<string | number>][];

const NAMES = entries.map(([, { name }]) => name).join(', ');

/** A setting and its new value; undefined is the default again. */
export interface SettingChange {
  readonly key: SettingKey;
  readonly value: string | number | undefined;
}

/** Returns the change that `name=value` asks for, or what is wrong with it, in one sentence. An empty value resets the setting. */
export function parseSetting(name: string, text: string): SettingChange | { readonly problem: string } {
  const [key, setting] = entries.find(([, each]) => each.name.toLowerCase() === name.toLowerCase()) ?? [];
  if (key === undefined || setting === undefined)
    return { problem: `There is no setting ${quoted(name)}; the settings are ${NAMES}.` };
  if (text === '') return { key, value: undefined };
  const value = setting.parse(text);
  return value === undefined
    ? { problem: `${setting.name} can't be ${quoted(text)}: it must be ${setting.legal}.` }
    : { key, value };
}

const quoted = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** Returns the settings among the attributes of a record. Values that aren't legal are left out, as if they weren't set. */
export function settingsIn(record: Readonly<Record<string, unknown>>): FeedSettings {
  const found = entries.flatMap(([key, { parse }]) => {
    const stored = record[key];
    const value = stored === undefined ? undefined : parse(String(stored));
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(found) as FeedSettings;
}

/** Returns the names and values of the settings that are set, as `parseSetting` reads them. */
export const settingTexts = (settings: FeedSettings): [string, string][] =>
  entries.flatMap(([key, { name }]): [string, string][] =>
    settings[key] === undefined ? [] : [[name, String(settings[key])]],
  );

/** Returns why two settings contradict each other, in one sentence; undefined if none do. */
export const contradictionIn = ({ shortestMinutes, longestMinutes }: FeedSettings): string | undefined =>
  shortestMinutes !== undefined && longestMinutes !== undefined && shortestMinutes > longestMinutes
    ? `longestMinutes (${longestMinutes}) must be at least shortestMinutes (${shortestMinutes}).`
    : undefined;

/** Returns why a feed at this address can't have credentials, in one sentence; undefined if it can, or has none. */
export const exposureAt = (url: string, { credentials }: FeedSettings): string | undefined =>
  credentials === undefined || isConfidential(new URL(url))
    ? undefined
    : `${url} can't have credentials: without https, everybody on the way could read them.`;
