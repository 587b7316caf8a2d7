import type {Workspace} from '../../src/config/workspace.ts';
import {openDatabase} from '../../src/warehouse/database.ts';

/** What the tools said, as it landed. Instants are `Date`s here and milliseconds everywhere else. */
export interface Landing {
  versions: Version[];
  changes: LoggedChange[];
  cycles: SlaCycle[];
  imports: Import[];
}

/** One version of a record, as a row of an export tells it. */
export interface Version {
  source: string;
  record_id: string;
  number: string | null;
  record_type: string | null;
  title: string | null;
  description: string | null;
  service: string | null;
  category: string | null;
  subcategory: string | null;
  ci: string | null;
  location: string | null;
  channel: string | null;
  requester: string | null;
  vip: boolean | null;
  impact: string | null;
  urgency: string | null;
  priority: string | null;
  status: string | null;
  status_raw: string | null;
  stops_clock: boolean | null;
  assignment_group: string | null;
  assignee: string | null;
  tier: string | null;
  occurred_at: Date | null;
  detected_at: Date | null;
  opened_at: Date | null;
  responded_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  updated_at: Date | null;
  version_number: number | null;
  reopen_count: number | null;
  reassignment_count: number | null;
  resolution_notes: string | null;
  knowledge_id: string | null;
  is_automated: boolean | null;
  is_major: boolean | null;
  parent_id: string | null;
  problem_id: string | null;
  duplicate_of: string | null;
  sla_met_recorded: boolean | null;
  sla_due_at: Date | null;
  satisfaction: number | null;
  attributes: Record<string, string | null> | null;
  row_hash: number;
  import_id: number;
}

/** One line of a change log. */
export interface LoggedChange {
  source: string;
  /** The record's id or its number, whichever the log has. */
  record_id: string;
  field: string;
  from_value: string | null;
  to_value: string | null;
  from_raw: string | null;
  to_stops_clock: boolean | null;
  changed_at: Date;
  changed_by: string | null;
}

/** One of the tool's own SLA records. */
export interface SlaCycle {
  source: string;
  record_id: string;
  kind: string | null;
  stage: string | null;
  due_at: Date | null;
  is_breached: boolean | null;
}

export interface Import {
  import_id: number;
  source: string;
  as_of: Date | null;
}

/** Reads a workspace's landing file whole, so that everything after it is plain TypeScript. */
export async function readLanding({landingFile}: Workspace): Promise<Landing> {
  const database = await openDatabase(landingFile, {mode: 'read'});
  try {
    return {
      versions: await database.query<Version>('select * from record_version'),
      changes: await database.query<LoggedChange>('select * from change'),
      cycles: await database.query<SlaCycle>('select * from sla_cycle'),
      imports: await database.query<Import>('select * from import_log'),
    };
  } finally {
    database.close();
  }
}
