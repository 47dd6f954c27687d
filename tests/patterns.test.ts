/** Over what comes from outside, every pattern is linear: the patterns of the functions, and of the libraries in them. */
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunction, functionNames } from '../lib/function-bundle.ts';
import { attacksOn, grown } from './patterns/attacks.ts';
import { matcherOf } from './patterns/count-steps.ts';
import { EXCEPTIONS, MADE_LATER } from './patterns/exceptions.ts';
import { findPatterns } from './patterns/find-patterns.ts';
import { growthOf } from './patterns/growth.ts';

/** Each pattern of the bundles with the files that hold it. */
const found = new Map<string, { pattern: RegExp; files: Set<string> }>();
const madeLater = new Set<string>();
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'wireroom-patterns-'));
  for (const name of functionNames) bundleFunction(name, join(directory, name));
  for (const file of globSync('**/*.js', { cwd: directory })) {
    const { patterns, madeLater: later } = findPatterns(join(directory, file));
    for (const pattern of patterns) {
      const known = found.get(String(pattern)) ?? { pattern, files: new Set() };
      found.set(String(pattern), { pattern, files: known.files.add(file) });
    }
    for (const source of later) madeLater.add(source);
  }
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the patterns of the bundles', () => {
  it('are found: literals, patterns of constant strings, and patterns that are put together at the start', () => {
    expect(found.size).toBeGreaterThan(300);
    expect([...found.keys()]).toContain('/<[a-z][^<>]*>/gi');
    expect([...found.keys()].filter((source) => source.startsWith(String.raw`/\s(?:href|src|`))).toHaveLength(1);
  });

  it('are known before a function runs, except those that are listed with a reason', () => {
    expect([...madeLater].sort()).toEqual([...MADE_LATER.keys()].sort());
  });

  it('take no more than linear work, except those that are listed with a reason', { timeout: 180_000 }, () => {
    const growing = [...found.values()].flatMap(({ pattern, files }) => {
      const growth = growthOf(pattern);
      return growth === undefined ? [] : { pattern: String(pattern), files: [...files], growth };
    });
    const excepted = EXCEPTIONS.flatMap(({ patterns }) => patterns);
    const isExcepted = (pattern: string, exception: string): boolean =>
      exception.endsWith('…') ? pattern.startsWith(exception.slice(0, -1)) : pattern === exception;
    const listed = ({ pattern }: { pattern: string }): boolean => excepted.some((each) => isExcepted(pattern, each));
    expect(growing.filter((each) => !listed(each))).toEqual([]);
    expect(excepted.filter((each) => !growing.some(({ pattern }) => isExcepted(pattern, each)))).toEqual([]);
  });
});

describe('a pattern', () => {
  it.each<[why: string, RegExp]>([
    ['a repeat within a repeat', /^(?:a+)+$/],
    ['two ways to read the same', /^(?:\d+(?:x\d+)?)*!$/],
    ['two ways to read the same within an alternative', /^(?:a|\w)*-$/],
    ['two repeats of the same after one another', /^\s*\s*x/],
    ['two repeats of the same around something that may be missing', /=\s*["']?\s*y/],
    ['two repeats of the same with a lookahead between', /^\s*(?=[\s\S])\s*x/],
    ['a repeat that is tried from each of its characters', /\s+$/],
    ['a start that comes again and again, and no end', /<!--[\s\S]*?-->/g],
    ['a start that comes again and again, with a repeat of its own', /<[a-z][^>]*\/>/gi],
    ['a lookahead to the end from each character', /a(?=.*b)/g],
    ['a lookbehind to the start from each character', /(?<=^[^b]*)c|(?<=b[^b]*)x/g],
    ['a reference to what a group has read', /(a+)-?\1$/],
    ['a counted repeat that is as good as endless', /(?:a{0,100000})b/],
    ['a name, then any letters, then its end', /pub(?:l\w*)?[-_.]?(?:date|time)$/],
  ])('takes more than linear work if it has %s', (_, pattern) => {
    expect(growthOf(pattern)).toBeDefined();
  });

  it.each<[why: string, RegExp]>([
    ['one repeat to the end', /^\s+$/],
    ['a repeat that stops where it begins anew', /<[a-z][^<>]*>/gi],
    ['a repeat with an end of its own', /"(?:[^"\\]|\\.)*"?/g],
    ['a bounded repeat', /\s{0,20}x/],
    ['two bounded repeats', /<meta[^>]{0,200}?charset=["']([\w-]{1,40})/],
    ['a repeat that is sticky', /\s+$/y],
  ])('takes linear work if it has %s', (_, pattern) => {
    expect(growthOf(pattern)).toBeUndefined();
  });

  it('is matched by the counting matcher as by JavaScript', { timeout: 60_000 }, () => {
    const differing = [...found.values()].flatMap(({ pattern }) => {
      const matcher = matcherOf(pattern);
      const global = new RegExp(pattern, [...new Set(`${pattern.flags}g`)].join(''));
      return attacksOn(pattern)
        .filter((_, index) => index % 40 === 0)
        .map((attack) => grown(attack, 4))
        .filter((text) => {
          const counted = matcher.scan(text, 1_000_000);
          const expected = [...text.matchAll(global)].map(([match]) => match);
          return counted !== undefined && JSON.stringify(counted.matches) !== JSON.stringify(expected);
        })
        .map((text) => ({ pattern: String(pattern), text }));
    });
    expect(differing).toEqual([]);
  });
});
