let names: Intl.DisplayNames | undefined;

const isLanguage = (code: string): boolean => {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(code) !== undefined;
};

/** The first of the declared languages that there is, as a BCP 47 tag in canonical form: `de_at` → `de-AT`, `US` → none. */
export function languageTag(...declared: readonly (string | undefined)[]): string | undefined {
  for (const raw of declared) {
    const tag = raw?.split(/[,;]/, 1)[0]?.trim().replaceAll('_', '-');
    if (tag === undefined || tag === '' || tag.length > MAX_LENGTH) continue;
    try {
      const locale = new Intl.Locale(tag);
      if (isLanguage(locale.language)) return locale.toString();
    } catch {
      // not a tag at all: the next comparedArticle is asked
    }
  }
  return undefined;
}

/** RFC 5646 §4.4.1: a buffer that holds every tag in use. */
const MAX_LENGTH = 35;
