import type {Session} from '../warehouse/database.ts';
import type {Grain} from './canonical-fields.ts';
import type {DecodedFile} from './decode.ts';
import type {Landed} from './land.ts';

/** All that the landing file keeps of one import, besides its rows. */
export interface ImportRecord {
  importId: number;
  file: DecodedFile;
  source: string;
  connector: string;
  shape: string;
  grain: Grain;
  mappingHash: string;
  timezone: string | null;
  delimiter: string | null;
  asOf: Date | null;
  isAsOfStated: boolean;
  startedAt: Date;
  finishedAt: Date;
  landed: Landed;
  warnings: string[];
  /** Headers that no field was read from. */
  attributeColumns: string[];
  fields: {
    field: string;
    header: string | null;
    format: string | null;
    filled: number;
    rows: number;
  }[];
}

/** Writes the log of an import: itself, its fields, its unknown values and its rejected rows. */
export async function recordImport(session: Session, record: ImportRecord): Promise<void> {
  const {landed} = record;
  await insertAll(session, 'import_log', logColumns, [logRow(record)]);
  await insertAll(session, 'import_field', fieldColumns, fieldRows(record));
  await insertAll(
    session,
    'unmapped_value',
    unmappedColumns,
    landed.measures.unmapped.map((found) => ({
      import_id: record.importId,
      field: found.field,
      value: found.value,
      row_count: found.count,
    })),
  );
  await insertAll(
    session,
    'rejected_row',
    rejectedColumns,
    landed.rejected.map((row) => ({
      import_id: record.importId,
      file_name: record.file.fileName,
      row_number: row.rowNumber,
      field: row.field,
      value: row.value,
      reason: row.reason,
      cells: row.cells,
    })),
  );
}

function fieldRows(record: ImportRecord): Record<string, unknown>[] {
  const {importId, landed} = record;
  return [
    ...record.fields.map((field) => ({
      import_id: importId,
      field: field.field,
      header: field.header,
      format: field.format,
      filled_count: field.filled,
      row_count: field.rows,
    })),
    ...record.attributeColumns.map((header) => ({
      import_id: importId,
      field: 'attributes',
      header,
      format: null,
      filled_count: 0,
      row_count: landed.measures.rowCount,
    })),
  ];
}

function logRow(record: ImportRecord): Record<string, unknown> {
  const {landed, file} = record;
  return {
    import_id: record.importId,
    file_name: file.fileName,
    sha256: file.sha256,
    byte_count: file.byteCount,
    part: file.part,
    is_encoding_stated: file.isEncodingStated,
    source: record.source,
    connector: record.connector,
    shape: record.shape,
    mapping_hash: record.mappingHash,
    grain: record.grain,
    timezone: record.timezone,
    encoding: file.encoding,
    delimiter: record.delimiter,
    as_of: record.asOf?.toISOString() ?? null,
    is_as_of_stated: record.isAsOfStated,
    started_at: record.startedAt.toISOString(),
    finished_at: record.finishedAt.toISOString(),
    rows_read: landed.rowsRead,
    rows_accepted: landed.rowsAccepted,
    rows_rejected: landed.rejected.length,
    rows_unchanged: landed.rowsUnchanged,
    rows_skipped: landed.skipped.reduce((sum, {count}) => sum + count, 0),
    record_count: landed.measures.recordCount,
    change_count: record.grain === 'change' ? landed.rowsAccepted : 0,
    warnings: record.warnings,
  };
}

const logColumns = {
  import_id: 'integer',
  file_name: 'varchar',
  sha256: 'varchar',
  byte_count: 'bigint',
  part: 'varchar',
  is_encoding_stated: 'boolean',
  source: 'varchar',
  connector: 'varchar',
  shape: 'varchar',
  mapping_hash: 'varchar',
  grain: 'varchar',
  timezone: 'varchar',
  encoding: 'varchar',
  delimiter: 'varchar',
  as_of: 'timestamptz',
  is_as_of_stated: 'boolean',
  started_at: 'timestamptz',
  finished_at: 'timestamptz',
  rows_read: 'bigint',
  rows_accepted: 'bigint',
  rows_rejected: 'bigint',
  rows_unchanged: 'bigint',
  rows_skipped: 'bigint',
  record_count: 'bigint',
  change_count: 'bigint',
  warnings: 'varchar[]',
};

const fieldColumns = {
  import_id: 'integer',
  field: 'varchar',
  header: 'varchar',
  format: 'varchar',
  filled_count: 'bigint',
  row_count: 'bigint',
};

const unmappedColumns = {
  import_id: 'integer',
  field: 'varchar',
  value: 'varchar',
  row_count: 'bigint',
};

const rejectedColumns = {
  import_id: 'integer',
  file_name: 'varchar',
  row_number: 'bigint',
  field: 'varchar',
  value: 'varchar',
  reason: 'varchar',
  cells: 'varchar[]',
};

/** Rows go in as one JSON parameter a batch: bound, typed by the engine, and few statements. */
async function insertAll(
  session: Session,
  table: string,
  columns: Record<string, string>,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const names = Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(', ');
  const structure = JSON.stringify([columns]);
  for (let from = 0; from < rows.length; from += 5000)
    await session.run(
      `insert into ${table} (${names}) select ${names}
       from (select unnest(from_json($rows::varchar, '${structure}'), recursive := true))`,
      {rows: JSON.stringify(rows.slice(from, from + 5000))},
    );
}
