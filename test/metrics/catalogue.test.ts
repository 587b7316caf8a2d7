import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {
  bindCatalogue,
  catalogueOf,
  checkShape,
  loadCatalogue,
  readCatalogue,
} from '../../src/metrics/catalogue.ts';
import {keepCheckedMetrics} from '../../src/metrics/checked-metrics.ts';
import {columnFaults} from '../../src/metrics/column-faults.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {incidentMarts, metricOf} from './tiny-marts.ts';

let database: Database;
beforeAll(async () => {
  database = await incidentMarts(`(1, '2016-03-01', '2016-03-02', 'P1', 'Mail', 1.0, null)`);
});
afterAll(() => database.close());

const header = `-- Opened
-- Incidents opened.
-- @unit count
-- @at opened_at
`;
const body = 'select count(*) as value, count(*) as n from marts.fct_incident';

describe('a header', () => {
  test('gives label, definition and tags', () => {
    const metric = metricOf(
      `-- Mean time to resolve
-- Average hours to resolution,
-- over incidents resolved in the period.
--
-- A few long ones dominate it.
-- @unit hours
-- @better lower
-- @at resolved_at
-- @by source, priority
-- @needs resolved_at
${body};
`,
      'sql/metrics/mttr.sql',
    );
    expect(metric).toEqual({
      id: 'mttr',
      label: 'Mean time to resolve',
      definition:
        'Average hours to resolution, over incidents resolved in the period. A few long ones dominate it.',
      unit: 'hours',
      better: 'lower',
      at: 'resolved_at',
      isSnapshot: false,
      by: ['source', 'priority'],
      takesAttributes: false,
      attributes: [],
      needs: ['resolved_at'],
      isSurvival: false,
      settles: null,
      hasInterval: true,
      sql: body,
      file: 'sql/metrics/mttr.sql',
    });
  });

  const faults: [string, string, string, RegExp][] = [
    [
      'an unknown unit',
      header.replace('count', 'minutes') + body,
      'line 3: @unit minutes is not known',
      /count, share, hours/,
    ],
    [
      'a missing unit',
      header.replace('-- @unit count\n', '') + body,
      '@unit is missing',
      /count, share/,
    ],
    [
      'an unknown tag',
      header + '-- @owner me\n' + body,
      'line 5: unknown tag @owner',
      /@unit, @better/,
    ],
    [
      'a tag given twice',
      header + '-- @unit share\n' + body,
      'line 5: @unit is given twice',
      /one of the two/,
    ],
    [
      'an unknown dimension',
      header + '-- @by priority, colour\n' + body,
      'line 5: @by colour is no dimension',
      /source, service/,
    ],
    [
      'an unknown direction',
      header + '-- @better up\n' + body,
      'line 5: @better up is not known',
      /lower, higher/,
    ],
    [
      'a date that is no instant',
      header.replace('opened_at', 'opened_on') + body,
      'line 4: @at opened_on',
      /_at/,
    ],
    [
      'a missing definition',
      header.replace('-- Incidents opened.\n', '') + body,
      'the definition is missing',
      /what is counted/,
    ],
    ['a missing query', header, 'the query is missing', /one select/],
    [
      'a setting nothing waits for',
      header + '-- @settles aged_days\n' + body,
      'line 5: @settles aged_days is not known',
      /reopen_days, recurrence_days, premature_hours/,
    ],
    [
      'an unknown interval',
      header + '-- @interval wald\n' + body,
      'line 5: @interval wald is not known',
      /wilson, none/,
    ],
    [
      'survival of a count',
      header + '-- @survival\n' + body,
      'line 5: @survival gives hours',
      /@unit hours/,
    ],
  ];
  test.each(faults)('with %s names file, line and the way out', (_name, text, message, remedy) => {
    expect(() => metricOf(text)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        remedy: expect.stringMatching(remedy),
      }),
    );
    expect(() => metricOf(text)).toThrow('sql/metrics/example.sql');
  });
});

describe('tags', () => {
  test('say that a figure waits, that it is a survival median, and what has no interval', () => {
    expect(metricOf(`${header}-- @settles reopen_days\n-- @interval none\n${body}`)).toMatchObject({
      settles: 'reopen_days',
      hasInterval: false,
      isSurvival: false,
    });
  });

  test('attribute stands for the dimensions of the workspace, whichever they are', () => {
    const metric = metricOf(`${header}-- @by priority, attribute\n${body}`);
    expect(metric).toMatchObject({by: ['priority'], takesAttributes: true, attributes: []});
  });
});

describe('the shape of a survival query', () => {
  const head = `-- Median\n-- Half.\n-- @unit hours\n-- @at opened_at\n-- @survival\n`;
  const from = 'from marts.fct_incident';

  test('is hours and whether they are over, and perhaps whether the incident is open', async () => {
    await checkShape(database, metricOf(`${head}select resolve_hours as hours, is_over ${from}`));
    const open = `select resolve_hours as hours, is_resolved as is_over, not is_resolved as is_open`;
    await checkShape(database, metricOf(`${head}${open} ${from}`));
  });

  test.each([
    ['select avg(resolve_hours) as value, count(*) as n', 'its columns are value, n'],
    ['select is_resolved as is_over, resolve_hours as hours', 'its columns are is_over, hours'],
    ['select resolve_hours as hours', 'its columns are hours'],
  ])('is not %s', async (sql, message) => {
    await expect(checkShape(database, metricOf(`${head}${sql} ${from}`))).rejects.toThrow(message);
  });
});

describe('the shape of a query', () => {
  const wrong: [string, string][] = [
    [`${body} group by priority`, 'group by'],
    [`${body} order by 1`, 'order by'],
    [`${body} limit 1`, 'limit'],
    [`${body} union all ${body}`, 'set operation'],
    [`select distinct 1 as value, 1 as n from marts.fct_incident`, 'it has'],
    [`${body} having count(*) > 1`, 'having'],
    ['select count(*) as n, count(*) as value from marts.fct_incident', 'its columns are n, value'],
    ['select count(*) as value from marts.fct_incident', 'its columns are value'],
    ['select 1 as value, 2 as n from staging.record', 'it reads staging.record'],
    ["select 1 as value, 2 as n from read_csv('/etc/passwd') f", 'it reads nothing'],
    ['select 1 as value, 2 as n', 'it reads nothing'],
    [`${body}; drop table marts.fct_incident`, "can't be read"],
    ['delete from marts.fct_incident', "can't be read"],
    ['select count(* as value', "can't be read"],
    ['select 1 as value, sum(hours) as n from marts.fct_incident', 'what its n counts'],
    ['select 1 as value, count(distinct ci) as n from marts.fct_incident', 'what its n counts'],
    ['select 1 as value, count(*) + 1 as n from marts.fct_incident', 'what its n counts'],
  ];
  test.each(wrong)('%s is refused', async (sql, message) => {
    await expect(checkShape(database, metricOf(header + sql))).rejects.toThrow(message);
  });

  test('with a population, a subquery of marts and a comment is taken', async () => {
    const sql = `with late as (select * from marts.fct_incident)
select count(resolve_hours) as value, count(*) as n, count(*) as population -- all
from late where priority in (select priority from marts.fct_incident)`;
    await checkShape(database, metricOf(header + sql));
  });

  test('a column that the mart hasn’t is found before anyone asks', async () => {
    const good = metricOf(`${header}-- @by priority\n${body}`);
    const bad = metricOf(`${header}-- @by channel\n${body}`, 'sql/metrics/bad.sql');
    const problems = await columnFaults(database, [good, bad]);
    expect(problems.map((problem) => problem?.message)).toEqual([
      undefined,
      expect.stringMatching(/^sql\/metrics\/bad\.sql: .*channel/),
    ]);
  });

  test('of rows without a record is found too: nobody could list its incidents', async () => {
    await database.run(`create or replace table marts.visit as
      select date '2016-03-01' as opened_on, timestamptz '2016-03-01' as opened_at`);
    const alien = metricOf(`${header}${body.replace('fct_incident', 'visit')}`);
    const [problem] = await columnFaults(database, [alien]);
    expect(problem?.message).toMatch(/record_no/);
  });
});

test('one bad file is reported by name and the others still work', async () => {
  const root = await mkdtemp(join(tmpdir(), 'metrics-'));
  await mkdir(join(root, 'metrics'));
  await writeFile(join(root, 'metrics', 'good.sql'), header + body);
  await writeFile(join(root, 'metrics', 'bad.sql'), header + 'select 1 as x from marts.a');
  await writeFile(join(root, 'metrics', 'Bad Name.sql'), header + body);
  const folder = {directory: join(root, 'metrics'), root};
  const {metrics, problems} = await readCatalogue(database, [folder, folder]);
  expect(metrics.map((metric) => [metric.id, metric.file])).toEqual([['good', 'metrics/good.sql']]);
  expect(problems.map((problem) => problem.message)).toEqual([
    expect.stringContaining('metrics/Bad Name.sql'),
    expect.stringContaining('metrics/bad.sql'),
    expect.stringContaining('metrics/Bad Name.sql'),
    expect.stringContaining('metrics/bad.sql'),
    expect.stringContaining('there is a metric "good" already'),
  ]);
  await rm(root, {recursive: true});
});

test('a metric that a build can’t answer is left out of its catalogue, and said', async () => {
  const good = metricOf(`${header}-- @by priority\n${body}`, 'sql/metrics/good.sql');
  const bad = metricOf(`${header}-- @by channel\n${body}`, 'metrics/bad.sql');
  const {metrics, problems} = await bindCatalogue(catalogueOf([good, bad]), database);
  expect(metrics.map(({id}) => id)).toEqual(['good']);
  expect(problems.map(({message}) => message)).toEqual([
    expect.stringMatching(/^metrics\/bad\.sql: .*channel/),
  ]);
});

test('a metric of the workspace whose values are no numbers is found before anyone asks', async () => {
  const text = 'select min(priority) as value, count(*) as n from marts.fct_incident';
  const bad = metricOf(`${header}${text}`, 'metrics/bad.sql');
  const {metrics, problems} = await bindCatalogue(catalogueOf([bad]), database);
  expect(metrics).toEqual([]);
  expect(problems[0]?.message).toMatch(
    /^metrics\/bad\.sql: Could not convert string 'P1' to DOUBLE/,
  );
});

test('what a build found to fit is not planned again, unless it is another metric by now', async () => {
  const before = metricOf(`${header}-- @by priority\n${body}`);
  const after = metricOf(`${header}-- @by channel\n${body}`);
  const planned = vi.spyOn(database, 'run');
  await database.run('create schema if not exists settings');
  await keepCheckedMetrics(database, [before]);
  planned.mockClear();
  expect(await columnFaults(database, [before])).toEqual([null]);
  expect(planned).not.toHaveBeenCalled();
  const [problem] = await columnFaults(database, [after]);
  expect(problem?.message).toMatch(/channel/);
  planned.mockRestore();
  await database.run('drop table settings.checked_metric');
});

test('a date that the mart hasn’t is named as the file names it', async () => {
  const [problem] = await columnFaults(database, [
    metricOf(`${header}${body}`.replace(/@at \w+/, '@at found_at'), 'metrics/bad.sql'),
  ]);
  expect(problem?.message).toMatch(/^metrics\/bad\.sql: no column dates it as @at found_at says/);
});

test('a workspace adds its own metrics to those that ship', async () => {
  const root = await mkdtemp(join(tmpdir(), 'workspace-'));
  const without = await loadCatalogue(database, {workspaceDirectory: root});
  await mkdir(join(root, 'metrics'));
  await writeFile(join(root, 'metrics', 'own.sql'), header + body);
  const catalogue = await loadCatalogue(database, {workspaceDirectory: root});
  expect(without.metrics.map(({id}) => id)).not.toContain('own');
  expect(catalogue.get('own').label).toBe('Opened');
  expect(() => catalogue.get('nope')).toThrow('There is no metric "nope".');
  await rm(root, {recursive: true});
});
