import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Resource } from './parts/resource.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent if the response must not have a body (304). The server drops the body of a HEAD request's answer. */
  readonly body?: Buffer;
}

/** Answers a GET or HEAD request for a resource: conditional requests, content coding, headers. */
export function respond(resource: Resource, requested: IncomingHttpHeaders): Reply {
  if (resource.authorization !== undefined && requested.authorization !== resource.authorization)
    return askForPassword();
  const varies = { vary: 'Accept-Encoding' };
  const validators = validatorsOf(resource);
  if (validators && isUnchanged(validators, requested)) return { status: 304, headers: { ...validators, ...varies } };

  const gzipped = acceptsGzip(requested['accept-encoding']);
  const body = gzipped ? gzipSync(resource.body) : resource.body;
  return {
    status: resource.status,
    headers: {
      'content-type': resource.contentType,
      'content-length': String(body.length),
      ...(gzipped && { 'content-encoding': 'gzip' }),
      ...(resource.location && { location: resource.location }),
      ...validators,
      ...varies,
    },
    body,
  };
}

/** The answer to every method except GET and HEAD (RFC 9110, 15.5.6). */
export function refuseMethod(): Reply {
  return { status: 405, headers: { allow: 'GET, HEAD', 'content-length': '0' }, body: Buffer.alloc(0) };
}

/** The answer to somebody without a subscription (RFC 9110, 15.5.2). */
const askForPassword = (): Reply => ({
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="subscribers", charset="UTF-8"', 'content-length': '0' },
  body: Buffer.alloc(0),
});

type Validators = { readonly etag: string; readonly 'last-modified': string };

/** Returns the validators. The ETag is weak, because the plain and the compressed body share it (RFC 9110, 8.8.1). */
function validatorsOf({ lastModified, body }: Resource): Validators | undefined {
  if (!lastModified) return undefined;
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { etag: `W/"${hash}"`, 'last-modified': lastModified.toUTCString() };
}

/** Compares ETags weakly; the date counts only if the request has no ETag (RFC 9110, 13.1.2, 13.1.3 and 13.2.2). */
function isUnchanged(validators: Validators, requested: IncomingHttpHeaders): boolean {
  const tags = requested['if-none-match'];
  if (tags !== undefined) {
    const opaque = (tag: string) => tag.replace(/^W\//, '');
    return tags.trim() === '*' || tags.split(',').some((tag) => opaque(tag.trim()) === opaque(validators.etag));
  }
  const since = Date.parse(requested['if-modified-since'] ?? '');
  return Date.parse(validators['last-modified']) <= since;
}

/** Whether gzip is named, or covered by `*`, with a weight above zero (RFC 9110, 12.5.3). */
function acceptsGzip(acceptEncoding: string | string[] | undefined): boolean {
  const weights = new Map(
    String(acceptEncoding ?? '')
      .toLowerCase()
      .split(',')
      .map((coding) => {
        const [name = '', weight] = coding.split(';').map((part) => part.trim());
        return [name, weight?.startsWith('q=') ? Number(weight.slice(2)) : 1] as const;
      }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
