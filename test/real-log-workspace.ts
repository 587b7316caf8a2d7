import {existsSync, mkdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {silentLog} from '../src/base/log.ts';
import {packagePath} from '../src/base/package-root.ts';
import {silentProgress} from '../src/base/progress.ts';
import {readConfig} from '../src/config/read-config.ts';
import {workspaceAt, type Workspace} from '../src/config/workspace.ts';
import {importFiles} from '../src/import/import-files.ts';
import {buildAndFind} from '../src/findings/build-and-find.ts';
import {onceARun} from './once-a-run.ts';

/** The public ServiceNow log, where the folder with real exports stands beside the checkout. */
export const realLog = join(
  dirname(packagePath()),
  'shared/data/uci-servicenow/incident_event_log.csv.gz',
);

export const hasRealLog = existsSync(realLog);

/** For the name of a test: why it is skipped, if it is. */
export const realLogName = hasRealLog
  ? 'the public ServiceNow log'
  : `the public ServiceNow log (skipped: ${realLog} is missing)`;

/** The public log, imported and built once for all test files of a run, with no configuration at all. */
export async function realLogWorkspace(): Promise<Workspace> {
  const directory = await onceARun('real-log', async (place) => {
    const workspace = workspaceAt(place);
    mkdirSync(workspace.directory, {recursive: true});
    const config = await readConfig(workspace);
    const effects = {log: silentLog, progress: silentProgress, now: () => new Date()};
    const options = {workspace, sources: config.sources, timezone: 'UTC'};
    await importFiles([realLog], options, effects);
    await buildAndFind(workspace, config, effects);
  });
  return workspaceAt(directory);
}
