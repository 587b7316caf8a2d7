import {formatNumber} from '../charts/format.ts';
import {readRejectedRows, readUnmappedValues} from '../metrics/imports.ts';
import {counted} from './headline-sentence.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {countCell, left, right, tableBlock} from './quality-table.ts';
import type {TableBlock} from './table-block.ts';

/** Rows that could not be read, each with the value and the reason. */
export async function resolveRejectedRows(
  {session}: PageContext,
  spec: Extract<BlockSpec, {block: 'rejected rows'}>,
): Promise<TableBlock> {
  const {rows, total} = await readRejectedRows(session, {limit: spec.top});
  return tableBlock(spec.id, {
    title: total === 0 ? 'No row was rejected' : `${counted(total, 'row')} rejected`,
    subtitle: 'Each with the value that could not be read, and why',
    columns: [left('File'), right('Row'), left('Field'), left('Value', true), left('Reason')],
    rows: rows.map((row) => [
      {text: row.file_name},
      countCell(row.row_number),
      {text: row.field ?? '–'},
      {text: row.value ?? '–'},
      {text: row.reason},
    ]),
    note:
      total > rows.length
        ? [
            {
              text: `${formatNumber(rows.length)} of ${formatNumber(total)}; all of them in the CSV.`,
            },
          ]
        : [],
    downloads: total > 0 ? [{label: 'CSV', href: '/api/rejected?format=csv'}] : [],
  });
}

/** Values that no map of their connector knows. */
export async function resolveUnmappedValues(
  {session}: PageContext,
  spec: Extract<BlockSpec, {block: 'unmapped values'}>,
): Promise<TableBlock> {
  const values = await readUnmappedValues(session);
  return tableBlock(spec.id, {
    title:
      values.length === 0
        ? 'Every status and priority is understood'
        : `${counted(values.length, 'value')} not understood`,
    subtitle: 'Kept as they are and counted as unknown, until the connector’s value map names them',
    columns: [left('Field'), left('Value'), right('Rows'), left('Source', true)],
    rows: values
      .slice(0, spec.top)
      .map((each) => [
        {text: each.field},
        {text: each.value},
        countCell(each.row_count),
        {text: each.source},
      ]),
    note:
      values.length > spec.top
        ? [{text: `${spec.top} of ${formatNumber(values.length)}, most frequent first.`}]
        : [],
  });
}
