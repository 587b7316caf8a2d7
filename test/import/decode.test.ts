import {readFileSync} from 'node:fs';
import {gunzipSync, gzipSync} from 'node:zlib';
import {describe, expect, onTestFinished, test} from 'vitest';
import {decodeFile} from '../../src/import/decode.ts';
import {sniffCsv} from '../../src/import/sniff.ts';
import {testWorkspace} from './import-texts.ts';

const text = 'number,state\nINC1,“Résolu” – 5 €\n';
const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();
const cp1252 = Buffer.from('number,state\nINC1,\x93R\xe9solu\x94 \x96 5 \x80\n', 'latin1');

async function decoded(content: string | Buffer, name = 'a.csv') {
  const file = await decodeFile(testWorkspace().file(name, content));
  onTestFinished(() => file.release());
  const bytes = readFileSync(file.path);
  const whole = (file.isGzip ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  return {...file, whole};
}

test.each([
  ['UTF-8', text, 'utf-8'],
  ['UTF-8 with a byte-order mark', `\ufeff${text}`, 'utf-8'],
  ['UTF-16 little-endian', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 big-endian', swap(Buffer.from(`\ufeff${text}`, 'utf16le')), 'utf-16be'],
  ['windows-1252 with curly quotes, dash and euro', cp1252, 'windows-1252'],
  ['gzip of windows-1252', gzipSync(cp1252), 'windows-1252'],
  ['gzip without its extension', gzipSync(text), 'utf-8'],
])('%s is read as the same text', async (_name, content, encoding) => {
  const file = await decoded(content);
  expect(file.encoding).toBe(encoding);
  expect(file.whole).toBe(text);
  expect(file.head).toBe(text);
  await file.release();
});

test('UTF-16 without a byte-order mark is noticed', async () => {
  const plain = 'number,state\nINC1,New\n';
  expect(await decoded(Buffer.from(plain, 'utf16le'))).toMatchObject({
    encoding: 'utf-16le',
    whole: plain,
  });
  expect(await decoded(swap(Buffer.from(plain, 'utf16le')))).toMatchObject({
    encoding: 'utf-16be',
    whole: plain,
  });
});

test('an accent deep in a file of several megabytes decides its encoding', async () => {
  const rows = 'INC1,New\n'.repeat(300_000);
  expect(
    (await decoded(Buffer.from(`number,state\n${rows}INC2,R\xe9solu\n`, 'latin1'))).encoding,
  ).toBe('windows-1252');
  const utf8 = await decoded(`number,state\n${'é'.repeat(1_048_570)}\n${rows}`);
  expect(utf8.encoding).toBe('utf-8');
  expect(utf8.isHeadWhole).toBe(false);
});

test('UTF-8 stays where it is; the hash is of the bytes as given', async () => {
  const file = await decoded(gzipSync(text));
  expect(file.path).toBe(file.originalPath);
  expect(file.isGzip).toBe(true);
  expect(file.sha256).not.toBe((await decoded(text)).sha256);
});

test('a doubled carriage return is one line end', async () => {
  expect((await decoded('number,state\r\r\nINC1,New\r\r\n')).whole).toBe(
    'number,state\nINC1,New\n',
  );
});

describe('sniffing', () => {
  const sniffed = async (content: string) =>
    sniffCsv(await decodeFile(testWorkspace().file('a.csv', content)));

  test.each([',', ';', '\t', '|'])('the delimiter %j is found', async (delimiter) => {
    const lines = [
      ['a', 'b', 'c'],
      ['1', 'x y', ''],
      ['2', 'z', 'w'],
    ].map((row) => row.join(delimiter));
    expect(await sniffed(lines.join('\n'))).toMatchObject({
      delimiter,
      headers: ['a', 'b', 'c'],
      skipLines: 1,
    });
  });

  test('titles above the header are passed over', async () => {
    const found = await sniffed(
      'Incident report\nPrinted 1 May\n\nnumber,state,priority\nINC1,New,3\nINC2,New,4\n',
    );
    expect(found).toMatchObject({headers: ['number', 'state', 'priority'], skipLines: 4});
    expect(found.sampleRows).toHaveLength(2);
  });

  test('a header cell may hold a line break', async () => {
    const found = await sniffed('number,"Opened\nat",state\nINC1,x,New\n');
    expect(found).toMatchObject({headers: ['number', 'Opened\nat', 'state'], skipLines: 1});
  });
});

test('rows below a title, a blank line and a header with a line break land from the first on', async () => {
  const space = testWorkspace();
  const content =
    'Incident report\n\n"number","Opened\n","state"\nINC1,2026-03-14 10:00:00,New\nINC2,2026-03-15 10:00:00,New\n';
  const result = await space.import(space.file('b.csv', content), {timezone: 'UTC'});
  expect(result).toMatchObject({rowsRead: 2, rowsAccepted: 2});
});
