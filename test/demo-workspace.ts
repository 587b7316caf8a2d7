import {copyFileSync, mkdirSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {silentLog} from '../src/base/log.ts';
import {packagePath} from '../src/base/package-root.ts';
import {silentProgress} from '../src/base/progress.ts';
import {readConfig} from '../src/config/read-config.ts';
import {workspaceAt, type Workspace} from '../src/config/workspace.ts';
import {importFiles} from '../src/import/import-files.ts';
import {buildAndFind} from '../src/findings/build-and-find.ts';
import {onceARun} from './once-a-run.ts';

/** Built at this moment, whenever the tests run. */
export const demoBuiltAt = new Date('2026-11-02T08:00:00Z');

/**
 * The bundled service desk, imported and built once for all test files of a run. Read it, never change it:
 * whoever writes makes a workspace of their own.
 */
export async function demoWorkspace(): Promise<Workspace> {
  const directory = await onceARun('demo', async (place) => {
    const workspace = workspaceAt(place);
    mkdirSync(workspace.directory, {recursive: true});
    copyFileSync(packagePath('fixtures/demo/meantime.yaml'), workspace.configFile);
    const config = await readConfig(workspace);
    const effects = {log: silentLog, progress: silentProgress, now: () => demoBuiltAt};
    await importFiles(demoFiles(), {workspace, sources: config.sources}, effects);
    await buildAndFind(workspace, config, effects);
  });
  return workspaceAt(directory);
}

/** Every export of the demo, in the order of their names. */
export function demoFiles(): string[] {
  const folder = packagePath('fixtures/demo');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gz'))
    .sort()
    .map((name) => join(folder, name));
}
