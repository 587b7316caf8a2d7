import type {Session} from '../warehouse/database.ts';

/** One import and what became of its rows. */
export interface ImportRow {
  import_id: number;
  file_name: string;
  source: string;
  connector: string;
  shape: string | null;
  grain: string;
  timezone: string | null;
  as_of: Date;
  finished_at: Date;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  rows_unchanged: number;
  rows_skipped: number;
  record_count: number;
  change_count: number;
  /** Records not known before. */
  new_record_count: number;
  /** Records it brought in a newer version. */
  updated_record_count: number;
  /** Records it only brought in versions older than what was known. */
  outdated_record_count: number;
  /** Updated records with another status than before. */
  moved_status_count: number;
  warnings: string[] | null;
}

/** Newest first. */
export async function readImports(session: Session, {limit = 1000} = {}): Promise<ImportRow[]> {
  return session.query<ImportRow>(
    `select import_id, file_name, source, connector, shape, grain, timezone, as_of, finished_at,
       rows_read, rows_accepted, rows_rejected, rows_unchanged, rows_skipped, record_count, change_count,
       new_record_count, updated_record_count, outdated_record_count, moved_status_count, warnings
     from marts.fct_import
     order by finished_at desc, import_id
     limit ${Math.trunc(limit)}`,
  );
}

/** A row of a file that could not be read. */
export interface RejectedRow {
  source: string;
  file_name: string;
  /** 1 is the first row after the header. */
  row_number: number;
  field: string | null;
  value: string | null;
  reason: string;
  /** All cells of the row, as they stood in the file. */
  cells: (string | null)[];
}

export interface RejectedPart {
  limit?: number;
  offset?: number;
  /** Only of this import, this source. */
  importId?: number | null;
  source?: string | null;
}

/** Rejected rows in the order of their files, with how many there are in all. */
export async function readRejectedRows(
  session: Session,
  {limit = 100, offset = 0, importId = null, source = null}: RejectedPart = {},
): Promise<{rows: RejectedRow[]; total: number}> {
  const from = `marts.rejected_row
    where ($import::integer is null or import_id = $import)
      and ($source::varchar is null or source = $source)`;
  const params = {import: importId, source};
  const [rows, [counted]] = await Promise.all([
    session.query<RejectedRow>(
      `select source, file_name, row_number, field, value, reason, cells
       from ${from}
       order by source, file_name, row_number, field
       limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`,
      params,
    ),
    session.query<{total: number}>(`select count(*) as total from ${from}`, params),
  ]);
  return {rows, total: counted?.total ?? 0};
}

/** A value that its connector's map doesn't know: kept, counted, shown. */
export interface UnmappedValue {
  source: string;
  field: string;
  value: string;
  row_count: number;
}

/** Most frequent first. */
export async function readUnmappedValues(session: Session): Promise<UnmappedValue[]> {
  return session.query<UnmappedValue>(
    `select source, field, value, row_count from marts.unmapped_value
     order by row_count desc, source, field, value`,
  );
}

/** How many counted incidents of a source have a field. */
export interface FieldCoverage {
  source: string;
  field: string;
  filled_count: number;
  record_count: number;
  /** 0–1 */
  filled_share: number;
}

/** Least filled first, source by source. */
export async function readFieldCoverage(session: Session): Promise<FieldCoverage[]> {
  return session.query<FieldCoverage>(
    `select source, field, filled_count, record_count, filled_share from marts.field_coverage
     order by source, filled_share, field`,
  );
}

/** What an audit of the build found. */
export interface AuditResult {
  audit: string;
  /** The rule, in words. */
  sentence: string;
  severity: 'stop' | 'warn';
  failures: number;
  /** The first offenders as people read them; null when there are none. */
  sample: string | null;
}

/** Broken rules first. */
export async function readAudits(session: Session): Promise<AuditResult[]> {
  return session.query<AuditResult>(
    `select audit, sentence, severity, failures, sample from settings.audit_result
     order by failures = 0, audit`,
  );
}

/** The build that answers. */
export interface BuildInfo {
  build: number;
  built_at: Date;
  code_version: string;
  inputs_hash: string;
  as_of: Date;
}

export async function readBuildInfo(session: Session): Promise<BuildInfo> {
  const [row] = await session.query<BuildInfo>(
    'select build, built_at, code_version, inputs_hash, as_of from settings.build_info',
  );
  if (!row) throw new Error('settings.build_info is empty');
  return row;
}
