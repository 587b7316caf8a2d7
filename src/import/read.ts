import {quotePath, quoteText} from '../warehouse/quote.ts';
import type {DecodedFile} from './decode.ts';
import {jsonLeaves, listsIn, type Detection} from './detect.ts';
import {jsonObjects, type Sniffed} from './sniff.ts';

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
}

export interface RowsOptions {
  nulls: string[];
  /** Set after a read found short rows: slower, since the engine then reads on one core. */
  isPadded?: boolean;
}

/** Any file's rows, whatever its format. */
export function rowsOf(
  file: DecodedFile,
  sniffed: Sniffed,
  detection: Detection,
  options: RowsOptions,
): Rows {
  const nulls = ['', ...options.nulls];
  const isPadded = options.isPadded ?? false;
  const width = detection.headers.length;
  if (sniffed.format === 'json')
    return {width, isPadded, relation: () => jsonRelation(file, sniffed.paths, detection, nulls)};
  return {
    width,
    isPadded,
    relation: ({rejects, isOrdered = false} = {}) => {
      const columns = detection.headers.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
      const onError = rejects
        ? `store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan', rejects_limit = 0`
        : 'ignore_errors = true';
      return `read_csv(${quotePath(file.path)}, auto_detect = false, header = false,
        skip = ${sniffed.skipLines}, columns = {${columns}}, delim = ${quoteText(sniffed.delimiter)},
        quote = '"', escape = '"', strict_mode = true, null_padding = ${isPadded},
        parallel = ${!isPadded && !isOrdered}, nullstr = [${nulls.map(quoteText).join(', ')}],
        compression = '${file.isGzip ? 'gzip' : 'none'}', ${onError})`;
    },
  };
}

/** Lists inside lists become rows, each level keeping the ones around it. */
function jsonRelation(
  file: DecodedFile,
  paths: readonly string[],
  detection: Detection,
  nulls: string[],
): string {
  const lists = listsIn(detection.rowsPath ?? '[]');
  const leaves = jsonLeaves(paths, detection.rowsPath ?? '[]');
  const nullList = nulls.map(quoteText).join(', ');
  const cells = leaves.map(({level, path}, index) => {
    const text = `l${level} ->> ${quoteText(jsonPath(path))}`;
    return `case when ${text} not in (${nullList}) then ${text} end as c${index}`;
  });
  const from = lists.reduce((inner, list, level) => {
    const outer = level === 0 ? '' : (lists[level - 1] ?? '');
    if (list === '') return `(select json as l0 from ${jsonObjects(file)})`;
    const step = list.slice(outer === '' ? 0 : outer.length + 1, -2);
    const source = level === 0 ? 'json' : `l${level - 1}`;
    const kept = Array.from({length: level}, (_, index) => `l${index}, `).join('');
    const rows = level === 0 ? jsonObjects(file) : inner;
    return `(select ${kept}unnest(json_extract(${source}, ${quoteText(`${jsonPath(step)}[*]`)})) as l${level} from ${rows})`;
  }, '');
  return `(select ${cells.join(', ')} from ${from})`;
}

function jsonPath(path: string): string {
  return `$.${path
    .split('.')
    .map((step) => `"${step}"`)
    .join('.')}`;
}
