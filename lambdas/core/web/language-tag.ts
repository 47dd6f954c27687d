/** Max length of a tag, in characters: a buffer of this size holds every tag in use (RFC 5646 §4.4.1). */
const MAX_LENGTH = 35;

let names: Intl.DisplayNames | undefined;

const isLanguage = (code: string): boolean => {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(code) !== undefined;
};

/**
 * Returns the first declared language that exists, as a BCP 47 tag in canonical form: `de_at` and `de_AT.UTF-8`
 * become `de-AT`; `US` is ignored.
 */
export function languageTag(...declared: readonly (string | undefined)[]): string | undefined {
  for (const raw of declared) {
    const tag = canonicalTag(
      raw
        ?.split(/[,;.@]/, 1)[0]
        ?.trim()
        .replaceAll('_', '-') ?? '',
    );
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function canonicalTag(tag: string): string | undefined {
  if (tag === '' || tag.length > MAX_LENGTH) return undefined;
  try {
    const locale = new Intl.Locale(tag);
    return isLanguage(locale.language) ? locale.toString() : undefined;
  } catch {
    return undefined; // no tag at all
  }
}
