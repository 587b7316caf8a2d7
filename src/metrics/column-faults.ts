import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {checkedHashes, readCheckedMetrics} from './checked-metrics.ts';
import {countedRows} from './counted-rows.ts';
import type {Metric, Selection} from './metric.ts';
import {dayColumn, slice} from './slice.ts';

/**
 * Has the engine plan every metric cut by all its dimensions, and the list of its incidents, against
 * marts as they are: a column that isn't there is found at build time and not by a reader. What the build
 * itself found to fit is not planned again.
 * @returns by the places of `metrics`, why it can't be computed; null where it can
 */
export async function columnFaults(
  session: Session,
  metrics: readonly Metric[],
): Promise<(UserError | null)[]> {
  const checked = await readCheckedMetrics(session);
  const hashOf = checkedHashes();
  return Promise.all(
    metrics.map((metric) => (checked.has(hashOf(metric)) ? null : columnFault(session, metric))),
  );
}

async function columnFault(session: Session, metric: Metric): Promise<UserError | null> {
  const frame = {asOfOn: '2099-12-30', firstSnapshotOn: '2000-01-01'};
  const selection: Selection = {
    grain: metric.isSnapshot ? 'day' : 'week',
    by: metric.by,
    where: [],
    from: '2000-01-01',
    to: null,
  };
  const queries = [slice(metric, selection, frame), countedRows(metric, selection, frame)];
  try {
    for (const {sql, params} of queries) await session.run(`explain ${sql}`, params);
    if (isOwn(metric)) {
      const {sql, params} = slice(metric, {...selection, by: []}, frame);
      await session.run(sql, params);
    }
    return null;
  } catch (error) {
    const remedy =
      'Use columns of the mart it reads; after an update of Meantime, build again: meantime build';
    return misshapen(metric, faultOf(error, metric), remedy);
  }
}

/**
 * One of the workspace's. What is wrong with values only, such as a text taken for a number, shows
 * when it runs; nobody has tried it as we have those that ship.
 */
function isOwn({file}: Metric): boolean {
  return /^metrics[/\\]/.test(file);
}

/** The engine's words without its marks; the day that `@at` stands for is not what was written. */
function faultOf(error: unknown, metric: Metric): string {
  const fault = messageOf(error).replace(/^[A-Z]\w+ Error: /, '');
  const isOfDay = fault.includes(`"${dayColumn(metric)}"`) && !metric.sql.includes(metric.at);
  return isOfDay ? `no column dates it as @at ${metric.at} says (${fault})` : fault;
}

/** A metric that can't be used: its file, what is wrong and the way out. */
export function misshapen(metric: Metric, what: string, remedy: string): UserError {
  return new UserError(`${metric.file}: ${what}.`, remedy);
}

/** The first line of an error, without its full stop. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/[.!]$/, '');
}
