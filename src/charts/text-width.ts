/** Advance widths of Inter's ASCII from space on, in hundredths of the font size (400, digits tabular). */
const asciiWidths =
  '28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 65 65 65 65 65 65 65 65 65 65 29 30 66 66 66 51 ' +
  '97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46 ' +
  '32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66';
const widths = asciiWidths.split(' ').map(Number);
const otherWidths = new Map([
  ['\u202f', 15],
  ['\u00a0', 28],
  ['–', 50],
  ['…', 90],
]);
/** Beyond ASCII: Latin letters are as wide as these, other scripts wider. */
const latinWidth = 65;
const wideWidth = 100;
const boldFactor = 1.05;

/**
 * Width in pixels of one line of Inter. Charts are laid out where nothing can be measured (server,
 * packs), and must come out the same everywhere.
 */
export function textWidth(text: string, fontSize: number, {isBold = false} = {}): number {
  let hundredths = 0;
  for (const character of text) hundredths += characterWidth(character);
  return (hundredths / 100) * fontSize * (isBold ? boldFactor : 1);
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const known = widths[code - 32] ?? otherWidths.get(character);
  if (known != null) return known;
  return code < 0x0590 ? latinWidth : wideWidth;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text in as few lines as fit; at most three, the last one cut where there is more. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    const isRoom = lines.length > 0 && textWidth(longer, fontSize) <= width;
    if (isRoom || lines.length === mostLines) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, width, fontSize));
}

const mostLines = 3;
