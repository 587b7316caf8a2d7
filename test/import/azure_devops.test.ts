import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'azure_devops', name);

test('a query of a tree lands month first, its titles from two columns, names without their mail', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('query.csv'), {timezone: 'Europe/Stockholm'});
  expect(result).toMatchObject({
    connector: 'azure_devops',
    shape: 'query_csv',
    rowsAccepted: 5,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '4101',
    record_type: 'incident',
    title: 'Checkout page is down',
    description: '<div>Open the cart,\nthen pay</div>',
    category: 'Shop\\Payments',
    assignment_group: 'Payments',
    assignee: 'Tove Lindqvist',
    requester: 'Ola Strand',
    status: 'closed',
    priority: 'P1',
    opened_at: new Date('2026-01-05T08:00:24Z'),
    resolved_at: new Date('2026-01-05T22:45:00Z'),
    closed_at: new Date('2026-01-06T11:30:00Z'),
    resolution_code: 'Fixed',
  });
  expect(rows[1]).toMatchObject({
    title: 'Total is "wrong"',
    assignee: null,
    status: 'in_progress',
    parent_id: '4101',
    opened_at: new Date('2026-01-12T23:05:00Z'),
  });
  expect(rows.slice(2)).toMatchObject([
    // Closed as a duplicate is no resolution of its own.
    {status: 'merged', status_raw: 'Closed', opened_at: new Date('2026-07-14T06:05:00Z')},
    {status: 'cancelled', priority: 'P4'},
    {record_type: 'other', status: 'unknown', status_raw: 'Brewing', priority: null},
  ]);
  expect(result.warnings.join(' ')).toContain('Brewing');
});

test('work items of Analytics need no zone; a state of the team falls back on its category', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('work_items.json'));
  expect(result).toMatchObject({shape: 'analytics', timezone: null, rowsAccepted: 3});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      status: 'closed',
      priority: 'P2',
      assignee: 'Tove Lindqvist',
      category: 'Shop\\Payments',
      opened_at: new Date('2026-01-05T08:00:24.730Z'),
      resolved_at: new Date('2026-01-05T14:00:00.500Z'),
      closed_at: new Date('2026-01-06T09:00:00Z'),
    },
    {status: 'in_progress', status_raw: 'Brewing', assignee: null, priority: 'P4'},
    {status: 'cancelled', status_raw: 'Closed'},
  ]);
});

test('revisions land as versions of one work item', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('revisions.json'));
  expect(result).toMatchObject({shape: 'analytics_revisions', rowsAccepted: 3, records: 1});
  expect(
    await space.query(
      'select grain, version_number, status, priority, updated_at from record_version order by version_number',
    ),
  ).toEqual([
    {
      grain: 'version',
      version_number: 1,
      status: 'new',
      priority: 'P2',
      updated_at: new Date('2026-01-05T08:00:24.730Z'),
    },
    {
      grain: 'version',
      version_number: 2,
      status: 'in_progress',
      priority: 'P1',
      updated_at: new Date('2026-01-05T08:10:00Z'),
    },
    {
      grain: 'version',
      version_number: 3,
      status: 'merged',
      priority: 'P2',
      updated_at: new Date('2026-01-05T10:10:00Z'),
    },
  ]);
});
