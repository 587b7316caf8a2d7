import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {silentProgress} from '../../src/base/progress.ts';
import {packagePath} from '../../src/base/package-root.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {createFunctions, loadFunctions} from '../../src/models/create-functions.ts';
import {loadModels} from '../../src/models/load.ts';
import {orderModels, type OrderedModel} from '../../src/models/order.ts';
import {runModels, type ModelRun} from '../../src/models/run-models.ts';
import {writeSettings} from '../../src/models/settings.ts';
import {landingTables} from '../../src/import/landing-tables.ts';
import {openDatabase, type Session} from '../../src/warehouse/database.ts';
import {quoteText} from '../../src/warehouse/quote.ts';
import {clusterAgreement, type Placed} from './cluster-agreement.ts';
import {writeDescriptions} from './descriptions.ts';
import type {Bench, Measured} from './steps.ts';

const last = 'intermediate.candidate_incident';
/** What is made without any text. */
const counted = 'intermediate.counted_incident';
const asOf = '2026-11-01 00:00:00+00';

/** Generates titles with typos and lands them, all in the year before the data's clock. */
export async function landDescriptions({directory, incidents}: Bench): Promise<Measured> {
  const file = descriptionFile(directory);
  await writeDescriptions(file, incidents, 1);
  const database = await openDatabase(landingFile(directory));
  await database.run(landingTables);
  await database.run(`
    insert into record_version by name
    select
      'bench' as source, number as record_id, number, 'incident' as record_type, title, service,
      'new' as status, 'incident' as grain, hash(number) as row_hash, 1 as import_id,
      timestamptz '${asOf}' - to_minutes((hash(number) % 500000)::integer) as opened_at, opened_at as updated_at
    from read_csv(${quoteText(file)}, all_varchar = true)`);
  await database.run(`
    insert into import_log by name
    select
      1 as import_id, 'descriptions.csv' as file_name, 'sha' as sha256, 1 as byte_count, 'bench' as source,
      'servicenow' as connector, 'list' as shape, 'hash' as mapping_hash, 'incident' as grain,
      timestamptz '${asOf}' as as_of, false as is_as_of_stated, as_of as started_at, as_of as finished_at,
      count(*) as rows_read, count(*) as rows_accepted, 0 as rows_rejected, 0 as rows_unchanged,
      count(*) as record_count, 0 as change_count, [] as warnings
    from record_version`);
  await database.run('checkpoint');
  database.close();
  return {rows: incidents};
}

/** Times what a build does to find candidates by texts, and says how well they agree with the templates. */
export async function timeTexts({directory}: Bench): Promise<Measured> {
  const file = join(directory, 'texts.duckdb');
  rmSync(file, {force: true});
  const database = await openDatabase(file, {
    settings: {
      memory_limit: '2800MB',
      temp_directory: `${file}.tmp`,
      preserve_insertion_order: 'false',
    },
  });
  const measured = await database.session(async (session) => {
    await session.run(
      `attach ${quoteText(landingFile(directory))} as landing (read_only);
       create schema staging; create schema intermediate; create schema marts`,
    );
    await writeSettings(session, defaultConfig(), {asOf});
    const functions = await loadFunctions(packagePath('sql'));
    await createFunctions(
      session,
      functions.filter(({isAfterModels}) => !isAfterModels),
    );
    const models = await orderModels(session, await loadModels(packagePath('sql')));
    const needed = models.filter(({name}) => upTo(last, models).has(name));
    const base = upTo(counted, models);
    await runModels(
      session,
      needed.filter(({name}) => base.has(name)),
      {progress: silentProgress},
    );
    const runs = await runModels(
      session,
      needed.filter(({name}) => !base.has(name)),
      {progress: silentProgress, dropsRead: true},
    );
    return {...timed(runs), quality: await judge(session, directory)};
  });
  database.close();
  for (const path of [file, `${file}.tmp`]) rmSync(path, {recursive: true, force: true});
  const {seconds, slowest, quality} = measured;
  return {seconds, note: `${quality}; slowest: ${slowest}`};
}

function timed(runs: readonly ModelRun[]): {seconds: number; slowest: string} {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const slowest = [...runs]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 8)
    .map((run) => `${run.model.replace('intermediate.', '')} ${run.seconds.toFixed(2)}`);
  return {seconds, slowest: slowest.join(', ')};
}

/** Texts alone are judged: what structure finds beside them is no part of the templates. */
async function judge(session: Session, directory: string): Promise<string> {
  const placed = await session.query<Placed>(`
    select d.template as class, c.candidate_no::varchar as cluster, count(*)::integer as count
    from read_csv(${quoteText(descriptionFile(directory))}, all_varchar = true) as d
    join staging.record_number as n on n.reference = d.number
    left join (
      from ${last} where list_has_any(evidence, ['text', 'workaround'])
    ) as c on c.record_no = n.record_no
    group by all`);
  const total = placed.reduce((sum, {count}) => sum + count, 0);
  const noise = placed.filter(({cluster}) => cluster === null);
  const noiseShare = noise.reduce((sum, {count}) => sum + count, 0) / total;
  const clusters = new Set(placed.map(({cluster}) => cluster)).size - (noise.length > 0 ? 1 : 0);
  const figures = (['one class', 'singletons'] as const).map((noiseAs) => {
    const {vMeasure, adjustedRand} = clusterAgreement(placed, noiseAs);
    return `noise as ${noiseAs}: V ${vMeasure.toFixed(3)}, ARI ${adjustedRand.toFixed(3)}`;
  });
  return `${clusters} candidates, ${(100 * noiseShare).toFixed(1)} % noise; ${figures.join('; ')}`;
}

/** A model and all it reads, directly or not. */
function upTo(name: string, models: readonly OrderedModel[]): Set<string> {
  const found = new Set<string>();
  const visit = (each: string) => {
    const model = models.find((other) => other.name === each);
    if (!model || found.has(each)) return;
    found.add(each);
    model.reads.forEach(visit);
  };
  visit(name);
  return found;
}

function descriptionFile(directory: string): string {
  return join(directory, 'descriptions.csv');
}

function landingFile(directory: string): string {
  return join(directory, 'descriptions.duckdb');
}
