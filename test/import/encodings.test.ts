import {describe, expect, test} from 'vitest';
import {encodingOf} from '../../src/import/encoding-scan.ts';
import {guessEncoding, legacyEncodings} from '../../src/import/legacy-encoding.ts';
import {tablesOf} from './open-tables.ts';
import {testWorkspace} from './import-texts.ts';
import {sentences} from './round-trip/sentences.ts';

/** A text in an encoding of one byte a letter. */
function encoded(text: string, encoding: string): Buffer {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte), {stream: true}), byte);
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}

const words = (text: string, encoding: string) => [
  ...new Set(
    encoded(text, encoding)
      .toString('latin1')
      .match(/[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*/g),
  ),
];

test.each(sentences)('%s is told to be %s', (_language, encoding, text) => {
  const guess = guessEncoding(words(text, encoding));
  const read = (name: string) =>
    new TextDecoder(name).decode(encoded(text, encoding), {stream: true});
  expect(guess && read(guess.encoding)).toBe(text);
});

test('bytes that are one in all encodings are the commonest', () => {
  expect(guessEncoding(['R\xe9solu', '\x93', '\x94', '\x96', '\x80'])).toEqual({
    encoding: 'windows-1252',
    rival: null,
  });
});

test('a lone letter leaves doubt, and the doubt names both readings', async () => {
  const file = Buffer.from('number,city\nINC1,\xe8asa\n', 'latin1');
  const [table] = await tablesOf(file);
  expect(table?.warnings.join()).toMatch(
    /Read as windows-125\d: “.asa”.*would be “.asa”.*--encoding/,
  );
  const [stated] = await tablesOf(file, {encoding: 'windows-1250'});
  expect(stated).toMatchObject({
    encoding: 'windows-1250',
    warnings: [],
    head: 'number,city\nINC1,časa\n',
  });
});

test('every encoding that is told apart exists', () => {
  for (const encoding of legacyEncodings) expect(encodingOf(encoding)).toBe(encoding);
  expect(encodingOf('nonsense')).toBeNull();
  expect(encodingOf('latin1')).toBe('windows-1252');
});

describe('rows land the same', () => {
  const header = 'number,short_description,state,priority,opened_at';
  const row = 'INC1,Tiskárna – „nefunguje“,New,3,2026-03-14 10:00:00';
  test.each([
    ['windows-1250', '\n'],
    ['utf-8', '\r\r\n'],
    ['utf-8', '\r'],
    ['utf-8', '\r\n'],
    ['utf-16le', '\r\n'],
  ])('from %s with line ends %j', async (encoding, end) => {
    const space = testWorkspace();
    const text = `${header}${end}${row}${end}${row.replace('INC1', 'INC2')}${end}`;
    const content =
      encoding === 'utf-8'
        ? Buffer.from(text)
        : encoding === 'utf-16le'
          ? Buffer.from(`\ufeff${text}`, 'utf16le')
          : encoded(text, encoding);
    const result = await space.import(space.file('x.csv', content), {timezone: 'UTC'});
    expect(result).toMatchObject({rowsRead: 2, rowsAccepted: 2, rowsRejected: 0});
    expect(await space.query("select title from record_version where number = 'INC2'")).toEqual([
      {title: 'Tiskárna – „nefunguje“'},
    ]);
  });
});
