import {readConfig} from '../config/read-config.ts';
import type {Workspace} from '../config/workspace.ts';
import {listPacks} from '../packs/list-packs.ts';
import {readDeliveries} from '../register/pack-deliveries.ts';
import {readPackNotes} from '../register/pack-notes.ts';
import {readScheduleRuns} from '../register/schedule-runs.ts';
import type {Archive} from './packs-page.ts';

/** What the pages about packs tell, as it stands. */
export async function readArchive(workspace: Workspace, now: Date): Promise<Archive> {
  const [config, packs] = await Promise.all([readConfig(workspace), listPacks(workspace)]);
  const notes = await readPackNotes(workspace);
  const deliveries = await readDeliveries(workspace);
  const runs = await readScheduleRuns(workspace);
  return {config, packs, notes, deliveries, runs, now};
}
