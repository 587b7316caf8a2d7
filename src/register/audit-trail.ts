import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {readRegister} from './register-file.ts';

/** One decision as it was made. */
export interface AuditEntry {
  /** From 1, without gaps. */
  entry: number;
  at: Date;
  by: string;
  /** `struck link`, `restored link`. */
  what: string;
  /** What it was decided about. */
  subject: string;
  /** The state it replaced, and the one it made; null where there was or is none. */
  before: object | null;
  after: object | null;
}

/** Adds to the trail, in the transaction that makes the change. */
export async function addToTrail(
  session: Session,
  {at, by, what, subject, before, after}: Omit<AuditEntry, 'entry'>,
): Promise<void> {
  await session.run(
    `insert into audit_trail
     select coalesce(max(entry), 0) + 1, $at::timestamptz, $by, $what, $subject, $before, $after
     from audit_trail`,
    {
      ...{at: at.toISOString(), by, what, subject},
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    },
  );
}

/** Every decision there was, oldest first. */
export async function readAuditTrail(workspace: Workspace): Promise<AuditEntry[]> {
  const rows = await readRegister(
    workspace,
    (session) =>
      session.query<Omit<AuditEntry, 'before' | 'after'> & Record<'before' | 'after', string>>(
        `select entry, decided_at as "at", decided_by as "by", what, subject, before, after
         from audit_trail order by entry`,
      ),
    {absent: []},
  );
  return rows.map((row) => ({...row, before: parsed(row.before), after: parsed(row.after)}));
}

function parsed(json: string | null): object | null {
  return json === null ? null : (JSON.parse(json) as object);
}
