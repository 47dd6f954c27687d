import { describe, expect, it } from 'vitest';
import { DocumentBase } from '../../../../lambdas/core/web/document-base.ts';

const LONG = `https://harbour.example/${'d/'.repeat(1_000)}`;
const spend = (base: DocumentBase, times: number): void => {
  for (let n = 0; n < times; n++) base.resolve('b');
};

describe('a document’s base', () => {
  const base = DocumentBase.of('https://harbour.example/news/');
  it.each<[string, string | undefined, string | undefined]>([
    ['resolves a relative address', '../1', 'https://harbour.example/1'],
    ['keeps an absolute address', 'http://a.example/1', 'http://a.example/1'],
    ['has no address for another scheme', 'mailto:a@harbour.example', undefined],
    ['has no address for text that can’t be read', 'https://[', undefined],
    ['has no address for nothing', undefined, undefined],
    ['has no address for a host that DNS can’t name', `https://${'a'.repeat(64)}.example/`, undefined],
  ])('%s', (_, raw, expected) => {
    expect(base.absolute(raw)).toBe(expected);
  });

  it('resolves other schemes on request', () => {
    expect(base.resolve('mailto:a@harbour.example')).toBe('mailto:a@harbour.example');
  });

  it('sets a base within it, unless that is longer than an address may be', () => {
    expect(base.within('1/')?.absolute('2')).toBe('https://harbour.example/news/1/2');
    expect(base.within('x'.repeat(5_000))).toBeUndefined();
    expect(base.within('https://[')).toBeUndefined();
  });
});

describe('what resolving adds to a document', () => {
  it('is a million characters at most, and then only absolute addresses are read', () => {
    const base = DocumentBase.of(LONG);
    spend(base, 400);
    expect(base.isSpent).toBe(false);
    spend(base, 200);
    expect(base.isSpent).toBe(true);
    expect(base.absolute('b')).toBeUndefined();
    expect(base.absolute('https:b/c')).toBe('https://b/c');
    expect(base.absolute('https://a.example/1')).toBe('https://a.example/1');
  });

  it('is as much as a longer document has', () => {
    const base = DocumentBase.of(LONG, 5_000_000);
    spend(base, 2_000);
    expect(base.isSpent).toBe(false);
  });

  it('counts for all bases of the document together', () => {
    const base = DocumentBase.of('https://harbour.example/');
    const inner = base.within(LONG);
    spend(inner ?? base, 600);
    expect(base.isSpent).toBe(true);
    expect(base.at(LONG).isSpent).toBe(true);
  });

  it('doesn’t grow by absolute addresses', () => {
    const base = DocumentBase.of(LONG);
    for (let n = 0; n < 1_000; n++) base.resolve(LONG);
    expect(base.isSpent).toBe(false);
  });
});
