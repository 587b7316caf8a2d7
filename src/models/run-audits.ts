import {Temporal} from 'temporal-polyfill';
import type {Session} from '../warehouse/database.ts';
import type {SqlValue} from '../warehouse/javascript-value.ts';
import type {Audit} from './model.ts';

export interface AuditRun {
  audit: string;
  sentence: string;
  severity: Audit['severity'];
  /** Rows that break the rule. */
  failures: number;
  /** The first of them as people read them; null when there are none. */
  sample: string | null;
}

/**
 * Asks every audit for the rows that break its rule.
 * @param zone the workspace's: people compare the times with those of its pages
 */
export async function runAudits(
  session: Session,
  audits: Audit[],
  zone: string,
): Promise<AuditRun[]> {
  const runs: AuditRun[] = [];
  for (const audit of audits) runs.push(await runAudit(session, audit, zone));
  return runs;
}

async function runAudit(session: Session, audit: Audit, zone: string): Promise<AuditRun> {
  const {name, sentence, severity} = audit;
  const body = audit.sql.trim().replace(/;$/, '');
  try {
    const [row] = await session.query<{n: number}>(`select count(*) as n from (${body}\n)`);
    const failures = row?.n ?? 0;
    if (failures === 0) return {audit: name, sentence, severity, failures, sample: null};
    const first = await session.query(`select * from (${body}\n) limit 3`);
    return {
      audit: name,
      sentence,
      severity,
      failures,
      sample: first.map((row) => rowText(row, zone)).join('; '),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${audit.file}: ${message}`, {cause: error});
  }
}

/** `servicenow INC0024741, opened 2026-06-30 12:27`. */
function rowText({source, number, ...rest}: Record<string, SqlValue>, zone: string): string {
  const name = [source, number].filter((part) => part != null).map(String);
  const facts = Object.entries(rest)
    .filter(([, value]) => value !== null)
    .map(([column, value]) => `${columnWords(column)} ${valueText(value, zone)}`);
  return [...(name.length > 0 ? [name.join(' ')] : []), ...facts].join(', ');
}

function columnWords(column: string): string {
  return column.replace(/_(at|on)$/, '').replaceAll('_', ' ');
}

function valueText(value: SqlValue, zone: string): string {
  if (!(value instanceof Date)) return String(value);
  const local = Temporal.Instant.fromEpochMilliseconds(value.getTime()).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().toString({smallestUnit: 'minute'}).replace('T', ' ');
}
