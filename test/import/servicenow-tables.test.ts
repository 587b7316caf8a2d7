import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'servicenow', name);
const berlin = {timezone: 'Europe/Berlin'};
const at = (text: string) => new Date(text);

test('an audit trail with labels lands in the zone of who exported it, other tables left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('sys_audit_labels.csv'), berlin);
  expect(result).toMatchObject({shape: 'sys_audit_labels', rowsAccepted: 3, rowsSkipped: 1});
  expect(await space.query('from change order by changed_at')).toMatchObject([
    {
      record_id: 'a1',
      field: 'status',
      from_value: 'new',
      to_value: 'in_progress',
      changed_at: at('2026-03-14T08:20:00Z'),
      changed_by: 'ines.duarte',
    },
    {field: 'assignment_group', from_value: 'g1', to_value: 'g2'},
    {field: 'status', to_value: 'on_hold', to_stops_clock: true},
  ]);
});

test('SLA records with labels are of the kind their target says, cancelled ones told as such', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('task_sla_labels.csv'), berlin);
  expect(result).toMatchObject({shape: 'task_sla_labels', rowsAccepted: 3});
  expect(await space.query('from sla_cycle order by record_id, kind desc')).toMatchObject([
    {
      record_id: 'INC0001',
      kind: 'response',
      stage: 'completed',
      is_breached: false,
      started_at: at('2026-03-14T08:15:00Z'),
      due_at: at('2026-03-14T08:45:00Z'),
      ended_at: at('2026-03-14T08:20:00Z'),
    },
    {record_id: 'INC0001', kind: 'resolution', stage: 'in_progress', is_breached: true},
    {record_id: 'INC0002', kind: 'resolution', stage: 'cancelled'},
  ]);
});

test('metrics of the Table API land the values a field took, in universal time', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('metric_instance.json'));
  expect(result).toMatchObject({shape: 'json_metric_instance', rowsAccepted: 3, rowsSkipped: 1});
  expect(await space.query('from change order by changed_at')).toMatchObject([
    {record_id: 'a1', field: 'status', to_value: 'new', changed_at: at('2026-03-14T08:15:02Z')},
    {field: 'assignment_group', to_value: 'Workplace'},
    {field: 'status', to_value: 'on_hold', to_stops_clock: true},
  ]);
});

test("a warehouse's copy of the table lands without what was deleted in the tool", async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('warehouse_copy.csv'));
  expect(result).toMatchObject({shape: 'warehouse_copy', rowsAccepted: 2, rowsSkipped: 1});
  expect(await space.query('from record_version order by record_id')).toMatchObject([
    {
      record_id: 'a1',
      status: 'resolved',
      requester: 'u1',
      problem_id: 'p9',
      reopen_count: 1,
      opened_at: at('2026-03-14T08:15:02Z'),
      resolved_at: at('2026-03-14T10:15:00Z'),
    },
    {record_id: 'a2', status: 'on_hold', parent_id: 'a1', resolved_at: null},
  ]);
});
