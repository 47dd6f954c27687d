/** Labels as a person types them. */
import { asLabel, isLabel, LABEL_RULE, MAX_LABELS } from '../../../lambdas/core/feed/record/label.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { clip } from '../output.ts';

/** Max characters of a label that a message repeats. */
const MAX_SHOWN = 80;

/** @throws {CliError} if the text is no label; the message says which label it could be */
export function labelArgument(raw: string): string {
  const label = raw.normalize('NFC');
  if (isLabel(label)) return label;
  const similar = asLabel(raw);
  const advice = similar === undefined ? '' : ` Did you mean ${JSON.stringify(similar)}?`;
  throw new CliError(`${JSON.stringify(clip(raw, MAX_SHOWN))} is no label.${advice} ${LABEL_RULE}`, EXIT.usage);
}

/** Collects the values of an option that may be repeated. */
export const collectLabels = (raw: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  labelArgument(raw),
];

/** @throws {CliError} */
export function checkNumber(labels: readonly string[]): void {
  if (labels.length > MAX_LABELS)
    throw new CliError(`A feed has at most ${MAX_LABELS} labels, and this would be ${labels.length}.`, EXIT.usage);
}

export interface LabelChanges {
  readonly feed: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Reads `FEED +label -label`, in any order. A feed begins with neither sign.
 * @throws {CliError} if a part is no label, or if there isn't one feed and at least one change
 */
export function labelChanges(parts: readonly string[]): LabelChanges {
  const option = parts.find((part) => part.startsWith('--'));
  if (option !== undefined) throw new CliError(`error: unknown option '${clip(option, MAX_SHOWN)}'`, EXIT.usage);
  const [feed, ...others] = parts.filter((part) => !/^[+-]/.test(part));
  const labelsAfter = (sign: string): string[] =>
    parts.filter((part) => part.startsWith(sign)).map((part) => labelArgument(part.slice(1)));
  const changes = { add: labelsAfter('+'), remove: labelsAfter('-') };
  if (feed === undefined || others.length > 0 || changes.add.length + changes.remove.length === 0)
    throw new CliError('Give one feed, and a + or - before each label, such as: feeds label FEED +a -b.', EXIT.usage);
  const both = changes.add.find((label) => changes.remove.includes(label));
  if (both === undefined) return { feed, ...changes };
  throw new CliError(`${both} can't be added and removed at once.`, EXIT.usage);
}
