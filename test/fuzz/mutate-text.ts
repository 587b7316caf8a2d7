import Papa from 'papaparse';
import type {Random} from '../../fixtures/generator/random.ts';
import {guessDelimiter} from '../../src/import/guess-delimiter.ts';
import type {Mutation} from './mutate-bytes.ts';
import {below, pick} from './pick.ts';

type TextMutation = (text: string, random: Random) => string | null;

const huge = (random: Random) => pick(random, ['x', 'é', '漢', '" ', '\n']).repeat(2_200_000);

const anyText: Record<string, TextMutation> = {
  'line ends mixed': (text, random) =>
    text.replace(/\r?\n/g, () => pick(random, ['\n', '\r\n', '\r', '\r\r\n'])),
  'lines swapped': (text, random) => {
    const lines = text.split('\n');
    const [a, b] = [below(random, lines.length), below(random, lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return lines.join('\n');
  },
  'blank lines': (text, random) => text.replace(/\n/g, () => (random.chance(0.2) ? '\n\n' : '\n')),
  'digits changed': (text, random) =>
    text.replace(/\d/g, (digit) => (random.chance(0.05) ? String(below(random, 10)) : digit)),
  'blanks only': () => ' \n\t\r\n  ',
  'read in the wrong code page': (text) => Buffer.from(text, 'utf8').toString('latin1'),
};

/** On the cells of a table with a delimiter. */
type TableMutation = (rows: string[][], random: Random) => string[][];

const tables: Record<string, TableMutation> = {
  'header cells swapped': ([header = [], ...rows], random) => {
    const [a, b] = [below(random, header.length), below(random, header.length)];
    const copy = [...header];
    [copy[a], copy[b]] = [copy[b] ?? '', copy[a] ?? ''];
    return [copy, ...rows];
  },
  'header cell changed': ([header = [], ...rows], random) => {
    const copy = [...header];
    copy[below(random, copy.length)] = pick(random, ['', ' ', copy[0] ?? '', '"', "'; --", 'Ω']);
    return [copy, ...rows];
  },
  'column deleted': (rows, random) => {
    const at = below(random, rows[0]?.length ?? 1);
    return rows.map((row) => row.filter((_, index) => index !== at));
  },
  'header lost': ([, ...rows]) => rows,
  'rows lost': ([header = []]) => [header],
  'ragged rows': (rows, random) =>
    rows.map((row, index) => {
      if (index === 0 || !random.chance(0.3)) return row;
      return random.chance(0.5) ? row.slice(0, below(random, row.length + 1)) : [...row, 'more'];
    }),
  'cells changed': (rows, random) =>
    rows.map((row, index) =>
      row.map((cell) => (index > 0 && random.chance(0.05) ? pick(random, oddCells) : cell)),
    ),
  'cells moved': (rows, random) =>
    rows.map((row, index) => (index > 0 && random.chance(0.2) ? ['', ...row.slice(0, -1)] : row)),
  'a huge cell': (rows, random) => {
    const copy = rows.map((row) => [...row]);
    const row = pick(random, copy);
    if (row.length > 0) row[below(random, row.length)] = huge(random);
    return copy;
  },
  'rows repeated': (rows, random) => [...rows, ...rows.slice(1 + below(random, rows.length))],
  'a second header': (rows, random) => {
    const at = below(random, rows.length + 1);
    return [...rows.slice(0, at), rows[0] ?? [], ...rows.slice(at)];
  },
};

const oddCells = [
  ...['', ' ', 'NULL', 'null', 'NaN', '-', '0', '-1', '1e999', '99999999999999999999', '\u0001'],
  ...['0000-00-00 00:00:00', '9999-12-31 23:59:59', '2024-02-30', '31/12/2024', 'yesterday'],
  ...['true', '{"display_value": "x"', '[]', '=1+1', '\n', '"', 'a\u001fb', '\u202e', '😀'],
];

const json: Record<string, TextMutation> = {
  'JSON values changed': (text, random) =>
    rewritten(text, (value) => (random.chance(0.03) ? pick(random, oddValues) : value)),
  'JSON keys lost': (text, random) =>
    rewritten(text, (value) => (random.chance(0.05) ? undefined : value)),
  'JSON nested deeper': (text, random) =>
    rewritten(text, (value) => (random.chance(0.03) ? {value: [value]} : value)),
  'JSON keys odd': (text, random) =>
    text.replace(/"(\w+)":/g, (whole, name: string) =>
      random.chance(0.05) ? `${JSON.stringify(pick(random, [...oddKeys, `${name}.x`]))}:` : whole,
    ),
  'JSON far too deep': (text, random) => {
    const depth = pick(random, [100, 190, 300, 20_000]);
    return text.replace(/"[^"\\]*"(?=\s*[,}])/, `${'['.repeat(depth)}${']'.repeat(depth)}`);
  },
  'JSON as lines': (text) => {
    const value = parsed(text);
    return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join('\n') : null;
  },
  'JSON numbers odd': (text, random) =>
    text.replace(/:\s*\d+/g, (whole) =>
      random.chance(0.2)
        ? pick(random, [': 1e400', ': -0', ': 123456789012345678901234', ': NaN', ': 01'])
        : whole,
    ),
};

const oddValues = [
  null,
  true,
  -1,
  1e300,
  '',
  ' ',
  'x',
  [],
  {},
  [[]],
  [null],
  {a: {b: []}},
  '\u0000',
  '\ud800',
];
const oddKeys = ['', '*', '[]', '$', 'a.b', '"', "'", 'c0', 'json', '\u0000', '\ue000'];

const xml: Record<string, TextMutation> = {
  'XML entity': (text, random) =>
    inserted(text, random, ['&nbsp;', '&#0;', '&#x1F600;', '&amp', '&', '&#xD800;', '&lt;']),
  'XML document type': (text, random) =>
    text.replace(
      /(<\?xml[^>]*>)?/,
      (declaration) => `${declaration}${pick(random, documentTypes)}`,
    ),
  'XML tags odd': (text, random) =>
    inserted(text, random, [
      '<a>',
      '</a>',
      '<a/>',
      '<a b="1" b="2"/>',
      '<![CDATA[',
      '<?x',
      '<a:b/>',
    ]),
  'XML element lost': (text, random) => {
    const tags = [...text.matchAll(/<\/?[\w.:-]+[^>]*>/g)];
    const tag = tags.length > 0 ? pick(random, tags) : null;
    return tag && text.slice(0, tag.index) + text.slice(tag.index + tag[0].length);
  },
  'XML far too deep': (text) =>
    text.replace(/<\/[\w.:-]+>/, (end) => `${'<a>'.repeat(400)}${'</a>'.repeat(400)}${end}`),
  'XML declared otherwise': (text, random) =>
    text.replace(
      /encoding="[^"]*"/,
      `encoding="${pick(random, ['utf-16', 'latin1', 'x', 'utf-7'])}"`,
    ),
};

const documentTypes = [
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
  '<!DOCTYPE html>',
];

function inserted(text: string, random: Random, pieces: readonly string[]): string {
  const at = text.indexOf('>', below(random, text.length)) + 1;
  return text.slice(0, at) + pick(random, pieces) + text.slice(at);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rewritten(text: string, change: (value: unknown) => unknown): string | null {
  const value = parsed(text.replace(/^\ufeff/, ''));
  if (value === undefined) return null;
  return (
    JSON.stringify(value, (key, inner: unknown) => (key === '' ? inner : change(inner))) ?? null
  );
}

/** Every mutation of text for files that are text and of that form. */
export const textMutations: Record<string, Mutation> = {
  ...named(anyText, () => true),
  ...named(json, (text) => /^\s*[[{]/.test(text)),
  ...named(xml, (text) => /^\s*</.test(text)),
  ...named(
    Object.fromEntries(Object.entries(tables).map(([name, mutation]) => [name, onCells(mutation)])),
    (text) => !/^\s*[[{<]/.test(text),
  ),
  'UTF-16': (bytes, random) => {
    const text = plainText(bytes);
    if (text === null) return null;
    const little = Buffer.from(random.chance(0.5) ? `\ufeff${text}` : text, 'utf16le');
    return random.chance(0.5) || little.length % 2 === 1 ? little : little.swap16();
  },
  'latin-1': (bytes) => {
    const text = plainText(bytes);
    return text === null ? null : Buffer.from(text, 'latin1');
  },
};

function onCells(mutation: TableMutation): TextMutation {
  return (text, random) => {
    const delimiter = guessDelimiter(text);
    const {data} = Papa.parse<string[]>(text, {delimiter});
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    return Papa.unparse(mutation(data, random), {delimiter, newline});
  };
}

function named(
  mutations: Record<string, TextMutation>,
  isFor: (text: string) => boolean,
): Record<string, Mutation> {
  return Object.fromEntries(
    Object.entries(mutations).map(([name, mutate]): [string, Mutation] => [
      name,
      (bytes, random) => {
        const text = plainText(bytes);
        const mutated = text !== null && isFor(text) ? mutate(text, random) : null;
        return mutated === null ? null : Buffer.from(mutated);
      },
    ]),
  );
}

/** The text of UTF-8 bytes without zeros; null for anything else. */
export function plainText(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return null;
  }
}
