/** A plugin of Stryker: lets the mutants of the sample pass, and sorts the others out before a test is run. */
import { type Checker, type CheckResult, CheckStatus } from '@stryker-mutator/api/check';
import type { Mutant } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { keyOf } from './mutant-sample.ts';

/** The environment variable that holds the sample's keys as a JSON list: Stryker runs its plugins in processes of their own. */
export const SAMPLE_VARIABLE = 'WIREROOM_MUTANT_SAMPLE';

class SampleChecker implements Checker {
  readonly #sample = new Set<string>(JSON.parse(process.env[SAMPLE_VARIABLE] ?? '[]'));

  async init(): Promise<void> {}

  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#resultOf(mutant)]));
  }

  #resultOf(mutant: Mutant): CheckResult {
    return this.#sample.has(keyOf(mutant))
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: 'It is not in the sample.' };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
