import {InvalidArgumentError} from 'commander';

/** For an option that may be repeated. */
export function added(text: string, before: string[]): string[] {
  return [...before, text];
}

/** Reads an option that counts, from 0. */
export function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a whole number.');
}

/** Reads an option that is one of some words. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((each) => each === text);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`Use one of: ${words.join(', ')}.`);
  };
}
