import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {build} from '../../src/models/build.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'vinst', name);
const seen = `select number, status, tier, updated_at, stops_clock from record_version order by number, updated_at`;

const expected = [
  version('1-364285768', 'in_progress', 'L1', '2026-03-31T14:59:42Z'),
  version('1-364285768', 'on_hold', 'L1', '2026-04-01T06:00:00Z'),
  version('1-364285768', 'in_progress', 'L3', '2026-04-02T06:00:00Z'),
  version('1-364285768', 'resolved', 'L3', '2026-04-02T13:45:48Z'),
  version('1-364285768', 'closed', 'L3', '2026-04-09T13:45:48Z'),
  version('1-467153946', 'in_progress', 'L1', '2026-03-28T08:00:00Z'),
  // Solved while the caller was on the telephone.
  version('1-467153946', 'resolved', 'L1', '2026-03-29T07:10:00Z'),
  version('1-500000001', 'in_progress', 'L3', '2026-04-03T08:00:00Z'),
  version('1-500000001', 'unknown', 'L2', '2026-04-03T09:00:00Z'),
];

function version(number: string, status: string, tier: string, at: string) {
  const stops = status === 'unknown' ? null : status === 'on_hold';
  return {number, status, tier, updated_at: new Date(at), stops_clock: stops};
}

test('an XES log lands a version an event, by sub-status, with the line of support', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.xes'));
  expect(result).toMatchObject({
    connector: 'vinst',
    shape: 'xes',
    grain: 'version',
    rowsAccepted: 9,
    records: 3,
    timezone: null,
  });
  expect(unaccounted(result)).toBe(0);
  expect(await space.query(seen)).toEqual(expected);
  const [row] = await space.query('from record_version limit 1');
  expect(row).toMatchObject({assignee: 'Agent & Co', service: 'PROD582', impact: 'Medium'});
});

test('the same log as CSV lands the same', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.csv'));
  expect(result).toMatchObject({connector: 'vinst', shape: 'csv', encoding: 'windows-1252'});
  expect(await space.query(seen)).toEqual(expected);
  expect(await space.query('select distinct assignee from record_version')).toEqual([
    {assignee: 'Zoé'},
  ]);
});

test('a case was opened with its first row, for nothing else tells when', async () => {
  const space = testWorkspace();
  await space.import(fixture('incidents.xes'));
  const effects = {
    log: {info() {}, warn() {}},
    progress: silentProgress,
    now: () => new Date('2026-04-20T12:00:00Z'),
  };
  await build(space.workspace, defaultConfig(), effects);
  const warehouse = await openPublished(space.workspace);
  const rows = await warehouse.query(
    'select number, status, opened_at, resolved_at from marts.fct_incident order by number limit 2',
  );
  warehouse.close();
  expect(rows).toEqual([
    {
      number: '1-364285768',
      status: 'closed',
      opened_at: new Date('2026-03-31T14:59:42Z'),
      resolved_at: new Date('2026-04-02T13:45:48Z'),
    },
    {
      number: '1-467153946',
      status: 'resolved',
      opened_at: new Date('2026-03-28T08:00:00Z'),
      resolved_at: new Date('2026-03-29T07:10:00Z'),
    },
  ]);
});
