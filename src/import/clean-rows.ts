import type {CompiledFile} from './compile.ts';
import {headerName} from './header-name.ts';

const separator = 'chr(31)';

/**
 * Cells without blanks around them, blank ones as nothing, spreadsheet apostrophes taken off. Few rows
 * need any of it: looking for it in the joined row first was measured to save a third of the import's time.
 */
export function cleanRows(file: CompiledFile, relation: string, {isCounting = false} = {}): string {
  const cells = file.detection.headers.map((_, index) => index);
  // The half that md5_number_lower gives, which was measured to take up to twice as long in this engine.
  return `select * exclude (joined, is_unclean) replace (${cleanedCells(file, cells).join(', ')}),
    (md5_number(joined) >> 64)::ubigint as row_hash
    from (select *, ${uncleanSql(file)} as is_unclean
    from (select *, ${rowTextSql(file)} as joined from ${keptRows(file, relation, isCounting)}))`;
}

/** Rows that belong elsewhere go first, by their cells as they stand, so that nothing is spent on them. */
function keptRows({skips}: CompiledFile, relation: string, isCounting: boolean): string {
  if (skips.length === 0) return relation;
  // A sequence counts on the way what another reading of the file would be needed for.
  const left = (index: number) => (isCounting ? `nextval('${skipCounter(index)}') < 0` : 'false');
  const cases = skips.map(({when}, index) => `when ${when} then ${left(index)}`);
  return `${relation} where case ${cases.join(' ')} else true end`;
}

/** The temporary sequence that counts the rows which the reason at this place leaves out, the first that holds for a row. */
export function skipCounter(index: number): string {
  return `skipped_rows_${index}`;
}

/** Whether any cell begins or ends with a blank, or begins with an apostrophe: seen at the separators. */
function uncleanSql({detection}: CompiledFile): string {
  const signs = [`${separator} || ' '`, `' ' || ${separator}`];
  if (detection.connector.formula_apostrophes) signs.push(`${separator} || ''''`);
  return `(${signs.map((sign) => `contains(joined, ${sign})`).join(' or ')})`;
}

function cleanedCells({detection}: CompiledFile, cells: readonly number[]): string[] {
  return cells.map((index) => {
    const text = `nullif(trim(c${index}), '')`;
    const plain = detection.connector.formula_apostrophes
      ? `regexp_replace(${text}, '^''([-+=@])', '\\1')`
      : text;
    return `case when is_unclean then ${plain} else c${index} end as c${index}`;
  });
}

/**
 * The cells that make a row in one text, in the order of their headers' names: its md5 stays the same over engine
 * versions and over exports with their columns in another order.
 */
function rowTextSql(file: CompiledFile): string {
  const own = ownColumns(file);
  const ordered = file.detection.headers
    .map((header, index) => ({name: headerName(header), index}))
    .filter(({index}) => own === null || own.has(index))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.index - b.index));
  const cells = ordered.map(({index}) => `coalesce(c${index}, '')`);
  return `concat_ws(${separator}, '', ${cells.join(', ')}, '')`;
}

/**
 * The columns that a row is known by; null for all. A change inside a JSON document carries the cells of the record
 * around it, and stays the same change when those become others.
 */
function ownColumns({detection, binding}: CompiledFile): Set<number> | null {
  const {grain} = detection.shape;
  if (detection.rowsPath === null || grain === 'incident' || grain === 'version') return null;
  return new Set(binding.fields.flatMap(({columns, byColumns}) => [...columns, ...byColumns]));
}
