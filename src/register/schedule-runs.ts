import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** One run of a schedule, or the first look at a new one. */
export interface ScheduleRun {
  schedule: string;
  dueAt: Date;
  startedAt: Date;
  /** Null while it runs, or when it was cut off. */
  finishedAt: Date | null;
  isDone: boolean | null;
  detail: string;
}

/** What stands for a run where a schedule was seen for the first time. */
export const newSchedule = 'set up';

/** A run that hasn't ended after so long was cut off, and may be taken over. */
const longestRunMs = 30 * 60_000;

/** The newest run of each schedule. */
export async function readScheduleRuns(workspace: Workspace): Promise<ScheduleRun[]> {
  return readRegister(workspace, (session) => newestRuns(session), {absent: []});
}

/**
 * Remembers since when a schedule is known, so that times before are not caught up.
 * Nothing happens where it is known already.
 */
export async function noticeSchedule(
  workspace: Workspace,
  schedule: string,
  at: Date,
): Promise<void> {
  await changeRegister(workspace, async (session) => {
    const [known] = await session.query('select 1 from schedule_run where schedule = $schedule', {
      schedule,
    });
    if (known) return;
    await session.run(
      `insert into schedule_run
       values ($schedule, $at::timestamptz, $at::timestamptz, $at::timestamptz, true, $detail)`,
      {schedule, at: at.toISOString(), detail: newSchedule},
    );
  });
}

/**
 * Takes a run for this process: false when another has it, or had it.
 */
export async function claimRun(
  workspace: Workspace,
  {schedule, dueAt}: Pick<ScheduleRun, 'schedule' | 'dueAt'>,
  at: Date,
): Promise<boolean> {
  return changeRegister(workspace, async (session) => {
    const newest = (await newestRuns(session)).find((run) => run.schedule === schedule);
    if (newest && newest.dueAt > dueAt) return false;
    if (newest && newest.dueAt.getTime() === dueAt.getTime() && !isCutOff(newest, at)) return false;
    await session.run(
      `insert or replace into schedule_run
       values ($schedule, $due::timestamptz, $at::timestamptz, null, null, 'running')`,
      {schedule, due: dueAt.toISOString(), at: at.toISOString()},
    );
    return true;
  });
}

/** Whether a run was begun and never ended, so that it is to be made again. */
export function isCutOff({finishedAt, startedAt}: ScheduleRun, at: Date): boolean {
  return finishedAt === null && at.getTime() - startedAt.getTime() > longestRunMs;
}

export async function finishRun(
  workspace: Workspace,
  {schedule, dueAt, isDone, detail}: Pick<ScheduleRun, 'schedule' | 'dueAt' | 'isDone' | 'detail'>,
  at: Date,
): Promise<void> {
  await changeRegister(workspace, (session) =>
    session.run(
      `update schedule_run set finished_at = $at::timestamptz, is_done = $is_done, detail = $detail
       where schedule = $schedule and due_at = $due::timestamptz`,
      {schedule, due: dueAt.toISOString(), at: at.toISOString(), is_done: isDone, detail},
    ),
  );
}

function newestRuns(session: Session): Promise<ScheduleRun[]> {
  return session.query<ScheduleRun>(
    `select schedule, due_at as "dueAt", started_at as "startedAt", finished_at as "finishedAt",
       is_done as "isDone", detail
     from schedule_run
     qualify row_number() over (partition by schedule order by due_at desc) = 1
     order by schedule`,
  );
}
