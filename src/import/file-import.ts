import type {Source} from '../config/config.ts';
import type {Session} from '../warehouse/database.ts';
import type {Grain} from './canonical-fields.ts';
import type {DecodedFile} from './decode.ts';
import type {ImportRecord} from './import-log.ts';
import type {Landed} from './land.ts';

/** What became of one file: each row read is accepted, unchanged, rejected or skipped. */
export interface FileImport {
  file: string;
  importId: number;
  source: string;
  connector: string;
  shape: string;
  grain: Grain;
  encoding: string;
  delimiter: string | null;
  timezone: string | null;
  asOf: Date | null;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  rowsUnchanged: number;
  rowsSkipped: number;
  records: number;
  changes: number;
  warnings: string[];
  /** The same bytes had landed in this source before, as `importId`; nothing was added. */
  isRepeat: boolean;
  /** The same bytes had been read otherwise before; this reading has taken the place of that one. */
  isReread: boolean;
}

/** The import in which the same bytes landed in this source before, told as this file's; null without one. */
export async function repeatOf(
  session: Session,
  {file, source, zone}: {file: DecodedFile; source: Source; zone: string | null},
): Promise<FileImport | null> {
  const [row] = await session.query<ImportRow>(
    `select * from import_log where sha256 = $sha256::varchar and source = $source::varchar
      and part is not distinct from $part::varchar limit 1`,
    {sha256: file.sha256, source: source.name, part: file.part},
  );
  if (!row) return null;
  return {
    file: file.originalPath,
    importId: row.import_id,
    source: row.source,
    connector: row.connector,
    shape: row.shape,
    grain: row.grain,
    encoding: row.encoding,
    delimiter: row.delimiter,
    timezone: row.timezone,
    asOf: row.as_of,
    rowsRead: row.rows_read,
    rowsAccepted: 0,
    rowsRejected: row.rows_rejected,
    rowsUnchanged: row.rows_read - row.rows_rejected - row.rows_skipped,
    rowsSkipped: row.rows_skipped,
    records: row.record_count,
    changes: 0,
    warnings: [
      `The same file is here already, as import ${row.import_id} (${row.file_name}); nothing was added.`,
      ...otherZone(row, zone),
    ],
    isRepeat: true,
    isReread: false,
  };
}

/** Read with another zone than is asked for now: the way to read it again. */
function otherZone({timezone, source}: ImportRow, zone: string | null): string[] {
  if (timezone === null || zone === null || timezone === zone) return [];
  return [
    `Its times were read in ${timezone}, not ${zone}. To read it again, set zone: ${zone} for source ${source} in meantime.yaml and run meantime reimport.`,
  ];
}

interface ImportRow {
  import_id: number;
  file_name: string;
  source: string;
  connector: string;
  shape: string;
  grain: Grain;
  timezone: string | null;
  encoding: string;
  delimiter: string | null;
  as_of: Date | null;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  rows_skipped: number;
  rows_unchanged: number;
  record_count: number;
}

/** What an import that has just landed is told as. */
export function reportOf(record: ImportRecord, landed: Landed): FileImport {
  const {rowsRead, rowsAccepted, rowsUnchanged} = landed;
  const rowsRejected = landed.rejected.length;
  const rowsSkipped = rowsRead - rowsAccepted - rowsUnchanged - rowsRejected;
  return {
    file: record.file.originalPath,
    importId: record.importId,
    source: record.source,
    connector: record.connector,
    shape: record.shape,
    grain: record.grain,
    encoding: record.file.encoding,
    delimiter: record.delimiter,
    timezone: record.timezone,
    asOf: record.asOf,
    rowsRead,
    rowsAccepted,
    rowsRejected,
    rowsUnchanged,
    rowsSkipped,
    records: landed.measures.recordCount,
    changes: record.grain === 'change' ? rowsAccepted : 0,
    warnings: record.warnings,
    isRepeat: false,
    isReread: false,
  };
}
