import {UserError} from '../base/user-error.ts';

const longestValue = 500;
const mostValues = 100;

/** The parameters of one request, each name known and each value of sane length. */
export interface Query {
  /** The only value of a parameter, or null where it is absent or empty. */
  one(name: string): string | null;
  /** All values of a parameter that may be repeated. */
  many(name: string): string[];
}

export interface AllowedParameters {
  single: readonly string[];
  repeated?: readonly string[];
}

/**
 * Reads the part of an address after `?`.
 * @throws UserError for a name that isn't allowed, a repeated single one, or a value that is too long
 */
export function readQuery(url: string, {single, repeated = []}: AllowedParameters): Query {
  const parameters = new URLSearchParams(search(url));
  for (const name of new Set(parameters.keys())) {
    if (!single.includes(name) && !repeated.includes(name))
      throw unknownName(name, [...single, ...repeated]);
    const values = parameters.getAll(name);
    if (values.length > (repeated.includes(name) ? mostValues : 1))
      throw tooMany(name, values.length);
    for (const value of values) checkValue(name, value);
  }
  return {
    one: (name) => parameters.get(name) || null,
    many: (name) => parameters.getAll(name),
  };
}

/** Those of the named parameters that say something. */
export function choicesOf(query: Query, names: readonly string[]): Record<string, string> {
  const said = names.map((name): [string, string | null] => [name, query.one(name)]);
  return Object.fromEntries(said.filter((pair): pair is [string, string] => pair[1] !== null));
}

function search(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start + 1);
}

function unknownName(name: string, known: readonly string[]): UserError {
  return new UserError(
    `There is no parameter "${shortened(name)}" here.`,
    known.length === 0 ? 'Leave it out.' : `Use: ${known.join(', ')}.`,
  );
}

function tooMany(name: string, count: number): UserError {
  return new UserError(
    `The parameter "${name}" is given ${count} times.`,
    `Give it ${mostValues} times at most where several values make sense, otherwise once.`,
  );
}

function checkValue(name: string, value: string): void {
  if (value.length > longestValue) {
    throw new UserError(
      `The value of "${name}" has ${value.length} characters.`,
      `At most ${longestValue} are read.`,
    );
  }
  // Browsers and tools never send these; they only serve to confuse logs and files.
  if (/\p{Cc}/u.test(value)) {
    throw new UserError(`The value of "${name}" has control characters in it.`, 'Remove them.');
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
