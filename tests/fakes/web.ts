import type { Fetcher, FetchOutcome, FetchRequest } from '../../lambdas/core/web/fetcher.ts';

export type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string };

/**
 * A web of fixed answers by URL. Hosts have no robots.txt unless an answer is given; other unknown URLs don't resolve.
 * `requests` lists all requests except those for a missing robots.txt.
 */
export function fakeWeb(answers: Record<string, Answer | FetchOutcome>): { fetch: Fetcher; requests: FetchRequest[] } {
  const requests: FetchRequest[] = [];
  return {
    requests,
    async fetch(request) {
      const answer = answers[request.url];
      if (answer === undefined && request.url.endsWith('/robots.txt'))
        return { kind: 'response', status: 404, url: request.url, headers: {}, body: new Uint8Array() };
      requests.push(request);
      if (answer === undefined) return { kind: 'failed', reason: 'dns', detail: 'no such host' };
      if ('kind' in answer) return answer;
      const { status = 200, headers = {}, body = '' } = answer;
      return { kind: 'response', status, url: request.url, headers, body: Buffer.from(body) };
    },
  };
}
