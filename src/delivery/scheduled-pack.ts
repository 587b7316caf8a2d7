import type {Config, ScheduledPack} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {formatDay, formatDayRange, formatPeriod} from '../charts/format-period.ts';
import {UserError} from '../base/user-error.ts';
import {readFrame} from '../metrics/frame.ts';
import {wallTime} from '../packs/data/wall-time.ts';
import {findDefinition} from '../packs/find-definition.ts';
import type {PublishedPack} from '../packs/publish-pack.ts';
import {writePack} from '../packs/write-pack.ts';
import {addDays, lastCompletePeriod, type Period} from '../time/period.ts';
import {openPublished} from '../warehouse/publish.ts';

/**
 * The pack of the last period that was over when it was due, published as its next version where its
 * figures are new.
 * @throws UserError when the data doesn't reach into the period's last day, or the pack can't be made
 */
export async function scheduledPack(
  {pack}: ScheduledPack,
  {
    dueAt,
    workspace,
    config,
    now,
  }: {
    dueAt: Date;
    workspace: Workspace;
    config: Pick<Config, 'zone'>;
    now: () => Date;
  },
): Promise<PublishedPack> {
  const definition = await findDefinition(workspace, pack);
  const dueOn = wallTime(dueAt.getTime(), config.zone).shown.slice(0, 10);
  const period = lastCompletePeriod(dueOn, definition.page.grain);
  await requireData(workspace, pack, period);
  return writePack(workspace, definition, {period: period.id, now});
}

/** A pack of a period that the data doesn't cover would be empty, or wrong without looking so. */
async function requireData(workspace: Workspace, pack: string, period: Period): Promise<void> {
  const database = await openPublished(workspace);
  try {
    const {asOfOn} = await readFrame(database);
    if (asOfOn >= addDays(period.to, -1)) return;
    throw new UserError(
      `The data ends on ${formatDay(asOfOn)}, before ${formatPeriod(period.id)} is over (${formatDayRange(period.from, period.to)}).`,
      `Import newer exports; then: meantime deliver ${pack} --period ${period.id}`,
    );
  } finally {
    database.close();
  }
}
