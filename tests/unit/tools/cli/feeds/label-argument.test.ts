import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { labelArgument, labelChanges } from '../../../../../tools/cli/feeds/label-argument.ts';

/** What `feeds label` makes of a command line: the parts of the action, through commander as in the command. */
function partsOf(...line: string[]): readonly string[] {
  let parts: readonly string[] = [];
  const program = new Command('wireroom').exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
  const feeds = program.command('feeds');
  feeds
    .command('label <feed> [changes...]')
    .exitOverride()
    .option('--data <dir>')
    .helpOption('--help')
    .allowUnknownOption()
    .action((first: string, others: readonly string[]) => {
      parts = [first, ...others];
    });
  program.parse(['feeds', 'label', ...line], { from: 'user' });
  return parts;
}

describe('the command line of feeds label', () => {
  it.each<[string, string[], object]>([
    ['+a adds a label', ['F', '+a'], { feed: 'F', add: ['a'], remove: [] }],
    ['-b removes a label', ['F', '-b'], { feed: 'F', add: [], remove: ['b'] }],
    ['both may be mixed', ['F', '+a', '-b', '+c'], { feed: 'F', add: ['a', 'c'], remove: ['b'] }],
    ['-b may come first', ['-b', 'F', '+a'], { feed: 'F', add: ['a'], remove: ['b'] }],
    ['-h and -V remove labels', ['F', '-h', '-V'], { feed: 'F', add: [], remove: ['h', 'V'] }],
    ['-7 removes a label', ['F', '-7'], { feed: 'F', add: [], remove: ['7'] }],
    [
      'a label with spaces may be removed',
      ['F', '-Arts & Culture'],
      { feed: 'F', add: [], remove: ['Arts & Culture'] },
    ],
    ['an option may stand between', ['F', '-b', '--data', 'dir', '+a'], { feed: 'F', add: ['a'], remove: ['b'] }],
    ['what follows -- is read alike', ['F', '--', '-b'], { feed: 'F', add: [], remove: ['b'] }],
    [
      'an address may have both signs',
      ['https://a.example/+x-y', '+a'],
      { feed: 'https://a.example/+x-y', add: ['a'], remove: [] },
    ],
  ])('%s', (_, line, changes) => expect(labelChanges(partsOf(...line))).toEqual(changes));

  it.each<[string, string[], string | RegExp]>([
    ['no change', ['F'], /^Give one feed/],
    ['no feed', ['+a'], /^Give one feed/],
    ['two feeds', ['F', 'G', '+a'], /^Give one feed/],
    ['a mistyped option', ['F', '+a', '--stak', 'S'], "error: unknown option '--stak'"],
    ['a label that comes and goes', ['F', '+a', '-a'], "a can't be added and removed at once."],
    ['a sign alone', ['F', '+'], /^"" is no label\. A label has up to 64/],
  ])('%s is refused', (_, line, message) => expect(() => labelChanges(partsOf(...line))).toThrow(message));
});

describe('a label that a person types', () => {
  it('accents may be written apart', () => expect(labelArgument('Cafe\u0301')).toBe('Café'));

  it.each([
    ['a comma', 'a,b', '"a,b" is no label. Did you mean "a-b"?'],
    ['quotation marks', '"a"', '"\\"a\\"" is no label. Did you mean "a"?'],
    ['a control', 'a\u0007', '"a" is no label. Did you mean "a"?'],
    ['a sign that turns the direction of text', '\u202ea', '"a" is no label. Did you mean "a"?'],
    ['10,000 letters', 'x'.repeat(10_000), `"${'x'.repeat(79)}…" is no label. Did you mean "${'x'.repeat(55)}-`],
  ])('%s is refused, and a similar label is named', (_, raw, message) =>
    expect(() => labelArgument(raw)).toThrow(message),
  );
});
