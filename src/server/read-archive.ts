import {readConfig} from '../config/read-config.ts';
import type {Workspace} from '../config/workspace.ts';
import {listPacks} from '../packs/list-packs.ts';
import {readDeliveries} from '../register/pack-deliveries.ts';
import {readPackNotes} from '../register/pack-notes.ts';
import {registerStamp} from '../register/register-stamp.ts';
import {readScheduleRuns} from '../register/schedule-runs.ts';
import type {Recent} from './keep-recent.ts';
import type {Archive} from './packs-page.ts';

/** What the register tells of packs. */
export type ToldOfPacks = Pick<Archive, 'notes' | 'deliveries' | 'runs'>;

/**
 * What the pages about packs tell, as it stands.
 * @param told what the register told last, read again only when something was written there
 */
export async function readArchive(
  workspace: Workspace,
  {now, told}: {now: Date; told: Recent<ToldOfPacks>},
): Promise<Archive> {
  const [config, packs, stamp] = await Promise.all([
    readConfig(workspace),
    listPacks(workspace),
    registerStamp(workspace),
  ]);
  return {config, packs, now, ...(await told.of(stamp, () => readTold(workspace)))};
}

async function readTold(workspace: Workspace): Promise<ToldOfPacks> {
  const notes = await readPackNotes(workspace);
  const deliveries = await readDeliveries(workspace);
  return {notes, deliveries, runs: await readScheduleRuns(workspace)};
}
