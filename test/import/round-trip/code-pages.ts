/** Text encodings by the names that exports are known under. */
export const codePages = [
  ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254'],
  ...['windows-1255', 'windows-1256', 'windows-1257', 'windows-1258'],
  ...['iso-8859-1', 'iso-8859-2', 'iso-8859-15'],
];

const tables = new Map<string, Map<string, number>>();

/** Byte by character; `stream` keeps Node's windows-1252 decoder from its shortcut. */
function tableOf(encoding: string): Map<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte), {stream: true}), byte);
  tables.set(encoding, table);
  return table;
}

/** What a code page has beyond ASCII, without control characters. */
export function lettersOf(encoding: string): string[] {
  const isLetter = (character: string) => /[^\x00-\x7f\u0080-\u009f\ufffd\s]/.test(character);
  return [...tableOf(encoding).keys()].filter(isLetter);
}

/** Letters of many scripts, joined and wide ones too, for encodings that have all. */
export const unicodeLetters = [
  ...['é', 'ß', 'Ł', 'İ', 'ı', 'Ω', 'Ж', 'ע', 'م', 'ไ', '漢', 'か', '한'],
  ...['😀', '👩‍👩‍👧', '🇳🇱', 'e\u0301', '𝒳', '“', '”', '€', '…', '\u00a0x', 'x\u2028y', '\u200b'],
];

/** @throws Error for a character that the encoding lacks */
export function encodeText(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Buffer.from(
    [...text].map((character) => {
      const byte = table.get(character);
      if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
      return byte;
    }),
  );
}
