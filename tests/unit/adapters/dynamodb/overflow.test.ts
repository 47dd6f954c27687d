import { describe, expect, it } from 'vitest';
import { overflow } from '../../../../lambdas/adapters/dynamodb/overflow.ts';
import { article } from '../../../fakes/article.ts';

/** Moves the bodies of an article with this text and HTML. */
async function moved(text: string, html?: string) {
  const put: [string, string][] = [];
  const bodies = { put: async (key: string, body: string) => void put.push([key, body]), get: async () => '' };
  const { html: _, ...content } = article({ text, contentHash: 'hash' });
  const original = html === undefined ? content : { ...content, html };
  return { original, fitting: await overflow('article-1', original, bodies), put };
}

describe('bodies of an article', () => {
  it('a text of 50,000 bytes and HTML of 30,000 bytes stay in the item', async () => {
    const { original, fitting, put } = await moved('ö'.repeat(25_000), 'x'.repeat(30_000));
    expect(fitting).toEqual(original);
    expect(put).toEqual([]);
  });

  it('a text that is larger goes to the bucket, and its key to the item', async () => {
    const text = `${'ö'.repeat(25_000)}x`;
    const { original, fitting, put } = await moved(text, 'x'.repeat(30_000));
    const { text: _, ...rest } = original;
    expect(fitting).toStrictEqual({ ...rest, textKey: 'articles/article-1/hash.txt' });
    expect(put).toEqual([['articles/article-1/hash.txt', text]]);
  });

  it('HTML that is larger goes to the bucket, and its key to the item', async () => {
    const html = 'x'.repeat(30_001);
    const { original, fitting, put } = await moved('short', html);
    const { html: _, ...rest } = original as typeof original & { html: string };
    expect(fitting).toStrictEqual({ ...rest, htmlKey: 'articles/article-1/hash.html' });
    expect(put).toEqual([['articles/article-1/hash.html', html]]);
  });

  it('HTML goes to the bucket if media and keywords leave it too little room', async () => {
    const put: string[] = [];
    const bodies = { put: async (key: string) => void put.push(key), get: async () => '' };
    const html = 'x'.repeat(29_000);
    const media = [{ url: 'https://harbour.example/a.mp3', kind: 'audio' as const, title: 'y'.repeat(500) }];
    const keywords = Array.from({ length: 5 }, () => 'z'.repeat(100));
    const fits = await overflow('article-1', article({ html, media }), bodies);
    expect(fits).toHaveProperty('html', html);
    const full = await overflow('article-1', article({ html, media, keywords }), bodies);
    expect(full).not.toHaveProperty('html');
    expect(put).toEqual(['articles/article-1/hash-1.html']);
  });

  it('both bodies go to the bucket if both are too large', async () => {
    const { fitting, put } = await moved('x'.repeat(50_001), 'x'.repeat(30_001));
    expect(fitting).toMatchObject({
      textKey: 'articles/article-1/hash.txt',
      htmlKey: 'articles/article-1/hash.html',
    });
    expect(put).toHaveLength(2);
  });

  it('an article without HTML has none in the bucket', async () => {
    const { fitting, put } = await moved('x'.repeat(50_001));
    expect(fitting).not.toHaveProperty('htmlKey');
    expect(put).toHaveLength(1);
  });

  it('the original keeps its bodies', async () => {
    const { original } = await moved('x'.repeat(50_001));
    expect(original.text).toHaveLength(50_001);
  });
});
