import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'easyvista', name);

test('requests of the API land by their own offsets; the letter of the number is the type', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('requests.json'));
  expect(result).toMatchObject({
    connector: 'easyvista',
    shape: 'requests',
    timezone: null,
    rowsRead: 6,
    rowsAccepted: 5,
    rowsRejected: 0,
    rowsSkipped: 1,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by record_id');
  expect(rows[0]).toMatchObject({
    record_id: '501',
    number: 'I260105_000001',
    record_type: 'incident',
    title: 'No wireless on the third floor',
    category: 'Network',
    subcategory: 'Wireless',
    location: 'Lyon',
    requester: 'Delmas',
    status: 'closed',
    opened_at: new Date('2026-01-05T14:00:24Z'),
    resolved_at: new Date('2026-01-06T15:30:00Z'),
    // One end date: nothing says when it was closed.
    closed_at: null,
    sla_due_at: new Date('2026-01-05T22:00:00Z'),
    sla_met_recorded: false,
    is_major: true,
  });
  expect(rows.slice(1)).toMatchObject([
    {
      title: 'Wireless',
      status: 'in_progress',
      opened_at: new Date('2026-07-05T13:00:24Z'),
      parent_id: '501',
      sla_met_recorded: null,
    },
    {record_type: 'request', status: 'resolved', subcategory: null, sla_met_recorded: true},
    {record_type: 'problem', status: 'on_hold', stops_clock: true, assignment_group: null},
    {record_type: 'incident', status: 'cancelled'},
  ]);
});

test('tickets with their description and actions around them land as the same request', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'));
  expect(result).toMatchObject({shape: 'requests', rowsAccepted: 1});
  expect(await space.query('from record_version')).toMatchObject([
    {
      record_id: '507',
      status: 'closed',
      description: 'Words of the caller',
      opened_at: new Date('2026-01-09T08:00:24Z'),
      sla_met_recorded: true,
    },
  ]);
});

test('a dump by column names is universal time', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('requests_table.csv'));
  expect(result).toMatchObject({shape: 'requests_table', timezone: 'UTC', rowsAccepted: 2});
  expect(await space.query('from record_version order by record_id')).toMatchObject([
    {
      record_id: '601',
      status: 'closed',
      opened_at: new Date('2026-02-01T08:00:00Z'),
      category: 'Workplace',
      sla_met_recorded: true,
      is_major: false,
    },
    {status: 'on_hold', parent_id: '601', resolved_at: null, sla_met_recorded: null},
  ]);
});

test('a French list in windows-1252 lands in the zone of the person who exported it', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('requests_grid_fr.csv'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({
    shape: 'requests_grid',
    encoding: 'windows-1252',
    delimiter: ';',
    rowsAccepted: 4,
    rowsRejected: 0,
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: 'I260312_000014',
      status: 'closed',
      priority: 'P2',
      requester: 'Delmas, Jeanne',
      assignment_group: 'Support N1',
      opened_at: new Date('2026-03-12T07:05:10Z'),
      resolved_at: new Date('2026-03-12T08:00:00Z'),
      sla_due_at: new Date('2026-03-12T11:05:10Z'),
      is_major: false,
    },
    {status: 'on_hold', stops_clock: true, priority: 'P5', is_major: true},
    // After the last Sunday of March: summer time.
    {status: 'unknown', status_raw: 'Chez Roger', opened_at: new Date('2026-03-30T05:00:00Z')},
    {record_type: 'request', status: 'resolved', priority: 'P3'},
  ]);
  expect(result.warnings.join(' ')).toContain('Chez Roger');
});
