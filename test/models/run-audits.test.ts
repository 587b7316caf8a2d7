import {expect, test} from 'vitest';
import type {Audit} from '../../src/models/model.ts';
import {runAudits} from '../../src/models/run-audits.ts';
import {openDatabase} from '../../src/warehouse/database.ts';

const audit = (sql: string): Audit => ({
  name: 'rule',
  file: 'rule.sql',
  sentence: 'A rule.',
  severity: 'warn',
  sql,
});

test('names the first who break a rule, with their times in the zone of the workspace', async () => {
  const database = await openDatabase(':memory:');
  const runs = await runAudits(
    database,
    [
      audit(`select 'desk' as source, 'INC' || i as number, null as status_raw,
               timestamptz '2026-03-29 01:30:00+00' as opened_at, 2 as change_count
             from range(4) as t(i) order by i`),
      audit('select 1 as record_no where false'),
    ],
    'Europe/Amsterdam',
  );
  expect(runs.map(({failures}) => failures)).toEqual([4, 0]);
  expect(runs.map(({sample}) => sample?.split('; ') ?? null)).toEqual([
    ['INC0', 'INC1', 'INC2'].map((n) => `desk ${n}, opened 2026-03-29 03:30, change count 2`),
    null,
  ]);
  database.close();
});
