import {mkdtempSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {inject} from 'vitest';
import {silentProgress} from '../../src/base/progress.ts';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import type {SqlValue} from '../../src/warehouse/javascript-value.ts';
import type {FileImport} from '../../src/import/file-import.ts';
import type {FileOptions} from '../../src/import/import-context.ts';
import {importFiles, type ImportOptions} from '../../src/import/import-files.ts';
import {openLanding} from '../../src/import/landing.ts';
import {reimport} from '../../src/import/reimport.ts';

/** A workspace in a folder of its own, removed after the run, with the few steps that import tests are made of. */
export interface TestWorkspace {
  workspace: Workspace;
  warnings: string[];
  file(name: string, content: string | Buffer): string;
  import(file: string, options?: FileOptions & Partial<ImportOptions>): Promise<FileImport>;
  /** As `import`, with all that the file holds. */
  importAll(file: string, options?: FileOptions & Partial<ImportOptions>): Promise<FileImport[]>;
  reimport(): Promise<FileImport[]>;
  query(sql: string): Promise<Record<string, SqlValue>[]>;
}

export function testWorkspace(): TestWorkspace {
  const directory = mkdtempSync(join(inject('runDirectory'), 'import-'));
  const workspace = workspaceAt(directory);
  const warnings: string[] = [];
  const effects = {
    log: {info() {}, warn: (message: string) => warnings.push(message)},
    progress: silentProgress,
    now: () => new Date('2026-11-21T12:00:00Z'),
  };
  return {
    workspace,
    warnings,
    file(name, content) {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    },
    async import(file, options = {}) {
      const [result] = await importFiles([file], {workspace, ...options}, effects);
      if (!result) throw new Error('no result');
      return result;
    },
    importAll: (file, options = {}) => importFiles([file], {workspace, ...options}, effects),
    reimport: () => reimport({workspace}, effects),
    async query(sql) {
      const landing = await openLanding(workspace.landingFile);
      try {
        return await landing.query(sql);
      } finally {
        landing.close();
      }
    },
  };
}

/** Every row read is accounted for. */
export function unaccounted(result: FileImport): number {
  const {rowsRead, rowsAccepted, rowsRejected, rowsUnchanged, rowsSkipped} = result;
  return rowsRead - rowsAccepted - rowsRejected - rowsUnchanged - rowsSkipped;
}
