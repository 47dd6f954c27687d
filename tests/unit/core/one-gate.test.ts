/** What reads strangers' documents, and the only files of `core` that may use it, because they bound what they read. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SOURCES = globSync('lambdas/{core,ingest-item,poll-feed}/**/*.ts').map((file) => ({
  file: file.replace('lambdas/', ''),
  text: readFileSync(file, 'utf8'),
}));

it.each<[string, RegExp, readonly string[]]>([
  ['HTML is parsed', /from 'linkedom'/, ['core/article/page/page-document.ts']],
  ['feeds are parsed', /from 'rss-parser/, ['core/feed/document/rss-parser.ts']],
  [
    'XML is read',
    /\breadXml\(/,
    [
      'core/feed/document/advertised-feeds.ts',
      'core/feed/document/news-sitemap.ts',
      'core/feed/markup/feed-outline.ts',
      'core/feed/markup/xml-tokens.ts',
    ],
  ],
  [
    'JSON is parsed',
    /\bJSON\.parse\(/,
    [
      'core/feed/credentials/parse-credentials.ts',
      'core/feed/document/read-json.ts',
      'core/queues/messages.ts',
      'core/web/json-repair.ts',
    ],
  ],
  [
    'addresses of documents are parsed',
    /\bURL\.(?:parse|canParse)\(/,
    ['core/article/metadata/page-image.ts', 'core/feed/discovery.ts', 'core/web/absolute-url.ts', 'core/web/site.ts'],
  ],
  [
    'texts are normalised, of which soundText bounds the combining marks',
    /\.normalize\(/,
    [
      'core/article/identity/own-address.ts',
      'core/article/identity/spelled-alike.ts',
      'core/article/record/content-hash.ts',
      'core/article/text/boilerplate-hint.ts',
      'core/article/wording/author-names.ts',
      'core/article/wording/genre-words.ts',
      'core/article/wording/page-title.ts',
      'core/feed/dates/dates.ts',
      'core/feed/record/label.ts',
      'core/folded-text.ts',
    ],
  ],
])('%s in the files that are known, and nowhere else', (_, pattern, files) => {
  const users = SOURCES.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(users.sort()).toEqual([...files].sort());
});
