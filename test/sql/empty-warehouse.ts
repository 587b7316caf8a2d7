import {silentProgress} from '../../src/base/progress.ts';
import {packagePath} from '../../src/base/package-root.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {createFunctions, loadFunctions} from '../../src/models/create-functions.ts';
import {loadModels} from '../../src/models/load.ts';
import {orderModels, type OrderedModel} from '../../src/models/order.ts';
import {runModels} from '../../src/models/run-models.ts';
import {writeSettings} from '../../src/models/settings.ts';
import {openDatabase, type Database} from '../../src/warehouse/database.ts';
import {createLanding} from '../create-landing.ts';

/** The instant that tests take for the data's own clock. */
export const testAsOf = '2024-06-30 12:00:00+00';

export interface EmptyWarehouse {
  database: Database;
  models: OrderedModel[];
}

/** Every model, built from a landing without rows and the default settings: all tables, right types. */
export async function emptyWarehouse(): Promise<EmptyWarehouse> {
  const database = await openDatabase(':memory:', {settings: {threads: '1'}});
  const models = await database.session(async (session) => {
    await createLanding(session);
    await writeSettings(session, defaultConfig(), {asOf: testAsOf});
    const functions = await loadFunctions(packagePath('sql'));
    await createFunctions(
      session,
      functions.filter(({isAfterModels}) => !isAfterModels),
    );
    await session.run('create schema staging; create schema intermediate; create schema marts');
    const ordered = await orderModels(session, await loadModels(packagePath('sql')));
    await runModels(session, ordered, {progress: silentProgress});
    await createFunctions(
      session,
      functions.filter(({isAfterModels}) => isAfterModels),
    );
    return ordered;
  });
  return {database, models};
}
