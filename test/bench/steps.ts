import {statSync} from 'node:fs';
import {join} from 'node:path';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {readConfig} from '../../src/config/read-config.ts';
import {workspaceAt} from '../../src/config/workspace.ts';
import {writeServiceNowExport} from '../../fixtures/generator/servicenow-export.ts';
import {importFiles} from '../../src/import/import-files.ts';
import {buildAndFind} from '../../src/findings/build-and-find.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {quoteText} from '../../src/warehouse/quote.ts';
import {timeFindings} from './time-findings.ts';
import {timePacks} from './time-packs.ts';
import {timePages} from './time-pages.ts';
import {timeSlices} from './time-slices.ts';
import {landDescriptions, timeTexts} from './time-texts.ts';
import {writeWorkbook} from './write-workbook.ts';

export interface Measured {
  /** The step's own time, where the whole process would say too much. */
  seconds?: number;
  rows?: number;
  note?: string;
  peakMegabytes?: number;
}

export interface Bench {
  directory: string;
  incidents: number;
}

export type StepName = keyof typeof steps;

const files = {
  incidents: 'servicenow_incident.csv',
  changes: 'servicenow_sys_audit.csv',
  workbook: 'incident.xlsx',
};
const workbookRows = 100_000;
const effects = {log: silentLog, progress: silentProgress, now: () => new Date()};

/** What is measured, each in a process of its own over what the steps before it left behind. */
export const steps = {
  generate: async ({directory, incidents}: Bench): Promise<Measured> => {
    const size = {incidents, changesPerIncident: 5, seed: 1, directory};
    const {incidentFile, auditFile} = await writeServiceNowExport(size);
    const megabytes = [incidentFile, auditFile].map((file) =>
      Math.round(statSync(file).size / 1e6),
    );
    return {note: `${megabytes.join(' + ')} MB of CSV`};
  },
  bareIncidents: (bench: Bench) => bareRead(bench, files.incidents),
  bareChanges: (bench: Bench) => bareRead(bench, files.changes),
  importIncidents: (bench: Bench) => importOne(bench, files.incidents),
  importChanges: (bench: Bench) => importOne(bench, files.changes),
  generateWorkbook: async ({directory}: Bench): Promise<Measured> => {
    const bytes = await writeWorkbook(join(directory, files.workbook), workbookRows);
    return {note: `${(bytes / 1e6).toFixed(0)} MB of XLSX, 30 columns`, rows: workbookRows};
  },
  importWorkbook: (bench: Bench) => importOne(bench, files.workbook, 'workbook'),
  build: buildAll,
  slices: ({directory}: Bench) => timeSlices(workspaceAt(directory)),
  findings: ({directory}: Bench) => timeFindings(workspaceAt(directory)),
  pages: ({directory}: Bench) => timePages(workspaceAt(directory)),
  packs: ({directory}: Bench) => timePacks(workspaceAt(directory)),
  landDescriptions,
  texts: timeTexts,
} satisfies Record<string, (bench: Bench) => Promise<Measured>>;

/** DuckDB's own way from a CSV file to a table in a file: the rival. */
async function bareRead({directory}: Bench, name: string): Promise<Measured> {
  const database = await openDatabase(join(directory, `${name}.bare.duckdb`));
  const file = quoteText(join(directory, name));
  const started = performance.now();
  await database.run(`create table bare as select * from read_csv(${file}, all_varchar = true)`);
  await database.run('checkpoint');
  const seconds = (performance.now() - started) / 1000;
  const [row] = await database.query<{rows: number}>('select count(*) as rows from bare');
  database.close();
  return {seconds, rows: row?.rows ?? 0};
}

async function importOne({directory}: Bench, name: string, part = ''): Promise<Measured> {
  // A workspace of its own, where what was measured so far must not grow.
  const workspace = workspaceAt(join(directory, part));
  const {sources} = await readConfig(workspace);
  const options = {
    workspace,
    sources,
    source: 'bench',
    connector: 'servicenow',
    timezone: 'Europe/Amsterdam',
  };
  const started = performance.now();
  const [imported] = await importFiles([join(directory, name)], options, effects);
  const seconds = (performance.now() - started) / 1000;
  return {seconds, rows: imported?.rowsRead ?? 0};
}

async function buildAll({directory}: Bench): Promise<Measured> {
  const workspace = workspaceAt(directory);
  const built = await buildAndFind(workspace, await readConfig(workspace), effects);
  const slowest = [...built.models].sort((a, b) => b.seconds - a.seconds).slice(0, 6);
  const parts = slowest.map(({model, seconds}) => `${model} ${seconds.toFixed(1)}`);
  const working = built.models.filter(({model}) => businessTime.includes(model));
  const workingSeconds = working.reduce((sum, {seconds}) => sum + seconds, 0);
  return {
    seconds: built.seconds,
    note: `business time ${workingSeconds.toFixed(1)} s; slowest: ${parts.join(', ')}`,
  };
}

/** The models whose look-ups in calendars give business time: working spans, times to resolve, tapes, due times. */
const businessTime = [
  'intermediate.working_span',
  'intermediate.business_time',
  'intermediate.clock_span',
  'intermediate.clock_reading',
];
