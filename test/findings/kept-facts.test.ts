import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {readConfig} from '../../src/config/read-config.ts';
import {workspaceAt} from '../../src/config/workspace.ts';
import {buildAndFind} from '../../src/findings/build-and-find.ts';
import {findFacts} from '../../src/findings/find-facts.ts';
import {keptOrFound} from '../../src/findings/kept-facts.ts';
import {readFindings} from '../../src/findings/read-findings.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {openDatabase, type Database, type SqlParams} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {landSmall} from '../server/small-workspace.ts';

const directory = mkdtempSync(join(tmpdir(), 'meantime-kept-'));
let database: Database;

beforeAll(async () => {
  const workspace = workspaceAt(directory);
  await landSmall(workspace);
  await landSurges(workspace.landingFile);
  const effects = {log: silentLog, progress: silentProgress, now: () => new Date()};
  await buildAndFind(workspace, await readConfig(workspace), effects);
  database = await openPublished(workspace);
});

/** Sixty incidents more on a day of the last complete month, and of the last complete week. */
async function landSurges(file: string): Promise<void> {
  const landing = await openDatabase(file);
  for (const [index, day] of ['2016-02-10', '2016-03-16'].entries())
    await landing.run(`
      insert into record_version by name
      select v.* replace (
        format('S${index}-{}', i) as record_id, format('S${index}-{}', i) as number, 'Mail' as service,
        timestamptz '${day} 10:00:00Z' as opened_at, timestamptz '${day} 15:00:00Z' as resolved_at,
        timestamptz '${day} 15:00:00Z' as updated_at,
        cast(1000 + ${index * 100} + i as ubigint) as row_hash)
      from range(60) as numbers(i)
      cross join (select * from record_version where record_id = 'id0003') as v`);
  await landing.run(
    'update import_log set rows_read = 520, rows_accepted = 520, record_count = 520',
  );
  landing.close();
}

afterAll(() => {
  database.close();
  rmSync(directory, {recursive: true, force: true});
});

test('a build keeps the facts of the last complete week and month, and of those before', async () => {
  const kept = await database.query<{period: string}>(
    'select period from settings.kept_facts order by period',
  );
  expect(kept.map(({period}) => period)).toEqual(['2016-01', '2016-02', '2016-W10', '2016-W11']);
});

test.each(['week', 'month'] as const)(
  'what a build keeps of a %s is what would be found in it',
  async (grain) => {
    const source = {session: database, catalogue: await loadCatalogue(database)};
    const scope = {grain, period: null, where: []};
    const found = await readFindings(source, scope, findFacts);
    expect(found).not.toEqual([]);
    expect(await readFindings(source, scope)).toEqual(found);
  },
);

test('in another language, or of some incidents, facts are looked for', async () => {
  const session = {
    ...database,
    query<Row extends object>(sql: string, params?: SqlParams): Promise<Row[]> {
      if (sql.includes('kept_facts')) return database.query<Row>(sql, params);
      return Promise.reject(new Error('looked for'));
    },
  };
  const catalogue = await loadCatalogue(database);
  const where = [{dimension: 'priority', values: ['P1']}];
  const look = (part: typeof where) =>
    readFindings(
      {session: database, catalogue},
      {grain: 'week', period: null, where: part},
      (context) => keptOrFound({...context, session}),
    );
  await expect(inLanguage('fr', () => look([]))).rejects.toThrow('looked for');
  await expect(look(where)).rejects.toThrow('looked for');
});
