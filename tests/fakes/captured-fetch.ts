import { onTestFinished, vi } from 'vitest';

export interface CapturedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Replaces the global `fetch` until the test ends. It records requests, and answers with this status and body. */
export function capturedFetch(status: number, body = ''): CapturedRequest[] {
  const requests: CapturedRequest[] = [];
  vi.stubGlobal('fetch', async (input: Request) => {
    const { method, url, headers } = input;
    requests.push({ method, url, headers: Object.fromEntries(headers), body: await input.text() });
    return new Response(body, { status });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return requests;
}
