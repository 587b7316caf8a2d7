import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {silentProgress} from '../../src/base/progress.ts';
import {archivedFile} from '../../src/import/archive.ts';
import {importFiles} from '../../src/import/import-files.ts';
import {reimport} from '../../src/import/reimport.ts';
import {inspectAll} from '../../src/import/inspect.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import {openZip} from '../../src/import/zip-archive.ts';
import {testWorkspace, type TestWorkspace} from './import-texts.ts';
import {zipOf} from './zip-of.ts';

const header = 'number,state,priority,opened_at';
const csv = (...numbers: number[]) =>
  `${header}\n${numbers.map((n) => `INC${n},New,3,2026-03-14 10:00:00\n`).join('')}`;
const effects = {
  log: {info() {}, warn() {}},
  progress: silentProgress,
  now: () => new Date('2026-11-21T12:00:00Z'),
};
const importZip = async (space: TestWorkspace, content: Buffer, name = 'export.zip') =>
  importFiles([space.file(name, content)], {workspace: space.workspace, timezone: 'UTC'}, effects);

test('each entry is a file of its own, kept by the hash of its bytes and read again from there', async () => {
  const space = testWorkspace();
  const content = await zipOf({
    'a/january.csv': csv(1, 2),
    'february.csv.gz': gzipSync(csv(3)),
    'read me.txt': 'Exported by somebody.\n',
    '__MACOSX/._january.csv': 'junk',
  });
  const imports = await importZip(space, content);
  expect(
    imports.map(({file, rowsAccepted}) => [file.split('/').slice(-2).join('/'), rowsAccepted]),
  ).toEqual([
    ['a/january.csv', 2],
    ['export.zip/february.csv.gz', 1],
  ]);
  expect(imports[0]?.warnings.join()).toMatch(/Not imported: .*read me\.txt/);
  const sha256 = createHash('sha256').update(csv(1, 2)).digest('hex');
  expect(existsSync(archivedFile(space.workspace.archiveDirectory, sha256))).toBe(true);
  expect(await space.query('select file_name, sha256 from import_log order by 1')).toMatchObject([
    {file_name: 'export.zip/a/january.csv', sha256},
    {file_name: 'export.zip/february.csv.gz'},
  ]);
  const again = await reimport({workspace: space.workspace}, effects);
  expect(again.map(({rowsAccepted}) => rowsAccepted)).toEqual([2, 1]);
  const repeated = await importZip(space, content, 'copy.zip');
  expect(repeated.map(({isRepeat}) => isRepeat)).toEqual([true, true]);
});

test('a zip file inside gzip is read', async () => {
  const imports = await importZip(
    testWorkspace(),
    gzipSync(await zipOf({'a.csv': csv(1)})),
    'x.gz',
  );
  expect(imports).toMatchObject([{rowsAccepted: 1}]);
});

describe('hostile archives are refused in one line, and nothing lands', () => {
  const refusal = async (content: Buffer) => {
    const space = testWorkspace();
    const error = await importZip(space, content).catch((e: unknown) => e);
    expect(error).toMatchObject({name: 'UserError', remedy: expect.stringMatching(/\.$/)});
    expect(await space.query('from import_log')).toEqual([]);
    expect((error as Error).message).not.toContain('\n');
    return (error as Error).message;
  };

  test('an entry of 64 MB of one letter', async () => {
    expect(await refusal(await zipOf({'a.csv': Buffer.alloc(64e6, 97)}))).toMatch(
      /unpacks to \d+ times its size in a\.csv/,
    );
  });

  test('gzip of 200 MB of one letter', async () => {
    expect(await refusal(gzipSync(Buffer.alloc(200e6, 97)))).toMatch(/more than 400 times/);
  });

  test('an entry that is larger than it says', async () => {
    const content = await zipOf({'a.csv': csv(...Array.from({length: 2000}, (_, n) => n))});
    // The size in the central directory, 24 bytes after its signature.
    const at = content.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    content.writeUInt32LE(100, at + 24);
    expect(await refusal(content)).toMatch(/damaged or cut-off zip file: too many bytes/);
  });

  test('paths that lead out of the folder', async () => {
    const content = await zipOf({'aa/evil.csv': csv(1)});
    const evil = Buffer.from(
      content.toString('latin1').replaceAll('aa/evil.csv', '../evil.csv'),
      'latin1',
    );
    expect(await refusal(evil)).toMatch(/damaged/);
  });

  test('a zip file in a zip file, and one without files', async () => {
    expect(await refusal(await zipOf({'b.zip': await zipOf({'a.csv': csv(1)})}))).toMatch(
      /zip file inside a zip file/,
    );
    expect(await refusal(await zipOf({}))).toMatch(/without any file/);
  });

  test('one cut off, one with none of the kinds that are read', async () => {
    const whole = await zipOf({'a.csv': csv(1, 2, 3)});
    expect(await refusal(whole.subarray(0, whole.length - 30))).toMatch(/damaged or cut-off/);
    expect(await refusal(await zipOf({'a.pdf': '%PDF-1.4', 'b.pdf': '%PDF-1.4'}))).toMatch(
      /none of its 2 files.*is a PDF/,
    );
  });

  test('more entries, bytes or growth than its limits', async () => {
    const path = testWorkspace().file('x.zip', await zipOf({'a.csv': csv(1), 'b.csv': csv(2)}));
    const limits = {entries: 10, bytes: 1e6, ratio: 10};
    await expect(openZip(path, 'x.zip', {...limits, entries: 1})).rejects.toThrow(/2 entries/);
    await expect(openZip(path, 'x.zip', {...limits, bytes: 60})).rejects.toThrow(/more than/);
    (await openZip(path, 'x.zip', limits)).close();
  });
});

test('inspect looks into each entry, and says which are no exports', async () => {
  const content = await zipOf({'a.csv': csv(1, 2), 'words.txt': 'just words\n', 'b.csv': csv(3)});
  const file = testWorkspace().file('export.zip', content);
  const found = await inspectAll(file, {connectors: await loadConnectors()});
  expect(found.map(({rowCount}) => rowCount)).toEqual([2, 1]);
  expect(found[0]?.warnings.join()).toMatch(/Not read: .*words\.txt has no header row/);
});
