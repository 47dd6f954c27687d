/**
 * Patterns whose work grows more than the text does, and why that does no harm. A pattern that ends with `…` stands for the
 * pattern that begins so.
 */
export const EXCEPTIONS: readonly { readonly why: string; readonly patterns: readonly string[] }[] = [
  {
    why: 'author-names.ts reads 1,000 characters of a byline (MAX_BYLINE_LENGTH)',
    patterns: [
      String.raw`/\s*(?:[;；؛|｜•·‧\n／/]|(?<![\p{sc=Kana}ー])・|・(?!\p{sc=Kana}))\s*|\s+[–—-]\s+/u`,
      String.raw`/\s*(?:(?:선임|인턴|객원|수습|전문)?기자|…`,
      String.raw`/\s*[,，、،]\s*/u`,
      String.raw`/^[^\p{L}\p{N}"“'’«]+|[^\p{L}\p{M}\p{N}."”'’»)]+$/gu`,
      String.raw`/^(\S+\s.*?\S)\s+(?:in|aus|from|à|en)\s+\p{Lu}.*$/u`,
    ],
  },
  {
    why: 'page-byline.ts reads bylines of up to 300 characters (MAX_BYLINE_LENGTH in scan-visible.ts)',
    patterns: [String.raw`/(?:\s(?:on|am|le|il|el|em|den|op|at))?\s*(?:\d|[|•·]|\s[@–—-]\s).*$/su`],
  },
  {
    why: 'site-in-title.ts reads 2,000 characters of a title (MAX_LENGTH)',
    patterns: [String.raw`/\s*[|｜│┃❘丨ㅣ¦‖•·»›«‹]+\s*|…`],
  },
  {
    why: 'metadata-sources.ts reads names of up to 200 characters (MAX_DATE_NAME_LENGTH)',
    patterns: [String.raw`/pub(?:l\w*)?[-_.]?(?:date|time)$/`],
  },
  {
    why: 'sign-off.ts reads paragraphs of up to 320 characters (MAX_LENGTH)',
    patterns: [
      String.raw`/^(?:e-?mail|contact|write to|reach)\b.*\S@\S+\.\w/i`,
      String.raw`/\b(?:story to tell|have a (?:tip|story)|get in touch|news team|newsroom)\b.*\S@\S+\.\w/i`,
      String.raw`/\bfollow (?:him|her|them|us|me)\b.*(?:@\w|twitter|facebook|instagram|bluesky|mastodon)/i`,
      String.raw`/\bnewsletters?\b.*(?:abonnieren|anmelden|bestellen|registrieren|inscri|abonne|suscr[íi]b|iscriv|nieuwsbrief|tilmeld|prenumerera)/i`,
    ],
  },
  {
    why: 'words.ts has cut the text to the length of a title, a name, a lead or an excerpt',
    patterns: [String.raw`/[\s,;:–-]+$/`],
  },
  {
    why: 'page-document.ts looks back 2,000 characters (MAX_LOOK_BACK), and from one `<` only',
    patterns: [String.raw`/^<[a-z][^>]*=\s*["'][^>]*$/i`],
  },
  {
    why: 'eld reads the 2,000 characters that language.ts gives it (MAX_SAMPLE_LENGTH)',
    patterns: [
      String.raw`/[a-zA-Z0-9.!$%&’+_${'`'}-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]{2,64}/g`,
      '/[a-zA-Z]*[0-9]+[a-zA-Z0-9]*/g',
      '/[^A-Za-zªµº…',
      String.raw`/([A-Za-z0-9-]+\.)+com(\/\S*|[^A-Za-zªµº…`,
    ],
  },
  {
    why: 'rss-parser makes text snippets with them, which rss-parser.ts has switched off',
    patterns: [
      String.raw`/([^\n])<\/?(h|br|p|ul|ol|li|blockquote|section|table|tr|div)(?:.|\n)*?>([^\n])/gm`,
      String.raw`/<(?:.|\n)*?>/gm`,
    ],
  },
  {
    why: 'the AWS SDK reads names of buckets, and numbers in the answers of AWS',
    patterns: [String.raw`/(\d+\.){3}\d+/`, String.raw`/(\.\d*?)0+$/`, '/0+$/'],
  },
  {
    why: 'linkedom reads styles and names of data attributes through properties that Wireroom never uses',
    patterns: [String.raw`/\s*;\s*/`, '/(([A-Z0-9])([A-Z0-9][a-z]))|(([a-z0-9]+)([A-Z]))/g'],
  },
  { why: "css-select reads Wireroom's own selectors", patterns: [String.raw`/^(.+?)\s+of\s+(.+)$/is`] },
];

/** `new RegExp(…)` whose pattern isn't known before a function runs. Names are written as `_`. */
export const MADE_LATER: ReadonlyMap<string, string> = new Map([
  ['new RegExp(_)', "the AWS SDK's table of regions; a copy of a pattern, in page-document.ts"],
  ['new RegExp(_,"g")', 'a copy of a pattern, in character-references.ts'],
  ['new RegExp(_,"gi")', 'the end of an element that page-document.ts cuts out; its name is one of a few'],
  ['new RegExp(`(?:^|\\\\_){_(_)}(?:$|\\\\_)`,_(_,_)?"i":"")', "css-select, of Wireroom's own selectors"],
  ['new RegExp(_(_),"i")', "css-select, of Wireroom's own selectors"],
  ['new RegExp(`[^{_._._}]+`,"gu")', 'eld, for machines whose patterns know no lookbehind'],
]);
