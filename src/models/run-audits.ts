import type {Session} from '../warehouse/database.ts';
import type {Audit} from './model.ts';

export interface AuditRun {
  audit: string;
  sentence: string;
  severity: Audit['severity'];
  /** Rows that break the rule. */
  failures: number;
  /** The first of them as JSON; null when there are none. */
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
    return {audit: name, sentence, severity, failures, sample: JSON.stringify(first)};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${audit.file}: ${message}`, {cause: error});
  }
}
