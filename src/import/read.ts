import {quotePath, quoteText} from '../warehouse/quote.ts';
import {unlessNull} from './cell-sql.ts';
import type {DecodedFile} from './decode.ts';
import {jsonLeaves, listsIn, type Detection} from './detect.ts';
import {jsonObjects, jsonPath, plainNames, type PairList} from './json-paths.ts';
import {parquetRelation} from './parquet.ts';
import type {Sniffed, SniffedJson} from './sniff.ts';

/** A file's rows as a relation with text columns `c0`, `c1`, … in the order of its headers. */
export interface Rows {
  /**
   * The relation as SQL.
   * @param rejects the temporary table for lines that can't be cut into cells; without it they are left out
   */
  relation(options?: {rejects?: string; isOrdered?: boolean}): string;
  width: number;
  /** Rows shorter than the header count as filled up with nothing. */
  isPadded: boolean;
  /** There may be lines that can't be cut into cells. */
  hasRejects: boolean;
}

export interface RowsOptions {
  nulls: string[];
  /** Set after a read found short rows: slower, since the engine then reads on one core. */
  isPadded?: boolean;
  /** The rows stand in a copy of ours, of commas, quotes and even rows. */
  isEven?: boolean;
}

/** Any file's rows, whatever its format. */
export function rowsOf(
  file: DecodedFile,
  sniffed: Sniffed,
  detection: Detection,
  options: RowsOptions,
): Rows {
  const nulls = ['', ...options.nulls];
  const {isPadded = false, isEven = false} = options;
  const width = detection.headers.length;
  if (sniffed.format === 'json') {
    const relation = () => jsonRelation(file, sniffed, detection, nulls);
    return {width, isPadded, hasRejects: false, relation};
  }
  if (sniffed.cells) {
    const relation = parquetRelation(file, sniffed.cells, nulls);
    return {width, isPadded, hasRejects: false, relation: () => relation};
  }
  const lineSize = longestLine(file);
  return {
    width,
    isPadded,
    hasRejects: true,
    relation: ({rejects, isOrdered = false} = {}) => {
      const columns = detection.headers.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
      const onError = rejects
        ? `store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan', rejects_limit = 0`
        : 'ignore_errors = true';
      const mark = detection.shape.unquoted && !isEven ? '' : '"';
      return `read_csv(${quotePath(file.path)}, auto_detect = false, header = false,
        skip = ${sniffed.skipLines}, columns = {${columns}}, delim = ${quoteText(sniffed.delimiter)},
        quote = ${quoteText(mark)}, escape = ${quoteText(mark)}, strict_mode = true, null_padding = ${isPadded},
        parallel = ${!isPadded && !isOrdered}, nullstr = [${nulls.map(quoteText).join(', ')}],
        compression = '${file.isGzip ? 'gzip' : 'none'}', ${lineSize}${onError})`;
    },
  };
}

/** Rows of workbooks and documents may be longer than the 2 MB that the engine expects. */
function longestLine({table}: DecodedFile): string {
  const bytes = (table?.longestRow ?? 0) * 4;
  return bytes > 2_000_000 ? `max_line_size = ${bytes}, ` : '';
}

/** Lists inside lists become rows, each level keeping the ones around it. */
function jsonRelation(
  file: DecodedFile,
  {paths, pairs}: SniffedJson,
  detection: Detection,
  nulls: string[],
): string {
  const lists = listsIn(detection.rowsPath ?? '[]');
  const leaves = jsonLeaves(paths, detection.rowsPath ?? '[]');
  // A row is read once for all of its plain leaves: a document of a thousand would be read a thousand times.
  const plain = lists.map((_, at) =>
    leaves.flatMap(({level, path}) => (level === at && isPlain(leaves, level, path) ? [path] : [])),
  );
  const cells = leaves.map(({level, path}, index) => {
    const at = plain[level]?.indexOf(path) ?? -1;
    const cell = at >= 0 ? `p${level}[${at + 1}]` : unlessNull(jsonText(`l${level}`, path), nulls);
    return `${cell} as c${index}`;
  });
  const read = plain.flatMap((found, level) => {
    if (found.length === 0) return [];
    const texts = `json_extract_string(l${level}, [${found.map((path) => quoteText(jsonPath(path))).join(', ')}])`;
    return [`list_transform(${texts}, lambda text: ${unlessNull('text', nulls)}) as p${level}`];
  });
  const from = lists.reduce((inner, list, level) => {
    const outer = level === 0 ? '' : (lists[level - 1] ?? '');
    if (list === '') return `(select json as l0 from ${jsonObjects(file)})`;
    const step = jsonPath(list.slice(outer === '' ? 0 : outer.length + 1, -2));
    const each = quoteText(list.endsWith('{}') ? `${step}.*` : `${step}[*]`);
    const source = level === 0 ? 'json' : `l${level - 1}`;
    const kept = Array.from({length: level}, (_, index) => `l${index}, `).join('');
    const rows = level === 0 ? jsonObjects(file) : inner;
    return `(select ${kept}unnest(json_extract(${source}, ${each})) as l${level} from ${rows})`;
  }, '');
  const replaced = lists.flatMap((list, level) => pairsAsObjects(pairs, list, `l${level}`));
  const rows =
    replaced.length > 0 ? `(select * replace (${replaced.join(', ')}) from ${from})` : from;
  return `(select ${cells.join(', ')} from (select ${['*', ...read].join(', ')} from ${rows}))`;
}

/** The rows of a list with their pair lists turned into objects; nothing where they have none. */
function pairsAsObjects(pairs: readonly PairList[], list: string, row: string): string[] {
  const own = pairs.filter(({path}) => listsIn(path).at(-1) === (list === '' ? undefined : list));
  if (own.length === 0) return [];
  const objects = own.reduce((inner, {path, name}) => {
    const step = list === '' ? path : path.slice(list.length + 1);
    const each = `json_extract(${row}, ${quoteText(`${jsonPath(step)}[*]`)})`;
    const key = `json_extract_string(pair, ${quoteText(jsonPath(name))})`;
    const members = `list_transform(list_filter(${each}, lambda pair: ${key} is not null),
      lambda pair: to_json(${key}) || ':' || pair)`;
    const object = `('{' || array_to_string(${members}, ',') || '}')::json`;
    const patch = step
      .split('.')
      .reduceRight(
        (value, name) => `json_object(${quoteText(plainNames(name))}, ${value})`,
        object,
      );
    return `json_merge_patch(${inner}, ${patch})`;
  }, row);
  return [`${objects} as ${row}`];
}

/** A leaf that is one text in every row: no list, and nowhere an object of leaves of its own. */
function isPlain(leaves: readonly JsonLeaf[], level: number, path: string): boolean {
  if (path.endsWith('[]')) return false;
  return !leaves.some((leaf) => leaf.level === level && leaf.path.startsWith(`${path}.`));
}

type JsonLeaf = ReturnType<typeof jsonLeaves>[number];

/** A leaf as text: plain values of an array joined by commas; of what may be an object only plain ones. */
function jsonText(row: string, path: string): string {
  if (path.endsWith('[]')) {
    const list = quoteText(`${jsonPath(path.slice(0, -2))}[*]`);
    return `nullif(array_to_string(${row} ->> ${list}, ', '), '')`;
  }
  const at = quoteText(jsonPath(path));
  return `(case when json_type(${row}, ${at}) not in ('OBJECT', 'ARRAY') then ${row} ->> ${at} end)`;
}
