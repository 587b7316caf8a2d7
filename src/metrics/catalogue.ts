import {readFile, readdir} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {packagePath} from '../base/package-root.ts';
import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {parseSelect, type Syntax} from '../warehouse/syntax.ts';
import {isCountable} from './counted-rows.ts';
import {dimensions, findDimension, type Dimension} from './dimension.ts';
import {columnFaults, messageOf, misshapen} from './column-faults.ts';
import {parseMetricFile} from './metric-file.ts';
import type {Metric} from './metric.ts';
import {columnsOf, cutQuery} from './query-text.ts';
import {metricIn, readTerms} from './terms.ts';

/** Every metric there is. */
export interface Catalogue {
  /** In the order of their ids. */
  metrics: readonly Metric[];
  /** Files that were left out, each with the reason; empty when all is well. */
  problems: readonly UserError[];
  /** What its metrics can be cut by: the built-in dimensions, then the workspace's attributes. */
  dimensions: readonly Dimension[];
  /** Those of them that are the workspace's own. */
  attributes: readonly Dimension[];
  /** One of `dimensions`: names of requests are looked up, never used as they come. */
  dimension(id: string): Dimension | undefined;
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
 * @param session a build's, to which the catalogue is bound; of any other only the parser is used
 */
export async function loadCatalogue(
  session: Session,
  {workspaceDirectory}: {workspaceDirectory?: string} = {},
): Promise<Catalogue> {
  const folders: MetricFolder[] = [{directory: packagePath('sql/metrics'), root: packagePath()}];
  if (workspaceDirectory !== undefined)
    folders.push({directory: join(workspaceDirectory, 'metrics'), root: workspaceDirectory});
  return bindCatalogue(await readCatalogue(session, folders), session);
}

/**
 * The metrics as one build can answer them: cut by its attributes, told in its currency, and without
 * those that need what its marts don't have, which are reported.
 */
export async function bindCatalogue(catalogue: Catalogue, session: Session): Promise<Catalogue> {
  const terms = await readTerms(session);
  const metrics = catalogue.metrics.map((metric) => metricIn(metric, terms));
  const faults = (await hasMarts(session)) ? await columnFaults(session, metrics) : [];
  return catalogueOf(
    metrics.filter((_, index) => !faults[index]),
    [...catalogue.problems, ...faults.filter((fault) => fault != null)],
    terms.attributes,
  );
}

async function hasMarts(session: Session): Promise<boolean> {
  const tables = await session.query(
    `select 1 from information_schema.tables where table_schema = 'marts' limit 1`,
  );
  return tables.length > 0;
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
  attributes: readonly Dimension[] = [],
): Catalogue {
  const sorted = [...metrics].sort((a, b) => a.id.localeCompare(b.id));
  const byId = new Map(sorted.map((metric) => [metric.id, metric]));
  return {
    metrics: sorted,
    problems,
    dimensions: [...dimensions, ...attributes],
    attributes,
    dimension: (id) => findDimension(id, attributes),
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
 * A metric's query is one select of `value`, `n` and perhaps `population` (of survival `hours`, `is_over`
 * and perhaps `is_open`), from marts only, with nothing after its `where`: what the slicer can add a
 * period, dimensions and filters to.
 * @throws UserError naming the file and what is wrong
 */
export async function checkShape(session: Session, metric: Metric): Promise<void> {
  const syntax = await parsed(session, metric);
  const extra = Object.entries(syntax.has).find(([, present]) => present)?.[0];
  if (extra) throw misshapen(metric, `it has ${partNames[extra] ?? extra}`, onlySelect);
  checkSelected(metric, syntax);
  const alien = syntax.tables.find((table) => !table.startsWith('marts.'));
  if (alien)
    throw misshapen(metric, `it reads ${alien}`, 'Read relations of the schema marts only.');
  if (syntax.tables.length === 0) throw misshapen(metric, 'it reads nothing', 'Read a mart.');
  cut(metric);
  if (!isCountable(metric))
    throw misshapen(
      metric,
      'what its n counts can’t be listed',
      'Write n as count(*) or count(column), perhaps with a filter (where …).',
    );
}

function checkSelected(metric: Metric, syntax: Syntax): void {
  const [needed, optional] = metric.isSurvival
    ? ['hours, is_over', 'is_open']
    : ['value, n', 'population'];
  const columns = syntax.columns.join(', ');
  if (columns === needed || columns === `${needed}, ${optional}`) return;
  const remedy = `Select ${needed.replace(', ', ' and ')}, and ${optional} if need be.`;
  throw misshapen(metric, `its columns are ${columns}`, remedy);
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
    const needed = metric.isSurvival ? ['hours', 'is_over'] : ['value', 'n'];
    if (needed.some((name) => !names.includes(name)))
      throw new Error(`write \`… as ${needed.join(', … as ')}\``);
  } catch (error) {
    throw misshapen(metric, messageOf(error), onlySelect);
  }
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
