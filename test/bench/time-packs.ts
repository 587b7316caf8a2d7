import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Workspace} from '../../src/config/workspace.ts';
import {ownDefinitions} from '../../src/packs/pack-definition.ts';
import {writePack} from '../../src/packs/write-pack.ts';
import type {Measured} from './steps.ts';

/** Both packs in all formats, from opening the build to files on disk. */
export async function timePacks(workspace: Workspace): Promise<Measured> {
  const packsDirectory = mkdtempSync(join(tmpdir(), 'meantime-packs-'));
  const notes: string[] = [];
  try {
    for (const definition of ownDefinitions) {
      const started = performance.now();
      const options = {packsDirectory, now: () => new Date()};
      await writePack(workspace, definition, options);
      notes.push(`${definition.name} ${((performance.now() - started) / 1000).toFixed(2)} s`);
    }
  } finally {
    rmSync(packsDirectory, {recursive: true, force: true});
  }
  return {note: notes.join('; ')};
}
