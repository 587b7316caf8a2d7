import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data', 'zendesk');
const ifThere = test.skipIf(!existsSync(data));

ifThere('search results of the real API land with None as nothing', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'search_tickets.json'));
  expect(result).toMatchObject({connector: 'zendesk', shape: 'tickets_json', rowsAccepted: 2});
  expect(
    await space.query(
      'select number, title, status, priority, channel, opened_at, problem_id from record_version order by number',
    ),
  ).toEqual([
    {
      number: '1',
      title: 'Sample ticket: Meet the ticket',
      status: 'in_progress',
      priority: 'P3',
      channel: 'sample_ticket',
      opened_at: new Date('2019-02-03T10:03:42Z'),
      problem_id: null,
    },
    {
      number: '2',
      title: 'Test',
      status: 'in_progress',
      priority: 'P2',
      channel: 'web',
      opened_at: new Date('2019-02-03T10:08:00Z'),
      problem_id: null,
    },
  ]);
});

ifThere('recorded answers of the audit API land, each event once', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'ticket_audits.json'));
  expect(result).toMatchObject({
    connector: 'zendesk',
    shape: 'audits',
    rowsRead: 1734,
    rowsAccepted: 775,
    rowsSkipped: 177,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query(
    `select field, from_raw, to_raw, to_value, changed_at from change
    where record_id = '1' and field in ('status', 'priority', 'record_type')
    order by changed_at, field`,
  );
  const changed_at = new Date('2023-09-09T23:52:05Z');
  expect(rows).toEqual([
    {field: 'priority', from_raw: null, to_raw: 'normal', to_value: 'P3', changed_at},
    {field: 'record_type', from_raw: null, to_raw: 'incident', to_value: 'incident', changed_at},
    {field: 'status', from_raw: null, to_raw: 'open', to_value: 'in_progress', changed_at},
    // Deleted and taken back.
    {
      field: 'status',
      from_raw: 'open',
      to_raw: 'deleted',
      to_value: 'deleted',
      changed_at: at('2023-09-19T00:19:17Z'),
    },
    {
      field: 'status',
      from_raw: 'deleted',
      to_raw: 'open',
      to_value: 'in_progress',
      changed_at: at('2023-09-19T00:25:38Z'),
    },
  ]);
});

ifThere('replicated tickets land in UTC whatever the zone of the person', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'ticket_data.csv'), {timezone: 'Asia/Tokyo'});
  expect(result).toMatchObject({shape: 'replicated_tickets', rowsRead: 10, rowsAccepted: 10});
  expect(
    await space.query(
      `select number, record_type, status, priority, channel, assignment_group, assignee, opened_at, updated_at
      from record_version where number in ('1595', '16988', '11071') order by number`,
    ),
  ).toEqual([
    {
      number: '11071',
      record_type: null,
      status: 'closed',
      priority: 'P1',
      channel: 'email',
      assignment_group: '360006965034',
      assignee: '1111',
      opened_at: at('2020-08-28T18:06:36Z'),
      updated_at: at('2020-11-15T11:01:27Z'),
    },
    {
      number: '1595',
      record_type: 'incident',
      status: 'deleted',
      priority: null,
      channel: 'web',
      assignment_group: '360006965034',
      assignee: null,
      opened_at: at('2020-02-19T01:54:52Z'),
      updated_at: at('2020-02-19T01:55:11Z'),
    },
    {
      number: '16988',
      record_type: null,
      status: 'resolved',
      priority: null,
      channel: 'email',
      assignment_group: '360013366274',
      assignee: '418284131934',
      opened_at: at('2020-12-22T00:19:23Z'),
      updated_at: at('2021-01-13T18:42:39Z'),
    },
  ]);
});

ifThere('replicated field history lands; a value in the wrong column is counted', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'ticket_field_history_data.csv'));
  expect(result).toMatchObject({shape: 'replicated_history', rowsRead: 38, rowsRejected: 0});
  expect(unaccounted(result)).toBe(0);
  expect(result.warnings.join()).toContain('“solved” (1)');
  const rows = await space.query(
    `select to_raw, to_value, changed_at from change
    where record_id = '11071' and field = 'priority' order by changed_at`,
  );
  expect(rows).toEqual([
    {to_raw: 'normal', to_value: 'P3', changed_at: at('2020-08-28T11:01:27Z')},
    {to_raw: 'medium', to_value: 'P3', changed_at: at('2020-09-30T11:01:27Z')},
    {to_raw: 'high', to_value: 'P2', changed_at: at('2020-10-15T11:01:27Z')},
    {to_raw: 'urgent', to_value: 'P1', changed_at: at('2020-11-02T11:01:27Z')},
  ]);
});

function at(text: string): Date {
  return new Date(text);
}
