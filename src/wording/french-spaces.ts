import type {Wordings} from './language.ts';

/**
 * Wordings as French sets them: a no-break space before `:` and inside « », a narrow one before `; ! ? %`.
 * In the files of wordings they are plain, so that they can be read and typed.
 */
export function withFrenchSpaces(wordings: Wordings): Wordings {
  return Object.fromEntries(
    Object.entries(wordings).map(([key, wording]) => [key, frenchSpaces(wording)]),
  );
}

export function frenchSpaces(text: string): string {
  return text
    .replace(/ :/g, '\u00a0:')
    .replace(/ ([;!?%])/g, '\u202f$1')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»');
}
