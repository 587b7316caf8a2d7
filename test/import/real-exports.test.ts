import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

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
