import {readFile, readdir} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {packagePath} from '../base/package-root.ts';
import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {parseSelect} from '../warehouse/syntax.ts';
import {parseMetricFile} from './metric-file.ts';
import type {Metric} from './metric.ts';
import {columnsOf, cutQuery} from './query-text.ts';
import {slice} from './slice.ts';

/** Every metric there is. */
export interface Catalogue {
  /** In the order of their ids. */
  metrics: readonly Metric[];
  /** Files that were left out, each with the reason; empty when all is well. */
  problems: readonly UserError[];
  /** @throws UserError (404) listing the metrics there are */
  get(id: string): Metric;
}

interface MetricFolder {
  directory: string;
  /** What paths are shown relative to. */
  root: string;
}

/**
 * Reads the metrics that ship with Meantime and, after them, those of a workspace's `metrics/`.
 * A file that can't be used is left out and reported by name: one mistake doesn't take the others down.
 * @param session any session; only its parser is used
 */
export async function loadCatalogue(
  session: Session,
  {workspaceDirectory}: {workspaceDirectory?: string} = {},
): Promise<Catalogue> {
  const folders: MetricFolder[] = [{directory: packagePath('sql/metrics'), root: packagePath()}];
  if (workspaceDirectory !== undefined)
    folders.push({directory: join(workspaceDirectory, 'metrics'), root: workspaceDirectory});
  return readCatalogue(session, folders);
}

/** Like `loadCatalogue`, from any folders; a folder that doesn't exist is empty. */
export async function readCatalogue(
  session: Session,
  folders: readonly MetricFolder[],
): Promise<Catalogue> {
  const found = new Map<string, Metric>();
  const problems: UserError[] = [];
  for (const folder of folders)
    for (const path of await sqlFilesIn(folder.directory))
      try {
        const metric = await readMetric(session, path, relative(folder.root, path));
        addMetric(found, metric);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        problems.push(error);
      }
  return catalogueOf([...found.values()], problems);
}

export function catalogueOf(
  metrics: readonly Metric[],
  problems: readonly UserError[] = [],
): Catalogue {
  const sorted = [...metrics].sort((a, b) => a.id.localeCompare(b.id));
  const byId = new Map(sorted.map((metric) => [metric.id, metric]));
  return {
    metrics: sorted,
    problems,
    get(id) {
      const metric = byId.get(id);
      if (metric) return metric;
      const known = sorted.map((each) => each.id).join(', ');
      throw new UserError(`There is no metric "${id}".`, `Use one of: ${known}.`, 404);
    },
  };
}

/**
 * Reads one metric and checks the shape of its query.
 * @throws UserError naming the file, when header or query can't be used
 */
async function readMetric(session: Session, path: string, file: string): Promise<Metric> {
  const metric = parseMetricFile(file, await readFile(path, 'utf8'));
  await checkShape(session, metric);
  return metric;
}

function addMetric(found: Map<string, Metric>, metric: Metric): void {
  const earlier = found.get(metric.id);
  if (earlier)
    throw new UserError(
      `${metric.file}: there is a metric "${metric.id}" already, in ${earlier.file}.`,
      'Give the file another name.',
    );
  found.set(metric.id, metric);
}

/**
 * A metric's query is one select of `value`, `n` and perhaps `population`, from marts only, with nothing
 * after its `where`: what the slicer can add a period, dimensions and filters to.
 * @throws UserError naming the file and what is wrong
 */
export async function checkShape(session: Session, metric: Metric): Promise<void> {
  const syntax = await parsed(session, metric);
  const extra = Object.entries(syntax.has).find(([, present]) => present)?.[0];
  if (extra) throw misshapen(metric, `it has ${partNames[extra] ?? extra}`, onlySelect);
  const columns = syntax.columns.join(', ');
  if (columns !== 'value, n' && columns !== 'value, n, population')
    throw misshapen(
      metric,
      `its columns are ${columns}`,
      'Select value, n and, if need be, population.',
    );
  const alien = syntax.tables.find((table) => !table.startsWith('marts.'));
  if (alien)
    throw misshapen(metric, `it reads ${alien}`, 'Read relations of the schema marts only.');
  if (syntax.tables.length === 0) throw misshapen(metric, 'it reads nothing', 'Read a mart.');
  cut(metric);
}

const onlySelect =
  'Leave a select list, from and where; period and dimensions are added when it is used.';

const partNames: Record<string, string> = {
  group: 'a `group by`',
  modifiers: 'an `order by` or `limit`',
  distinct: 'a `distinct`',
  setOperation: 'a set operation',
};

async function parsed(session: Session, metric: Metric) {
  try {
    return await parseSelect(session, metric.sql);
  } catch (error) {
    throw misshapen(metric, `its query can't be read: ${messageOf(error)}`, onlySelect);
  }
}

function cut(metric: Metric): void {
  try {
    const names = [...columnsOf(cutQuery(metric.sql).list).keys()];
    if (!names.includes('value') || !names.includes('n'))
      throw new Error('write `… as value, … as n`');
  } catch (error) {
    throw misshapen(metric, messageOf(error), onlySelect);
  }
}

/**
 * Has the engine plan every metric cut by all its dimensions, against marts as they are: a column that
 * isn't there is found at build time and not by a reader.
 * @returns one error a metric that can't be computed
 */
export async function checkColumns(
  session: Session,
  metrics: readonly Metric[],
): Promise<UserError[]> {
  const problems: UserError[] = [];
  for (const metric of metrics) {
    const {sql, params} = slice(
      metric,
      {
        grain: metric.isSnapshot ? 'day' : 'week',
        by: metric.by,
        where: [],
        from: '2000-01-01',
        to: null,
      },
      {asOfOn: '2000-01-01', firstSnapshotOn: '2000-01-01'},
    );
    try {
      await session.run(`explain ${sql}`, params);
    } catch (error) {
      problems.push(misshapen(metric, messageOf(error), 'Use columns of the mart it reads.'));
    }
  }
  return problems;
}

async function sqlFilesIn(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => join(directory, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function misshapen(metric: Metric, what: string, remedy: string): UserError {
  return new UserError(`${metric.file}: ${what}.`, remedy);
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
