const longest = 60;

/** A text out of a file as part of a message of one line: no line ends, no control characters, not too long. */
export function shown(text: string): string {
  const even = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  const characters = [...even];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : even;
}
