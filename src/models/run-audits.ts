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

/** Asks every audit for the rows that break its rule. */
export async function runAudits(session: Session, audits: Audit[]): Promise<AuditRun[]> {
  const runs: AuditRun[] = [];
  for (const audit of audits) runs.push(await runAudit(session, audit));
  return runs;
}

async function runAudit(session: Session, audit: Audit): Promise<AuditRun> {
  const {name, sentence, severity} = audit;
  const body = audit.sql.trim().replace(/;$/, '');
  try {
    const [row] = await session.query<{n: number}>(`select count(*) as n from (${body}\n)`);
    const failures = row?.n ?? 0;
    if (failures === 0) return {audit: name, sentence, severity, failures, sample: null};
    const first = await session.query(`select * from (${body}\n) limit 3`);
    return {audit: name, sentence, severity, failures, sample: first.map(rowText).join('; ')};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${audit.file}: ${message}`, {cause: error});
  }
}

/** `number INC0024741, opened_at 2026-06-30 10:27`. */
function rowText(row: Record<string, SqlValue>): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');
}

function valueText(value: SqlValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace('T', ' ');
  return String(value);
}
