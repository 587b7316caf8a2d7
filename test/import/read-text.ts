import type {FileOptions} from '../../src/import/import-context.ts';
import type {SqlValue} from '../../src/warehouse/javascript-value.ts';
import {testWorkspace} from './import-texts.ts';

export const utc = {timezone: 'UTC'};

interface Read {
  rows: Record<string, SqlValue>[];
  warnings: string;
  shape: string;
}

/** What becomes of one small file in a workspace of its own: the rows of a query, and how it was taken. */
export async function readText(
  text: string | Buffer,
  select: string,
  {name = 'export.csv', ...options}: FileOptions & {name?: string} = utc,
): Promise<Read> {
  const space = testWorkspace();
  const result = await space.import(space.file(name, text), options);
  return {
    rows: await space.query(select),
    warnings: result.warnings.join('\n'),
    shape: result.shape,
  };
}

export const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

/** Columns of the records in the file's order of ids. */
export const recordsWith = (columns: string) =>
  `select ${columns} from record_version order by record_id`;

/** The least a ServiceNow list has. */
export const serviceNow = 'number,state,priority,opened_at';
