import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import ts from 'typescript';
import {beforeAll, expect, inject, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import type {runInWorker as RunInWorker} from '../../src/import/run-in-worker.ts';
import {zipOf} from './zip-of.ts';

/**
 * Threads start from JavaScript alone, so the folders they need are compiled as the build would, beside a link
 * to the packages.
 */
const root = join(inject('runDirectory'), 'worker');
let runInWorker: typeof RunInWorker;

beforeAll(async () => {
  for (const folder of ['base', 'import']) compileFolder(folder);
  symlinkSync(packagePath('node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"name": "meantime", "type": "module"}');
  const path = join(root, 'src', 'import', 'run-in-worker.js');
  ({runInWorker} = (await import(pathToFileURL(path).href)) as {runInWorker: typeof RunInWorker});
});

function compileFolder(folder: string): void {
  const target = join(root, 'src', folder);
  mkdirSync(target, {recursive: true});
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  for (const name of readdirSync(packagePath('src', folder))) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(packagePath('src', folder, name), 'utf8');
    const fileName = `${name.slice(0, -3)}.mts`;
    const {outputText} = ts.transpileModule(text, {compilerOptions, fileName});
    writeFileSync(join(target, `${name.slice(0, -3)}.js`), outputText);
  }
}

async function request(entries: Record<string, string>) {
  const directory = join(root, `out-${Math.random()}`);
  mkdirSync(directory);
  const path = join(directory, 'file.zip');
  writeFileSync(path, await zipOf(entries));
  return {path, place: 'file.zip', directory};
}

test('a thread parses while the main thread goes on', async () => {
  const rows = Array.from({length: 60_000}, (_, n) => `<i><id>${n}</id><a>x</a><b>y</b></i>`);
  const {path, directory} = await request({});
  writeFileSync(`${path}.xml`, `<l>${rows.join('')}</l>`);
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  const input = {place: 'l.xml', directory, isGzip: false, rows: null, knownRows: []};
  const {tables} = await runInWorker('cutXml', {...input, path: `${path}.xml`});
  clearInterval(timer);
  expect(tables).toMatchObject([{part: 'l.i', headers: ['id', 'a', 'b'], rowCount: 60_000}]);
  expect(ticks).toBeGreaterThan(5);
});

test('what a person can put right crosses the threads', async () => {
  await expect(runInWorker('unzipEntries', await request({}))).rejects.toMatchObject({
    name: 'UserError',
    message: 'file.zip is a zip file without any file in it.',
    remedy: 'Pack it again.',
    status: 400,
  });
  const sheet = {...(await request({'a.txt': 'x'})), sheet: null};
  const error: unknown = await runInWorker('cutWorkbook', sheet).catch((e: unknown) => e);
  expect((error as Error).constructor.name).toBe('NotAnExportError');
});
