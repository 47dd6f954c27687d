/** Mutants that change nothing which anybody could observe. Each says why; a survivor that isn't named here needs a test. */

export interface EqualMutant {
  /** Relative to the project. */
  readonly file: string;
  /** The line that is changed, trimmed. */
  readonly line: string;
  /** The line after the change, trimmed. */
  readonly becomes: string;
  readonly why: string;
}

export const EQUAL_MUTANTS: readonly EqualMutant[] = [
  {
    file: 'lambdas/core/article/text-source.ts',
    line: "export function pageText({ shown, articleBody = '', metadata }: PageReading): TextChoice | undefined {",
    becomes:
      'export function pageText({ shown, articleBody = "Stryker was here!", metadata }: PageReading): TextChoice | undefined {',
    why: 'Either text is too short to be more than a summary.',
  },
  {
    file: 'lambdas/core/article/record/record.ts',
    line: 'a.firstSeenAt === b.firstSeenAt ? (a.key < b.key ? -1 : 1) : a.firstSeenAt < b.firstSeenAt ? -1 : 1;',
    becomes: 'a.firstSeenAt === b.firstSeenAt ? (a.key <= b.key ? -1 : 1) : a.firstSeenAt < b.firstSeenAt ? -1 : 1;',
    why: 'The keys of a map differ.',
  },
  {
    file: 'lambdas/core/article/wording/author-names.ts',
    line: "const capitalsBefore = (name: string): string => keyOf(/^\\p{Lu}{2,}(?= )/u.exec(name)?.[0] ?? '');",
    becomes:
      'const capitalsBefore = (name: string): string => keyOf(/^\\p{Lu}{2,}(?= )/u.exec(name)?.[0] ?? "Stryker was here!");',
    why: 'No site has an empty key, and none is named so.',
  },
  {
    file: 'lambdas/core/article/identity/address-parts.ts',
    line: "while (parts.length > 1 && VIEW.test(parts[0] ?? '')) parts.shift();",
    becomes: 'while (parts.length > 1 && VIEW.test(parts[0] ?? "Stryker was here!")) parts.shift();',
    why: 'A list of more than one part has a first part.',
  },
  {
    file: 'lambdas/core/article/identity/address-parts.ts',
    line: "while (parts.length > 1 && VIEW.test(parts.at(-1) ?? '')) parts.pop();",
    becomes: 'while (parts.length > 1 && VIEW.test(parts.at(-1) ?? "Stryker was here!")) parts.pop();',
    why: 'A list of more than one part has a last part.',
  },
  {
    file: 'lambdas/core/article/identity/address-parts.ts',
    line: "else if (parts.length > 1 && PAGE_OF_SEVERAL.test(parts.at(-1) ?? '')) parts.pop();",
    becomes: 'else if (parts.length > 1 && PAGE_OF_SEVERAL.test(parts.at(-1) ?? "Stryker was here!")) parts.pop();',
    why: 'A list of more than one part has a last part.',
  },
  {
    file: 'lambdas/core/article/page/markup-classifier.ts',
    line: "FOR_SCREEN_READERS.test(attributeOf(element, 'class') ?? '');",
    becomes: 'FOR_SCREEN_READERS.test(attributeOf(element, \'class\') ?? "Stryker was here!");',
    why: 'The pattern matches neither text.',
  },
  {
    file: 'lambdas/core/article/page/page-document.ts',
    line: "const closing = name === undefined ? '-->' : `</${name.toLowerCase()}[^>]{0,100}>`;",
    becomes: "const closing = name === undefined ? '-->' : `</${name.toUpperCase()}[^>]{0,100}>`;",
    why: 'The pattern is used without regard to letter case.',
  },
  {
    file: 'lambdas/core/article/page/page-document.ts',
    line: "return tag > before.lastIndexOf('>') && /^<[a-z][^>]*=\\s*[\"'][^>]*$/i.test(before.slice(tag));",
    becomes: 'return true && /^<[a-z][^>]*=\\s*["\'][^>]*$/i.test(before.slice(tag));',
    why: 'The first condition only saves time: the pattern excludes the same sign.',
  },
  {
    file: 'lambdas/core/article/text/boilerplate-hint.ts',
    line: '.split(/[^a-z]+/);',
    becomes: '.split(/[^a-z]/);',
    why: 'It adds empty words, and no vocabulary holds an empty word.',
  },
  {
    file: 'lambdas/core/feed/discovery.ts',
    line: "const [, name = '', rest = ''] = /<(?:\\w+:)?(rss|rdf|feed|urlset)\\b([^>]{0,2000})/i.exec(head) ?? [];",
    becomes:
      'const [, name = \'\', rest = "Stryker was here!"] = /<(?:\\w+:)?(rss|rdf|feed|urlset)\\b([^>]{0,2000})/i.exec(head) ?? [];',
    why: 'Without a match there is no name either, and the rest is not looked at.',
  },
  {
    file: 'lambdas/core/feed/document/item-identity.ts',
    line: "const withoutScheme = (url: string): string | undefined => canonicalUrl(url)?.replace(/^https?:\\/\\//, '');",
    becomes:
      "const withoutScheme = (url: string): string | undefined => canonicalUrl(url)?.replace(/https?:\\/\\//, '');",
    why: 'A canonical URL begins with http or https, and only the first match is replaced.',
  },
  {
    file: 'lambdas/core/feed/document/news-sitemap.ts',
    line: "title: feedPlainText(entry.get('news:title') ?? ''),",
    becomes: 'title: plainText(entry.get(\'news:title\') ?? "Stryker was here!"),',
    why: 'Only entries with a news title are kept: the default is there for the compiler.',
  },
  {
    file: 'lambdas/core/feed/markup/name-scope.ts',
    line: 'return prefixes === scope.prefixes ? scope : { prefixes, names: new Map() };',
    becomes: 'return false ? scope : { prefixes, names: new Map() };',
    why: 'The names of a scope are a cache: a new scope with the same prefixes finds the same names, only later.',
  },
  {
    file: 'lambdas/core/feed/parse-opml.ts',
    line: 'if (!(error instanceof HopelessError)) throw error;',
    becomes: 'if (false) throw error;',
    why: 'sax throws no errors of its own: it reports them, and reading goes on.',
  },
  {
    file: 'lambdas/core/feed/parse-opml.ts',
    line: '} catch (error) {\n    if (!(error instanceof HopelessError)) throw error;\n  }',
    becomes: '} catch (error) {}',
    why: 'sax throws no errors of its own: it reports them, and reading goes on.',
  },
  {
    file: 'lambdas/core/feed/polling/validators.ts',
    line: 'if (share < TESTED_SHARE) return true;',
    becomes: 'if (share <= TESTED_SHARE) return true;',
    why: 'The share is a whole number of 65,536ths, and a hundredth is none.',
  },
  {
    file: 'lambdas/core/feed/websub/hub-signature.ts',
    line: "const [, name = '', digest = ''] = /^\\s*(\\w{1,10})=([0-9a-f]{40,128})\\s*$/i.exec(signature ?? '') ?? [];",
    becomes:
      "const [, name = \"Stryker was here!\", digest = ''] = /^\\s*(\\w{1,10})=([0-9a-f]{40,128})\\s*$/i.exec(signature ?? '') ?? [];",
    why: 'Without a match there is no method, under either name.',
  },
  {
    file: 'lambdas/core/feed/websub/hub-signature.ts',
    line: "const [, name = '', digest = ''] = /^\\s*(\\w{1,10})=([0-9a-f]{40,128})\\s*$/i.exec(signature ?? '') ?? [];",
    becomes:
      "const [, name = '', digest = \"Stryker was here!\"] = /^\\s*(\\w{1,10})=([0-9a-f]{40,128})\\s*$/i.exec(signature ?? '') ?? [];",
    why: 'Without a match there is no method either, and the digest is not looked at.',
  },
  {
    file: 'lambdas/core/web/http-hints.ts',
    line: "const raw = headers['retry-after']?.trim() ?? '';",
    becomes: 'const raw = headers[\'retry-after\']?.trim() ?? "Stryker was here!";',
    why: 'Neither text is a number of seconds or a date.',
  },
  {
    file: 'lambdas/core/web/json-repair.ts',
    line: "while (/^[,\\s]$/.test(out.at(-1) ?? '')) out.pop();",
    becomes: 'while (/^[,\\s]$/.test(out.at(-1) ?? "Stryker was here!")) out.pop();',
    why: 'A closing bracket comes behind an opening bracket, so that there is always a last part.',
  },
  {
    file: 'lambdas/core/web/json-repair.ts',
    line: "const char = text[at] ?? '';",
    becomes: 'const char = text[at] ?? "Stryker was here!";',
    why: 'The position is always within the text.',
  },
  {
    file: 'lambdas/core/web/robots.ts',
    line: "if (colon < 0) return { name: '', value: '' };",
    becomes: 'if (colon < 0) return { name: "Stryker was here!", value: \'\' };',
    why: 'A line of either name is ignored.',
  },
  {
    file: 'lambdas/core/feed/markup/html-links.ts',
    line: "const absolute = candidates.map(([url = '', ...size]) => [resolve(url, base), ...size]);",
    becomes:
      'const absolute = candidates.map(([url = "Stryker was here!", ...size]) => [resolve(url, base), ...size]);',
    why: 'A text that is split has a first part: the default is there for the compiler.',
  },
  {
    file: 'lambdas/core/feed/dates/date-day.ts',
    line: "const [a = '', b = '', c = ''] = words;",
    becomes: "const [a = \"Stryker was here!\", b = '', c = ''] = words;",
    why: 'Each shape reads only as many words as it has: the default is there for the compiler.',
  },
  {
    file: 'lambdas/core/feed/dates/date-day.ts',
    line: "const [a = '', b = '', c = ''] = words;",
    becomes: "const [a = '', b = \"Stryker was here!\", c = ''] = words;",
    why: 'Each shape reads only as many words as it has: the default is there for the compiler.',
  },
  {
    file: 'lambdas/core/feed/dates/date-day.ts',
    line: "const [a = '', b = '', c = ''] = words;",
    becomes: "const [a = '', b = '', c = \"Stryker was here!\"] = words;",
    why: 'Each shape reads only as many words as it has: the default is there for the compiler.',
  },
  {
    file: 'lambdas/core/feed/dates/date-names.ts',
    line: 'const count = Math.max(0, name.length - MIN_LENGTH);',
    becomes: 'const count = Math.max(0, name.length + MIN_LENGTH);',
    why: 'Beyond its end the abbreviations of a name are the name itself, which is set last.',
  },
  {
    file: 'lambdas/core/feed/dates/date-clock.ts',
    line: "const [written = '', name] = NAME.exec(after) ?? [];",
    becomes: 'const [written = \'\', name] = NAME.exec(after) ?? ["Stryker was here"];',
    why: 'The whole match is read only if there is a name.',
  },
];
