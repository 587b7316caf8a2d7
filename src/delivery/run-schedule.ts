import {UserError} from '../base/user-error.ts';
import type {Log} from '../base/log.ts';
import type {Config, ScheduledPack} from '../config/config.ts';
import {findDefinition} from '../packs/find-definition.ts';
import type {PackDelivery} from '../register/pack-deliveries.ts';
import {
  claimRun,
  finishRun,
  isCutOff,
  noticeSchedule,
  readScheduleRuns,
} from '../register/schedule-runs.ts';
import {deliver, type DeliveryContext} from './deliver.ts';
import {failureMessage, packMessage, type Message} from './message.ts';
import {lastDue, scheduleKey} from './run-times.ts';
import {scheduledPack} from './scheduled-pack.ts';

export interface ScheduleContext extends Omit<DeliveryContext, 'config' | 'isTest'> {
  config: Pick<Config, 'zone' | 'schedule' | 'delivery'>;
  log: Log;
}

export interface RunOutcome {
  schedule: string;
  dueAt: Date;
  isDone: boolean;
  detail: string;
}

/**
 * Runs what is due, one after the other. What was missed is run once, for the last time it was due; a
 * schedule seen for the first time waits for its next.
 */
export async function runSchedule(context: ScheduleContext): Promise<RunOutcome[]> {
  const {workspace, config, now} = context;
  const runs = new Map((await readScheduleRuns(workspace)).map((run) => [run.schedule, run]));
  const outcomes: RunOutcome[] = [];
  for (const line of config.schedule) {
    const schedule = scheduleKey(line);
    const before = runs.get(schedule);
    if (!before) {
      await noticeSchedule(workspace, schedule, now());
      continue;
    }
    const dueAt = isCutOff(before, now())
      ? before.dueAt
      : lastDue(line.cron, config.zone, {since: before.dueAt, now: now()});
    if (dueAt === null || !(await claimRun(workspace, {schedule, dueAt}, now()))) continue;
    const outcome = {schedule, dueAt, ...(await runLine(line, dueAt, context))};
    await finishRun(workspace, outcome, now());
    outcomes.push(outcome);
  }
  return outcomes;
}

type Ended = Pick<RunOutcome, 'isDone' | 'detail'>;

async function runLine(line: ScheduledPack, dueAt: Date, context: ScheduleContext): Promise<Ended> {
  const {config, log} = context;
  const groups = config.delivery.groups.filter(({name}) => line.to.includes(name));
  const made = await makeMessage(line, dueAt, context);
  const deliveries = await deliver(made.message, groups, {...context, isTest: false});
  for (const {channel, detail} of deliveries.filter(({isSent}) => !isSent))
    log.warn(`${line.pack} by ${channel}: ${detail}`);
  const isDone = made.failure === null && deliveries.every(({isSent}) => isSent);
  return {isDone, detail: [made.failure ?? made.what, ...deliveries.map(toldOf)].join('; ')};
}

interface Made {
  message: Message;
  /** `Week 44, version 2`. */
  what: string;
  /** Why there is no pack; null where there is. */
  failure: string | null;
}

async function makeMessage(
  line: ScheduledPack,
  dueAt: Date,
  {workspace, config, now, log}: ScheduleContext,
): Promise<Made> {
  const {address} = config.delivery;
  try {
    const {pack, directory} = await scheduledPack(line, {dueAt, workspace, config, now});
    const what = `${pack.page.period?.label ?? pack.period}, version ${pack.version}`;
    return {message: await packMessage(pack, directory, address), what, failure: null};
  } catch (error) {
    const {message, remedy} = told(error, log);
    const title = await titleOf(line, workspace);
    const failed = failureMessage({pack: line.pack, title, message, remedy}, address);
    log.warn(`${line.pack}: ${message} ${remedy}`);
    return {message: failed, what: '', failure: message};
  }
}

/** Whoever waits for a pack is told of a bug too; its stack goes to the log. */
function told(error: unknown, log: Log): {message: string; remedy: string} {
  if (error instanceof UserError) return error;
  log.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    message: 'Something went wrong that should not have.',
    remedy: 'The log of meantime serve tells more; please report it.',
  };
}

async function titleOf({pack}: ScheduledPack, workspace: ScheduleContext['workspace']) {
  try {
    return (await findDefinition(workspace, pack)).page.title;
  } catch {
    return `The pack ${pack}`;
  }
}

function toldOf({channel, recipients, isSent, detail}: PackDelivery): string {
  const to =
    channel === 'mail' ? `${recipients.length} by mail` : `${channel} ${recipients.join()}`;
  return isSent ? `sent to ${to}` : `not sent to ${to}: ${detail}`;
}
