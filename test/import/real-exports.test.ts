import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted, type TestWorkspace} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data');
const log = join(data, 'uci-servicenow', 'incident_event_log.csv.gz');
const ifThere = test.skipIf(!existsSync(data));
const options = {source: 'uci', connector: 'servicenow', timezone: 'UTC'};
const digest = `select count(*) as rows, count(distinct record_id) as records, sum(row_hash % 1000003) as hashes,
  sum(epoch(opened_at) % 1000003) as opened, count(resolved_at) as resolved, count(assignment_group) as groups
  from record_version`;

ifThere(
  'every row of the real event log lands, again adds nothing, halves in the wrong order and shuffled are the same',
  async () => {
    const space = testWorkspace();
    const result = await space.import(log, options);
    expect(result).toMatchObject({
      shape: 'event_log',
      rowsRead: 141_712,
      rowsRejected: 0,
      records: 24_918,
    });
    expect(unaccounted(result)).toBe(0);
    expect(result.warnings).toEqual([
      'status has values that the connector does not know: “-100” (5).',
    ]);
    await expectThreeByHand(space);
    const expected = await space.query(digest);
    expect(expected).toMatchObject([{records: 24_918}]);
    expect(await space.import(log, options)).toMatchObject({
      isRepeat: true,
      rowsAccepted: 0,
      rowsUnchanged: 141_712,
    });
    expect(await space.query(digest)).toEqual(expected);

    const [header, ...rows] = gunzipSync(readFileSync(log)).toString('utf8').trimEnd().split('\n');
    const file = (lines: string[]) => [header, ...lines, ''].join('\n');
    const middle = 70_001;
    const halves = testWorkspace();
    await halves.import(halves.file('second.csv', file(rows.slice(middle))), options);
    await halves.import(halves.file('first.csv', file(rows.slice(0, middle))), options);
    expect(await halves.query(digest)).toEqual(expected);

    const shuffled = testWorkspace();
    const order = rows
      .map((row, i) => ({row, key: (i * 7919) % 141_713}))
      .sort((a, b) => a.key - b.key);
    await shuffled.import(shuffled.file('shuffled.csv', file(order.map(({row}) => row))), options);
    expect(await shuffled.query(digest)).toEqual(expected);
  },
);

/** The last row of three incidents, and how many each has: read off the file by hand. */
async function expectThreeByHand(space: TestWorkspace): Promise<void> {
  const rows = await space.query(
    `select number, any_value(rows) as rows, any_value(status) as status, any_value(priority) as priority,
       any_value(category) as category, any_value(subcategory) as subcategory,
       any_value(assignment_group) as assignment_group, any_value(assignee) as assignee,
       any_value(reassignment_count) as reassignment_count, any_value(sla_met_recorded) as sla_met_recorded,
       any_value(opened_at) as opened_at, any_value(resolved_at) as resolved_at, any_value(closed_at) as closed_at
     from (select *, count(*) over (partition by record_id) as rows from record_version
       where number in ('INC0000045', 'INC0001234', 'INC0014112')
       qualify version_number = max(version_number) over (partition by record_id))
     group by number order by number`,
  );
  const at = (text: string) => new Date(`2016-${text}:00Z`);
  expect(rows).toEqual([
    {
      number: 'INC0000045',
      rows: 4,
      status: 'closed',
      priority: 'P3',
      category: 'Category 55',
      subcategory: 'Subcategory 170',
      assignment_group: 'Group 56',
      assignee: null,
      reassignment_count: 0,
      sla_met_recorded: true,
      opened_at: at('02-29T01:16'),
      resolved_at: at('02-29T11:29'),
      closed_at: at('03-05T12:00'),
    },
    {
      number: 'INC0001234',
      rows: 14,
      status: 'closed',
      priority: 'P2',
      category: 'Category 55',
      subcategory: 'Subcategory 101',
      assignment_group: 'Group 27',
      assignee: 'Resolver 170',
      reassignment_count: 0,
      sla_met_recorded: false,
      opened_at: at('03-02T11:51'),
      resolved_at: at('03-03T12:19'),
      closed_at: at('03-08T13:00'),
    },
    {
      number: 'INC0014112',
      rows: 9,
      status: 'closed',
      priority: 'P3',
      category: 'Category 57',
      subcategory: 'Subcategory 185',
      assignment_group: 'Group 25',
      assignee: 'Resolver 57',
      reassignment_count: 1,
      sla_met_recorded: false,
      opened_at: at('04-01T13:50'),
      resolved_at: at('04-08T11:23'),
      closed_at: at('04-13T11:59'),
    },
  ]);
}

ifThere('a table dump in windows-1252 with doubled carriage returns lands whole', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'servicenow', 'incident_api_allfields_cp1252.csv'), {
    timezone: 'UTC',
  });
  expect(result).toMatchObject({encoding: 'windows-1252', rowsRejected: 0, rowsRead: 67});
  expect(unaccounted(result)).toBe(0);
});

ifThere(
  'a list that a spreadsheet saved again lands month first, its literal nulls as nothing',
  async () => {
    const space = testWorkspace();
    const result = await space.import(join(data, 'servicenow', 'incident_excel_resaved.csv'), {
      timezone: 'UTC',
    });
    expect(result).toMatchObject({rowsRead: 97, rowsAccepted: 97});
    expect(
      await space.query(`select opened_at, title from record_version where number = 'INC0057044'`),
    ).toEqual([{opened_at: new Date('2025-03-17T06:04:00Z'), title: null}]);
  },
);

ifThere('a header of 150 repeating columns is known, and no rows is said', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'jira', 'header_jira_cloud_export_all_fields.csv'), {
    timezone: 'UTC',
  });
  expect(result).toMatchObject({
    connector: 'jira',
    rowsRead: 0,
    warnings: ['The file has a header and no rows.'],
  });
});
