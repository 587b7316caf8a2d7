import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {packagePath} from '../../src/base/package-root.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {readConfig} from '../../src/config/read-config.ts';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {createFunctions, loadFunctions} from '../../src/models/create-functions.ts';
import {loadModels} from '../../src/models/load.ts';
import {orderModels} from '../../src/models/order.ts';
import {runModels} from '../../src/models/run-models.ts';
import {writeSettings} from '../../src/models/settings.ts';
import {readKnownCandidates, rememberCandidates} from '../../src/register/known-candidates.ts';
import {openDatabase, type Session} from '../../src/warehouse/database.ts';
import {quoteText} from '../../src/warehouse/quote.ts';
import {modelsUpTo} from '../models/models-up-to.ts';

export interface FoundCandidate {
  candidateNo: number;
  label: string;
  rank: number;
  /** `source:record_id` of its incidents, in alphabetical order. */
  incidents: string[];
}

export interface FindOptions {
  /** Whose landing and settings are read. */
  workspace: Workspace;
  /** The data's own clock; nothing that happened later has landed. */
  asOf: string;
  threads: number;
  /** Rows land in an order of their own for each. */
  shuffle: string;
}

const models = ['marts.dim_candidate', 'marts.fct_candidate_incident', 'marts.dim_record'];

/** A memory for candidates that several builds share, as a workspace's register is. */
export interface Memory {
  find(options: FindOptions): Promise<FoundCandidate[]>;
  forget(): void;
}

/** Finds candidates as a build does, and remembers them for the next time. */
export function candidateMemory(): Memory {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-candidates-'));
  const register = workspaceAt(directory);
  return {
    find: async (options) => findCandidates(options, register),
    forget: () => rmSync(directory, {recursive: true, force: true}),
  };
}

async function findCandidates(
  {workspace, asOf, threads, shuffle}: FindOptions,
  register: Workspace,
): Promise<FoundCandidate[]> {
  const database = await openDatabase(':memory:', {
    settings: {threads: String(threads), preserve_insertion_order: 'false'},
  });
  try {
    return await database.session(async (session) => {
      await copyLanding(session, {file: workspace.landingFile, asOf, shuffle});
      const known = await readKnownCandidates(register);
      await writeSettings(session, await readConfig(workspace), {
        asOf,
        candidates: {known, edits: {merges: [], splits: [], accepted: []}},
      });
      await runCandidateModels(session);
      await rememberCandidates(register, session);
      return foundIn(session);
    });
  } finally {
    database.close();
  }
}

/** The landing up to an instant, as tables of a schema, in an order that nothing may depend on. */
async function copyLanding(
  session: Session,
  {file, asOf, shuffle}: {file: string; asOf: string; shuffle: string},
): Promise<void> {
  await session.run(`attach ${quoteText(file)} as landed (read_only); create schema landing`);
  const tables = await session.query<{name: string}>(
    `select table_name as name from duckdb_tables() where database_name = 'landed' order by 1`,
  );
  const happened: Record<string, string> = {record_version: 'opened_at', change: 'changed_at'};
  for (const {name} of tables) {
    const at = happened[name];
    const condition = at === undefined ? '' : `where ${at} is null or ${at} <= '${asOf}'`;
    await session.run(
      `create table landing.${name} as
       select r.* from landed.${name} as r ${condition} order by md5(r::varchar || ${quoteText(shuffle)})`,
    );
  }
}

async function runCandidateModels(session: Session): Promise<void> {
  const functions = await loadFunctions(packagePath('sql'));
  await createFunctions(
    session,
    functions.filter(({isAfterModels}) => !isAfterModels),
  );
  await session.run('create schema staging; create schema intermediate; create schema marts');
  const all = await orderModels(session, await loadModels(packagePath('sql')));
  await runModels(session, modelsUpTo(models, all), {progress: silentProgress});
}

/** Every candidate of a build, in the order of their ranks. */
export async function foundIn(session: Session): Promise<FoundCandidate[]> {
  return session.query<FoundCandidate>(
    `select
       c.candidate_no as "candidateNo", any_value(c.label) as label, any_value(c.rank) as rank,
       list(r.source || ':' || r.record_id order by r.source, r.record_id) as incidents
     from marts.dim_candidate as c
     join marts.fct_candidate_incident as i on i.candidate_no = c.candidate_no
     join marts.dim_record as r on r.record_no = i.record_no
     group by c.candidate_no
     order by rank`,
  );
}
