import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {runMeantime} from '../cli/run-meantime.ts';
import {writeFiles} from '../models/workspace-fixture.ts';
import {run, type Running} from './running.ts';
import {buildSmall, landSmall, temporaryWorkspace} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
let server: Running;

const quick = `-- Resolved within a working day
-- Share of incidents resolved in the period within eight hours.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by priority, attribute
-- @needs resolve_hours
select avg((resolve_hours <= 8)::integer) as value, count(resolve_hours) as n
from marts.fct_incident
where is_resolved
`;
const wrongColumn = quick.replaceAll('resolve_hours <= 8', 'happiness <= 8');
const wrongShape = quick.replace('where is_resolved', 'where is_resolved group by priority');

beforeAll(async () => {
  await landSmall(workspace);
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(
    `update record_version set attributes =
       map(['Region'], [['North', 'South'][1 + (cast(row_hash as integer) // 4) % 2]])`,
  );
  landing.close();
  await writeFiles(workspace.directory, {
    'meantime.yaml': 'zone: UTC\nattributes:\n  region: Region\n',
    'metrics/quick.sql': quick,
    'metrics/happy.sql': wrongColumn,
    'metrics/grouped.sql': wrongShape,
  });
  await buildSmall(workspace);
  const parser = await openDatabase(':memory:');
  const catalogue = await loadCatalogue(parser, {workspaceDirectory: workspace.directory});
  parser.close();
  server = await run(workspace, {catalogue});
});
afterAll(async () => {
  await server.stop();
  remove();
});

async function json(path: string) {
  const {status, text} = await server.get(path);
  return {status, body: JSON.parse(text)};
}

async function meantime(...words: string[]) {
  return runMeantime(['--workspace', workspace.directory, ...words]);
}

describe('a metric of the workspace’s own', () => {
  const cut = 'grain=week&by=region&where=priority%3DP1';

  test('has the same figures at the command line and in the API, by an attribute too', async () => {
    const {body} = await json(`/api/metrics/quick?${cut}`);
    expect(body.metric).toMatchObject({id: 'quick', by: ['priority', 'region']});
    expect(body.figures.length).toBeGreaterThan(20);
    const options = ['--grain', 'week', '--by', 'region', '--where', 'priority=P1'];
    const {stdout} = await meantime('metrics', '--metric', 'quick', ...options, '--json');
    const printed = JSON.parse(stdout) as Record<string, unknown>[];
    expect(printed.map(({period, region, value, n}) => [period, region, value, n])).toEqual(
      body.figures.map(
        (figure: {period: string; dimensions: {region: string}; value: number; n: number}) => [
          ...[figure.period, figure.dimensions.region, figure.value, figure.n],
        ],
      ),
    );
  });

  test('leads from its figure to its incidents and back', async () => {
    const {body} = await json('/api/metrics/quick?period=2016-W10');
    const listed = await json(
      '/api/incidents?metric=quick&period=2016-W10&region=North&page_size=1000',
    );
    const north = await json('/api/metrics/quick?period=2016-W10&region=North');
    expect(listed.body.total).toBe(north.body.figures[0].n);
    expect(north.body.figures[0].n).toBeLessThan(body.figures[0].n);
    const key = listed.body.incidents[0].record_key as string;
    const {figures} = (await json(`/api/incidents/${key}`)).body;
    expect(figures).toContainEqual(expect.objectContaining({metric: 'quick'}));
  });

  test('stands in the catalogue page and in the description of the API', async () => {
    const {text} = await server.get('/catalogue');
    expect(text).toContain('Resolved within a working day');
    expect(text).toContain('metrics/quick.sql');
    const {body} = await json('/api/openapi.json');
    const names = body.paths['/api/metrics/{id}'].get.parameters.map(
      (each: {name: string}) => each.name,
    );
    expect(names).toContain('region');
    expect(JSON.stringify(body)).toContain('"quick"');
  });
});

describe('a metric that can’t be used', () => {
  test('is named on the catalogue page with the reason, and answers no one', async () => {
    const {text} = await server.get('/catalogue');
    expect(text).toContain('Metrics that can’t be used');
    expect(text).toMatch(/metrics\/happy\.sql: .*happiness/);
    expect(text).toContain('metrics/grouped.sql: it has a `group by`');
    expect((await server.get('/api/metrics/happy')).status).toBe(404);
    expect((await server.get('/api/metrics/grouped')).status).toBe(404);
  });

  test('keeps no account of the others from being told', async () => {
    const {status, body} = await json('/api/reconciliation');
    expect(status).toBe(200);
    const told = body.figures.map(({metric}: {metric: string}) => metric);
    expect(told).toContain('quick');
    expect(told).not.toContain('happy');
    for (const path of ['/quality', '/catalogue/quick', '/sla', '/weekly'])
      expect([path, (await server.get(path)).status]).toEqual([path, 200]);
  });

  test('is named by build, doctor and metrics, and stops none of them', async () => {
    const built = await meantime('build');
    expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('metrics/happy.sql')]);
    const printed = await meantime('metrics', '--metric', 'opened', '--json');
    expect([printed.code, printed.stderr]).toEqual([0, expect.stringContaining('grouped.sql')]);
    const {stdout} = await meantime('doctor');
    expect(stdout).toMatch(/look +metrics +metrics\/grouped\.sql/);
    expect(stdout).toMatch(/look +metrics +metrics\/happy\.sql/);
  });
});

describe('an attribute as a dimension', () => {
  test('is a filter of the pages, and of the list of incidents', async () => {
    const {text} = await server.get('/weekly?period=2016-W10&region=North');
    expect(text).toContain('name="region"');
    expect((await server.get('/incidents?metric=opened&region=South')).text).toContain(
      'region South',
    );
    const {body} = await json('/api/footing?grain=month&by=region&region=North');
    expect(body.footing.length).toBeGreaterThan(2);
    expect(body.footing.every((row: {residual: number}) => row.residual === 0)).toBe(true);
  });

  test('breaks the monthly figures down', async () => {
    const {text} = await server.get('/monthly?period=2016-02');
    expect(text).toContain('id="own-dimensions-region"');
  });

  test('that nobody configured is refused', async () => {
    for (const path of [
      '/api/metrics/opened?attribute_1=North',
      '/weekly?floor=1',
      '/incidents?attribute=North',
      '/api/footing?by=attribute_1',
    ])
      expect([path, (await server.get(path)).status]).toEqual([path, 400]);
  });
});

test('a changed metric makes the build stale', async () => {
  expect((await meantime('build')).code).toBe(0);
  expect((await meantime('doctor')).stdout).toContain('up to date');
  await writeFiles(workspace.directory, {'metrics/quick.sql': quick.replace('<= 8', '<= 9')});
  expect((await meantime('doctor')).stdout).toContain('is older than');
});
