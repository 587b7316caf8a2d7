import {Option, type Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import type {Config} from '../config/config.ts';
import {readConfig} from '../config/read-config.ts';
import {asOfInstant} from '../import/as-of.ts';
import type {DateOrder} from '../import/dates.ts';
import type {FileImport} from '../import/file-import.ts';
import type {FileOptions} from '../import/import-context.ts';
import {importFiles} from '../import/import-files.ts';
import {checkEncoding} from '../import/encoding-scan.ts';
import {checkZone} from '../import/zone.ts';
import {lastRestatement, type LastRestatement} from '../metrics/last-restatement.ts';
import {buildAndFind} from '../findings/build-and-find.ts';
import type {Build} from '../models/build.ts';
import {buildJson, buildText} from './build-report.ts';
import type {CommandContext, Register} from './command.ts';
import {importJson, importText} from './import-report.ts';
import {landedDetails} from '../import/landed-details.ts';
import {warnOfMetrics} from './metric-problems.ts';
import {movedJson, movedText} from './moved-report.ts';
import {counted} from './wording.ts';

interface ImportCommandOptions {
  source?: string;
  connector?: string;
  timezone?: string;
  asOf?: string;
  sheet?: string;
  rows?: string;
  encoding?: string;
  dateOrder?: DateOrder;
  build: boolean;
}

export const registerImport: Register = (program, contextOf) => {
  program
    .command('import')
    .description('Land export files, each whole or not at all, and build')
    .argument('<files...>', 'exports: CSV, XLSX, JSON, XML, XES or Parquet, also in gzip or zip')
    .option('--source <name>', 'the source they belong to (default: the connector’s name)')
    .option('--connector <id>', 'the tool they are from (default: told by the header)')
    .option('--timezone <zone>', 'zone of local times in them, e.g. Europe/Berlin')
    .option('--as-of <time>', 'when they were exported; a date alone means its end')
    .option('--sheet <name>', 'the one sheet of a workbook to read (default: all that are known)')
    .option('--rows <path>', 'the repeating element of an XML file, e.g. unload.incident')
    .option('--encoding <name>', 'of a text file, e.g. windows-1250 (default: told by its bytes)')
    .addOption(
      new Option('--date-order <order>', 'how all-numeric dates are written').choices([
        'day-first',
        'month-first',
      ]),
    )
    .option('--no-build', 'land only; figures change with the next build')
    .action(async (files: string[], options: ImportCommandOptions, command: Command) => {
      await importAndBuild(files, options, contextOf(command));
    });
};

async function importAndBuild(
  files: readonly string[],
  options: ImportCommandOptions,
  context: CommandContext,
): Promise<void> {
  const {workspace, json, print, log, progress, now} = context;
  const config = await readConfig(workspace);
  const imports = await landAll(files, config, options, context);
  const built = options.build ? await buildAndFind(workspace, config, {log, progress, now}) : null;
  if (built) await warnOfMetrics(workspace, log);
  const moved = built && (await lastRestatement(workspace, 'headline'));
  const told = {imports, build: built && buildJson(built), moved: movedJson(moved)};
  if (json) print(JSON.stringify(told, null, 2));
  else print(`\n${closing(built, moved)}`);
}

/** One file after the other, so that what has landed is told even when a later file fails. */
async function landAll(
  files: readonly string[],
  config: Config,
  options: ImportCommandOptions,
  context: CommandContext,
): Promise<object[]> {
  const {workspace, json, print, style, log, progress, now} = context;
  const fileOptions = fileOptionsOf(options, config);
  // Warnings are part of the report.
  const quiet = {info: log.info, warn() {}};
  const imports: object[] = [];
  for (const file of files) {
    let landed: FileImport[] = [];
    try {
      landed = await importFiles(
        [file],
        {workspace, sources: config.sources, ...fileOptions},
        {log: quiet, progress, now},
      );
    } catch (error) {
      throw withLanded(error, imports.length);
    } finally {
      progress.done();
    }
    for (const one of landed) {
      const details = await landedDetails(workspace, one.importId);
      imports.push(importJson(one, details));
      if (!json) print(importText(one, {details, options, style}));
    }
  }
  return imports;
}

function fileOptionsOf(options: ImportCommandOptions, config: Config): FileOptions {
  const {source, connector, timezone, asOf, dateOrder, sheet, rows, encoding} = options;
  if (timezone !== undefined) checkZone(timezone);
  const zone = timezone ?? config.zone;
  return {
    source,
    connector,
    timezone,
    dateOrder,
    sheet,
    rows,
    encoding: encoding === undefined ? undefined : checkEncoding(encoding),
    asOf: asOf === undefined ? undefined : asOfInstant(asOf, zone),
  };
}

function withLanded(error: unknown, count: number): unknown {
  if (!(error instanceof UserError) || count === 0) return error;
  const before = `${counted(count, 'file')} before it landed and will be in the figures with the next build.`;
  return new UserError(error.message, `${error.remedy} ${before}`, error.status);
}

/** The figures that matter; the data page has the others. */
const mostMoved = 6;

function closing(built: Build | null, moved: LastRestatement | null): string {
  if (built === null) return 'Landed. The figures change with the next build: meantime build';
  return `${buildText(built)}\n${movedText(moved, {most: mostMoved})}Next: meantime serve, or meantime metrics`;
}
