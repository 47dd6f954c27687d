import { brotliCompressSync, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { conditional, editionAt, rss, validatorsOf } from './documents.ts';
import type { Finding, Scenario } from './scenario.ts';
import type { Visit } from './site.ts';

/**
 * Min share of conditional polls. One poll in a hundred is unconditional, because a 304 may be wrong; one in eight of a
 * silent feed.
 */
const MIN_CONDITIONAL_SHARE = 0.85;

const isConditional = ({ headers }: Visit): boolean =>
  headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;

/**
 * Checks that each later visit is conditional, and sends exactly the ETag and the Last-Modified of the last answers.
 */
function exactValidators(visits: readonly Visit[]): Finding {
  let etag: string | undefined;
  let lastModified: string | undefined;
  let conditionals = 0;
  let wrong = 0;
  for (const visit of visits) {
    const { headers, reply } = visit;
    const isExact = headers['if-none-match'] === etag && headers['if-modified-since'] === lastModified;
    if (isConditional(visit)) conditionals++;
    if (isConditional(visit) && !isExact) wrong++;
    if (reply.status !== 304) [etag, lastModified] = [undefined, undefined];
    etag = reply.headers?.['etag'] ?? etag;
    lastModified = reply.headers?.['last-modified'] ?? lastModified;
  }
  const possible = visits.length - 1;
  return {
    seen: `${conditionals} of ${possible}, ${wrong} inexact`,
    isKept: possible > 0 && conditionals >= MIN_CONDITIONAL_SHARE * possible && wrong === 0,
  };
}

const ENCODINGS = [
  ['gzip', gzipSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const;

export const conditionalRequests: readonly Scenario[] = [
  {
    rule: 'conditional requests',
    expected: 'validators byte for byte',
    answer: (question) => conditional(question, editionAt(question.at, 12)),
    judge: exactValidators,
  },
  {
    rule: 'a 304 with a new ETag',
    expected: 'replaces only the old ETag',
    answer: ({ headers, count }) =>
      headers['if-none-match'] === undefined
        ? { headers: { etag: `"${count}"`, 'last-modified': 'long ago' }, body: rss(1) }
        : { status: 304, headers: { etag: `"${count}"` } },
    judge: exactValidators,
  },
  {
    rule: 'new validators, same document',
    expected: 'replace the old ones',
    answer: ({ count }) => ({ headers: { etag: `"${count}"` }, body: rss(1) }),
    judge: exactValidators,
  },
  {
    rule: 'deltas (RFC 3229)',
    expected: 'A-IM: feed with each ETag',
    answer(question) {
      const edition = editionAt(question.at, 6);
      const { headers } = question;
      const reply = conditional(question, edition);
      const isDelta = reply.status !== 304 && headers['a-im'] === 'feed' && headers['if-none-match'] !== undefined;
      return isDelta ? { ...reply, status: 226, headers: { ...reply.headers, im: 'feed' } } : reply;
    },
    judge(visits) {
      const withEtag = visits.filter(({ headers }) => headers['if-none-match'] !== undefined);
      const asked = withEtag.filter(({ headers }) => headers['a-im'] === 'feed').length;
      const { isKept } = exactValidators(visits);
      return {
        seen: `${asked} of ${withEtag.length}, ${visits.filter(({ reply }) => reply.status === 226).length} answered`,
        isKept: isKept && withEtag.length > 0 && asked === withEtag.length,
      };
    },
  },
  {
    rule: 'compression',
    expected: 'accepted, and all four codings are read',
    answer({ at, count }) {
      const edition = editionAt(at, 4);
      const [name, encode] = ENCODINGS[count % ENCODINGS.length] ?? ENCODINGS[0];
      return { headers: { ...validatorsOf(edition), 'content-encoding': name }, body: encode(rss(edition)) };
    },
    // Exact validators show that the document was read: the poller keeps no validators of an unreadable document.
    judge(visits) {
      const asking = visits.filter(({ headers }) =>
        ENCODINGS.every(([name]) => String(headers['accept-encoding']).includes(name)),
      );
      const { seen, isKept } = exactValidators(visits);
      return {
        seen: `${asking.length} of ${visits.length} ask; ${seen}`,
        isKept: isKept && asking.length === visits.length,
      };
    },
  },
];
