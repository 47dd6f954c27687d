export interface UpdateExpression {
  readonly expression: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

/** Sets each attribute that has a value, and removes each that is undefined. */
export function updateExpression(attributes: Readonly<Record<string, unknown>>): UpdateExpression {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const set: string[] = [];
  const remove: string[] = [];
  Object.entries(attributes).forEach(([name, value], index) => {
    names[`#u${index}`] = name;
    if (value === undefined) remove.push(`#u${index}`);
    else {
      values[`:u${index}`] = value;
      set.push(`#u${index} = :u${index}`);
    }
  });
  const clauses = [
    set.length > 0 ? `SET ${set.join(', ')}` : '',
    remove.length > 0 ? `REMOVE ${remove.join(', ')}` : '',
  ];
  return { expression: clauses.filter(Boolean).join(' '), names, values };
}
