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
import {modelsUpTo} from '../models/models-up-to.ts';

const asOf = '2026-11-01 00:00:00+00';

/**
 * Lands incidents of which only the texts are known, spread over the year before the data's clock.
 * @param rows select of number, title, description and service
 */
export async function landTexts(directory: string, rows: string): Promise<void> {
  const database = await openDatabase(landingFile(directory));
  await database.run(landingTables);
  await database.run(`
    insert into record_version by name
    select
      'bench' as source, number as record_id, number, 'incident' as record_type, title, description, service,
      'new' as status, 'incident' as grain, hash(number) as row_hash, 1 as import_id,
      timestamptz '${asOf}' - to_minutes((hash(number) % 500000)::integer) as opened_at, opened_at as updated_at
    from (${rows})`);
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
}

/**
 * Runs the models that `last` need over landed texts, in 2.8 GB.
 * @param work gets what the models beyond `first` took; what nothing else reads is there to be asked
 */
export async function withTextModels<T>(
  directory: string,
  {first, last}: {first: string; last: readonly string[]},
  work: (session: Session, runs: readonly ModelRun[]) => Promise<T>,
): Promise<T> {
  const file = join(directory, 'texts.duckdb');
  rmSync(file, {force: true});
  const database = await openDatabase(file, {
    settings: {
      memory_limit: '2800MB',
      temp_directory: `${file}.tmp`,
      preserve_insertion_order: 'false',
    },
  });
  const result = await database.session(async (session) => {
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
    const base = new Set(modelsUpTo([first], models));
    const needed = modelsUpTo(last, models);
    const run = (chosen: OrderedModel[], dropsRead: boolean) =>
      runModels(session, chosen, {progress: silentProgress, dropsRead});
    await run(
      needed.filter((model) => base.has(model)),
      false,
    );
    const runs = await run(
      needed.filter((model) => !base.has(model)),
      last.length === 1,
    );
    return work(session, runs);
  });
  database.close();
  for (const path of [file, `${file}.tmp`]) rmSync(path, {recursive: true, force: true});
  return result;
}

function landingFile(directory: string): string {
  return join(directory, 'descriptions.duckdb');
}
