import type {Workspace} from '../../src/config/workspace.ts';
import {landTwoRecords} from '../models/workspace-fixture.ts';

/**
 * Lands INC-A and INC-B of one person about one thing, the second opened three days after the first, which
 * was resolved within the hour; and ten like the first, each of another person.
 */
export async function landTwoAlike(workspace: Workspace): Promise<void> {
  await landTwoRecords(
    workspace,
    `update record_version set number = 'INC-' || record_id, record_type = 'incident',
       requester = 'ann', category = 'Mail', service = 'Mail', title = 'Mail is down',
       status = 'closed', status_raw = 'Closed',
       opened_at = timestamptz '2026-01-02 08:00:00+00' + to_days(if(record_id = 'A', 0, 3)),
       resolved_at = timestamptz '2026-01-02 09:00:00+00' + to_days(if(record_id = 'A', 0, 3)),
       closed_at = timestamptz '2026-01-02 09:00:00+00' + to_days(if(record_id = 'A', 0, 3)),
       updated_at = timestamptz '2026-01-05 09:20:00+00';
     insert into record_version by name
     select record_version.* replace (
       'other ' || i as record_id, hash(i) as row_hash, 'INC-' || i as number,
       'user ' || i as requester
     )
     from record_version, range(10) as others(i) where record_id = 'A';
     update import_log set rows_read = 12, rows_accepted = 12, record_count = 12`,
  );
}
