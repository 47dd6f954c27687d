import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as errors from '../../../lambdas/core/errors.ts';
import { bundleFunction, functionNames } from '../../../lib/function-bundle.ts';
import { temporaryDirectory } from '../../../tools/local/machine/temporary-directory.ts';

describe('bundleFunction', () => {
  it.each(functionNames)('%s calls each class of errors by its own name, because logs show the names', (name) => {
    using directory = temporaryDirectory();
    bundleFunction(name, directory.path);
    const bundle = readFileSync(join(directory.path, 'index.js'), 'utf8');
    for (const error of Object.keys(errors)) {
      const names = new Set(bundle.match(new RegExp(`\\b${error}\\d*\\b`, 'g')));
      expect([...names].filter((found) => found !== error)).toEqual([]);
    }
  });

  it('a function has the names that stack traces show', () => {
    using directory = temporaryDirectory();
    bundleFunction('poll-feed', directory.path);
    expect(readFileSync(join(directory.path, 'index.js'), 'utf8')).toMatch(/\bfunction processFifoBatch\(/);
  });
});
