import { describe, expect, it } from 'vitest';
import { bodiesFromEnvironment } from '../../../../lambdas/adapters/s3/bodies.ts';
import { capturedFetch } from '../../../fakes/captured-fetch.ts';

const LAMBDA = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

describe('the Bodies bucket', () => {
  it('a put is one signed PUT of the text to the bucket’s host', async () => {
    const requests = capturedFetch(200);
    await bodiesFromEnvironment('bodies', LAMBDA).put('articles/a b/ö?.txt', 'Wörter');
    expect(requests).toMatchObject([
      {
        method: 'PUT',
        url: 'https://bodies.s3.eu-west-1.amazonaws.com/articles/a%20b/%C3%B6%3F.txt',
        body: 'Wörter',
        headers: {
          authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\/\d+\/eu-west-1\/s3\/aws4_request/),
        },
      },
    ]);
  });

  it('a get is one GET, and returns the text', async () => {
    const requests = capturedFetch(200, 'Wörter');
    expect(await bodiesFromEnvironment('bodies', LAMBDA).get('articles/1.txt')).toBe('Wörter');
    expect(requests).toMatchObject([
      { method: 'GET', url: 'https://bodies.s3.eu-west-1.amazonaws.com/articles/1.txt', body: '' },
    ]);
  });

  it.each([
    ['AWS_ENDPOINT_URL_S3', { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1', AWS_ENDPOINT_URL: 'http://127.0.0.1:2' }, 1],
    ['AWS_ENDPOINT_URL', { AWS_ENDPOINT_URL: 'http://127.0.0.1:2' }, 2],
  ])('a request goes to %s if that is set, with the bucket in the path', async (_, endpoints, port) => {
    const requests = capturedFetch(200);
    await bodiesFromEnvironment('bodies', { ...LAMBDA, ...endpoints }).put('1.txt', '');
    expect(requests).toMatchObject([{ url: `http://127.0.0.1:${port}/bodies/1.txt` }]);
  });

  it('a get of an unknown key is an error that names the key', async () => {
    capturedFetch(404);
    const store = bodiesFromEnvironment('bodies', LAMBDA);
    await expect(store.get('articles/1.txt')).rejects.toThrow('S3 answered 404 to GET articles/1.txt of bodies.');
  });

  it('a put that S3 refuses is an error', async () => {
    capturedFetch(403);
    const store = bodiesFromEnvironment('bodies', LAMBDA);
    await expect(store.put('1.txt', 'x')).rejects.toThrow('S3 answered 403 to PUT 1.txt of bodies.');
  });
});
