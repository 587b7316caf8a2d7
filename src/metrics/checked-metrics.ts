import {createHash} from 'node:crypto';
import {codeVersion} from '../base/code-version.ts';
import {hasTable} from '../warehouse/has-table.ts';
import type {Session} from '../warehouse/database.ts';
import type {Metric} from './metric.ts';

const table = {schema: 'settings', table: 'checked_metric'};

/**
 * The metrics that an engine has planned against a build's marts, each by what it was planned from. A build
 * is never changed, so what fitted it once fits it for good.
 */
export async function readCheckedMetrics(session: Session): Promise<ReadonlySet<string>> {
  if (!(await hasTable(session, table))) return new Set();
  const rows = await session.query<{hash: string}>('select hash from settings.checked_metric');
  return new Set(rows.map(({hash}) => hash));
}

/** Writes into a build that isn't published yet which metrics fit it, so that no reader plans them again. */
export async function keepCheckedMetrics(
  session: Session,
  metrics: readonly Metric[],
): Promise<void> {
  await session.run('create table settings.checked_metric (hash varchar)');
  await session.run(
    `insert into settings.checked_metric
     select unnest(from_json($hashes, '["varchar"]'))`,
    {hashes: JSON.stringify(metrics.map(checkedHashes()))},
  );
}

/** Hashes of all that a metric's plan follows from: its file, as it stands in a build's terms, and our code. */
export function checkedHashes(): (metric: Metric) => string {
  const version = codeVersion();
  return (metric) =>
    createHash('sha256')
      .update(JSON.stringify([version, metric]))
      .digest('hex');
}
