import {formatNumber} from '../charts/format.ts';
import {readImports, type ImportRow} from '../metrics/imports.ts';
import {isComparable, type RestatedBuild} from '../metrics/restated.ts';
import {counted} from './headline-sentence.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {countCell, left, rareCell, right, tableBlock} from './quality-table.ts';
import {shortInstant} from './short-instant.ts';
import type {Cell} from './resolved-table.ts';
import type {ListBlock} from './list-block.ts';
import type {TableBlock} from './table-block.ts';

/** Every import, and whether each row it read is accounted for. */
export async function resolveImports(
  {session, frame}: PageContext,
  spec: Extract<BlockSpec, {block: 'imports'}>,
): Promise<(TableBlock | ListBlock)[]> {
  const imports = await readImports(session);
  const lost = imports.reduce((sum, each) => sum + Math.abs(lostOf(each)), 0);
  const read = imports.reduce((sum, {rows_read}) => sum + rows_read, 0);
  const shown = imports.slice(0, spec.top);
  const table = tableBlock(spec.id, {
    title:
      lost === 0
        ? `All ${formatNumber(read)} imported rows are accounted for`
        : `${formatNumber(lost)} of ${formatNumber(read)} imported rows are not accounted for`,
    subtitle: `${counted(imports.length, 'import')}, newest first: rows read = accepted + unchanged + rejected + skipped`,
    columns: [
      left('File'),
      left('Source', true),
      right('Read'),
      right('Accepted', true),
      right('Unchanged', true),
      right('Skipped', true),
      right('Rejected'),
      left('As of', true),
      left('Imported', true),
    ],
    rows: shown.map((each) => [
      {text: each.file_name},
      {text: each.source, detail: each.connector === each.source ? undefined : each.connector},
      countCell(each.rows_read),
      countCell(each.rows_accepted),
      rareCell(each.rows_unchanged),
      rareCell(each.rows_skipped),
      rareCell(each.rows_rejected, rejectedHref(each)),
      {text: shortInstant(each.as_of, frame.zone)},
      {text: shortInstant(each.finished_at, frame.zone)},
    ]),
    note: newestNote(spec.top, imports.length),
    downloads: [{label: 'CSV', href: '/api/imports?format=csv'}],
  });
  const noticed = noticedIn(shown, spec.id);
  return noticed.items.length === 0 ? [table] : [table, noticed];
}

/** What was odd about each file, which is too much for a cell. */
function noticedIn(imports: readonly ImportRow[], id: string): ListBlock {
  const items = imports.flatMap(({file_name, warnings}) =>
    (warnings ?? []).map((warning, index) => ({
      lead: index === 0 ? `${file_name}:` : '',
      text: [{text: withoutCommand(warning)}],
    })),
  );
  return {kind: 'list', id: `${id}-noticed`, title: 'What was noticed', tone: 'notes', items};
}

/** The command line is told a command; here the count in the table is a link to the rows. */
export function withoutCommand(warning: string): string {
  return warning.replace(/: see `[^`]+`\.$/, '.');
}

function lostOf(row: ImportRow): number {
  const {rows_read, rows_accepted, rows_rejected, rows_unchanged, rows_skipped} = row;
  return rows_read - rows_accepted - rows_rejected - rows_unchanged - rows_skipped;
}

function rejectedHref({import_id}: ImportRow): string {
  return `/api/rejected?import=${import_id}&format=csv`;
}

function newestNote(top: number, total: number) {
  return total > top ? [{text: `The newest ${top} of ${formatNumber(total)}.`}] : [];
}

/** What each import did to the records, and whether it moved a figure. */
export async function resolveImportEffects(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'import effects'}>,
): Promise<TableBlock> {
  const [imports, restated] = await Promise.all([readImports(context.session), context.restated()]);
  const moved = (each: ImportRow) => figuresMoved(each, restated);
  const updated = imports.reduce((sum, each) => sum + each.updated_record_count, 0);
  return tableBlock(spec.id, {
    title:
      updated === 0
        ? 'No import changed a record that was known'
        : `Imports brought newer versions of ${counted(updated, 'record')}`,
    subtitle: 'What each import did to the records, newest first',
    columns: [
      left('File'),
      right('New records'),
      right('Updated'),
      right('Status moved', true),
      right('Older than known', true),
      right('Changes landed', true),
      left('Figures moved'),
      left('Imported', true),
    ],
    rows: imports
      .slice(0, spec.top)
      .map((each) => [
        {text: each.file_name, detail: each.source},
        rareCell(each.new_record_count),
        rareCell(each.updated_record_count),
        rareCell(each.moved_status_count),
        rareCell(each.outdated_record_count),
        rareCell(each.change_count),
        moved(each),
        {text: shortInstant(each.finished_at, context.frame.zone)},
      ]),
    note: newestNote(spec.top, imports.length),
    downloads: [{label: 'CSV', href: '/api/imports?format=csv'}],
  });
}

/** Known of imports that came between two builds that are both still kept. */
function figuresMoved({import_id}: ImportRow, restated: readonly RestatedBuild[]): Cell {
  const build = restated.find(
    (each) => isComparable(each) && each.imports.some((one) => one.import_id === import_id),
  );
  if (!build || !isComparable(build)) return {text: '–'};
  const others = build.imports.length - 1;
  return {
    text: build.moved.length === 0 ? 'none' : formatNumber(build.moved.length),
    ...(build.moved.length === 0 ? {} : {href: '#restated', value: build.moved.length}),
    detail: others > 0 ? `with ${counted(others, 'other file')}` : undefined,
  };
}
