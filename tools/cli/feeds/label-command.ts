/** `feeds label`: adds labels to a feed and removes labels from it. */
import type { Command } from 'commander';
import { CliError, EXIT } from '../cli-error.ts';
import { type Target, withDeployment } from '../deployment.ts';
import { print } from '../output.ts';
import { registryOf } from '../registry-of.ts';
import { findFeed } from './find-feed.ts';
import { checkNumber, labelChanges } from './label-argument.ts';

type Options = Target & { readonly json?: boolean };

/** A label that is removed looks like an option, such as `-h`; so this command has no short options, and takes unknown ones. */
export const addLabelCommand = (command: Command): Command =>
  command
    .helpOption('--help', 'display help for command')
    .allowUnknownOption()
    .action((first: string, others: readonly string[], options: Options) => labelFeed([first, ...others], options));

async function labelFeed(parts: readonly string[], options: Options): Promise<void> {
  const { feed: name, add, remove } = labelChanges(parts);
  await withDeployment(options, async (deployment) => {
    const registry = registryOf(deployment);
    const { feedId } = await findFeed(registry, name);
    const labels = await registry.label(feedId, add, remove);
    if (labels === undefined) throw new CliError(`${name} was removed meanwhile.`, EXIT.notFound);
    checkNumber(labels);
    print(options.json, { feedId, labels }, () =>
      labels.length === 0 ? `${name} has no labels.` : `${name} has the labels ${labels.join(', ')}.`,
    );
  });
}
