/** Something in the file that is well written but can't be meant, with its place. */
export interface ConfigProblem {
  path: (string | number)[];
  message: string;
}

/** The problem of two local days in the wrong order, or none; null is unbounded. */
export function orderProblem(
  path: ConfigProblem['path'],
  from: string | null,
  until: string | null,
): ConfigProblem[] {
  if (from === null || until === null || from <= until) return [];
  return [{path, message: `${from} is after ${until}. Swap the two days.`}];
}

/** A name that isn't among those there are. */
export function unknownName(
  path: ConfigProblem['path'],
  {kind, name, names}: {kind: string; name: string; names: readonly string[]},
): ConfigProblem {
  return {path, message: `There is no ${kind} "${name}". Use one of: ${names.join(', ')}.`};
}
