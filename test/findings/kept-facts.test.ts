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
import type {Database, SqlParams} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {landSmall} from '../server/small-workspace.ts';

const directory = mkdtempSync(join(tmpdir(), 'meantime-kept-'));
let database: Database;

beforeAll(async () => {
  const workspace = workspaceAt(directory);
  await landSmall(workspace);
  const effects = {log: silentLog, progress: silentProgress, now: () => new Date()};
  await buildAndFind(workspace, await readConfig(workspace), effects);
  database = await openPublished(workspace);
});

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
