import {existsSync} from 'node:fs';
import {rename, rm} from 'node:fs/promises';
import type {Log} from '../base/log.ts';
import {codeVersion} from '../base/code-version.ts';
import {packagePath} from '../base/package-root.ts';
import type {Progress} from '../base/progress.ts';
import {UserError} from '../base/user-error.ts';
import type {Config} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {readCandidateEdits} from '../register/candidate-edits.ts';
import {readKnownCandidates, rememberCandidates} from '../register/known-candidates.ts';
import {readStruckLinks} from '../register/struck-links.ts';
import {buildPath, nextBuild, publishBuild, removeOldBuilds} from '../warehouse/build-files.ts';
import {openDatabase, type Database, type Session} from '../warehouse/database.ts';
import {openBuild} from '../warehouse/publish.ts';
import {quoteName, quoteText} from '../warehouse/quote.ts';
import {createFunctions, loadFunctions} from './create-functions.ts';
import {inputsHash, readOtherSql} from './inputs-hash.ts';
import {loadAudits, loadModels} from './load.ts';
import {orderModels} from './order.ts';
import {runAudits, type AuditRun} from './run-audits.ts';
import {runModels, type ModelRun} from './run-models.ts';
import {asOfLanding, writeSettings} from './settings.ts';
import {insertSettings} from './settings-rows.ts';

export interface BuildOptions {
  log: Log;
  progress: Progress;
  now: () => Date;
  /** The folder with `staging`, `intermediate`, `marts` and `audits`. */
  sqlDirectory?: string;
  /** Adds to the file what is made from all of its models, when no audit stops it. */
  complete?: (database: Database) => Promise<void>;
}

export interface Build {
  build: number;
  /** The published file. */
  file: string;
  /** The data's own clock. */
  asOf: string;
  inputsHash: string;
  models: ModelRun[];
  audits: AuditRun[];
  seconds: number;
}

/** Warehouse directories this process is building in: within a process the file's lock tells nothing. */
const building = new Set<string>();

/** A million incidents with five changes each must build within 4 GB, this process included. */
const memoryLimit = '2800MB';

/**
 * Builds a fresh warehouse file from what has landed and publishes it by rename.
 * When it fails, or an audit of severity `stop` finds rows, the published file stays as it was.
 * @throws UserError when nothing has landed, a build is running, or an audit stops the build
 */
export async function build(
  workspace: Workspace,
  config: Config,
  options: BuildOptions,
): Promise<Build> {
  requireLanding(workspace);
  const {warehouseDirectory} = workspace;
  if (building.has(warehouseDirectory))
    throw new UserError(
      `A build of ${workspace.directory} is under way.`,
      'Wait until it has finished, and build again.',
      503,
    );
  building.add(warehouseDirectory);
  try {
    return await buildAlone(workspace, config, options);
  } finally {
    building.delete(warehouseDirectory);
  }
}

async function buildAlone(
  workspace: Workspace,
  config: Config,
  {log, progress, now, sqlDirectory = packagePath('sql'), complete}: BuildOptions,
): Promise<Build> {
  const started = performance.now();
  const number = await nextBuild(workspace);
  const file = buildPath(workspace, number, 'next');
  const database = await openFresh(file);
  try {
    const made = await database.session((session) =>
      fill(session, {workspace, config, number, file, progress, builtAt: now(), sqlDirectory}),
    );
    if (complete && !made.audits.some(isBroken)) {
      progress.report('findings', null);
      await complete(database);
      await database.run('checkpoint');
    }
    database.close();
    await refuseIfStopped(workspace, number, made.audits);
    const published = await publishBuild(workspace, number);
    warnOfAudits(log, made.audits);
    await remember(workspace, number, log);
    await removeOldBuilds(workspace);
    const seconds = (performance.now() - started) / 1000;
    return {build: number, file: published, ...made, seconds};
  } finally {
    progress.done();
    database.close();
    await removeFile(file);
  }
}

function requireLanding(workspace: Workspace): void {
  if (existsSync(workspace.landingFile)) return;
  throw new UserError(
    `${workspace.directory} has no data yet: ${workspace.landingFile} is missing.`,
    'Import an export of your tool: meantime import FILE',
  );
}

/** Opens the file to build into, emptied of what a killed build may have left. */
async function openFresh(file: string): Promise<Database> {
  if (existsSync(file)) {
    await requireUnlocked(file);
    await removeFile(file);
  }
  return openDatabase(file, {
    settings: {
      memory_limit: memoryLimit,
      temp_directory: `${file}.tmp`,
      preserve_insertion_order: 'false',
    },
  });
}

/** Tells a build that is still running, which holds its file's lock, from one that was killed. */
async function requireUnlocked(file: string): Promise<void> {
  try {
    (await openDatabase(file)).close();
  } catch (error) {
    // What else a killed build's file may suffer from ends with the file.
    if (error instanceof UserError) throw error;
  }
}

interface FillOptions {
  workspace: Workspace;
  config: Config;
  number: number;
  file: string;
  progress: Progress;
  builtAt: Date;
  sqlDirectory: string;
}

type Filled = Pick<Build, 'asOf' | 'inputsHash' | 'models' | 'audits'>;

async function fill(session: Session, options: FillOptions): Promise<Filled> {
  const {workspace, config, sqlDirectory, progress} = options;
  const sources = await loadModels(sqlDirectory);
  const audits = await loadAudits(sqlDirectory);
  await session.run(`attach ${quoteText(workspace.landingFile)} as landing (read_only)`);
  const asOf = await asOfLanding(session);
  const struckLinks = await readStruckLinks(workspace);
  const candidateEdits = await readCandidateEdits(workspace);
  const hash = await inputsHash(session, {
    ...{config, models: sources, audits, struckLinks, candidateEdits},
    otherSql: await readOtherSql(workspace, sqlDirectory),
  });
  const known = await readKnownCandidates(workspace);
  await writeSettings(session, config, {
    ...{asOf, struckLinks},
    candidates: {known, edits: candidateEdits},
  });
  await session.run(
    `insert into settings.build_info values ($build, $built_at, $code_version, $hash, $as_of)`,
    {
      build: options.number,
      built_at: options.builtAt.toISOString(),
      code_version: codeVersion(),
      hash,
      as_of: asOf,
    },
  );
  const functions = await loadFunctions(sqlDirectory);
  const [before, after] = [false, true].map((late) =>
    functions.filter(({isAfterModels}) => isAfterModels === late),
  );
  await createFunctions(session, before ?? []);
  await openWorkbench(session, options.file);
  const models = await runModels(session, await orderModels(session, sources), {
    progress,
    dropsRead: true,
  });
  await createFunctions(session, after ?? []);
  progress.report('audits', null);
  const auditRuns = await runAudits(session, audits, config.zone);
  await writeBuildLog(session, models, auditRuns);
  await session.run('detach landing; detach workbench');
  progress.report('writing', null);
  await session.run('checkpoint');
  return {asOf, inputsHash: hash, models, audits: auditRuns};
}

/** The build stands without it: the next one may only give new candidates other numbers. */
async function remember(workspace: Workspace, number: number, log: Log): Promise<void> {
  try {
    const published = await openBuild(workspace, number);
    try {
      await rememberCandidates(workspace, published);
    } finally {
      published.close();
    }
  } catch (error) {
    log.warn(
      `The problem candidates of build ${number} could not be remembered, so that the next build may number new ones otherwise: ${String(error)}`,
    );
  }
}

/**
 * Staging and intermediate tables are made in a file beside, which goes when the build is done: what
 * is published is what is read, at a fraction of the size.
 */
async function openWorkbench(session: Session, file: string): Promise<void> {
  await session.run(`
    attach ${quoteText(workbenchOf(file))} as workbench;
    create schema workbench.staging;
    create schema workbench.intermediate;
    create schema marts;
  `);
  const [here] = await session.query<{name: string}>('select current_database() as name');
  const path = ['main', 'settings', 'marts'].map(
    (schema) => `${quoteName(here?.name ?? '')}.${schema}`,
  );
  path.push('workbench.staging', 'workbench.intermediate');
  await session.run(`set search_path = ${quoteText(path.join(','))}`);
}

function workbenchOf(file: string): string {
  return `${file}.workbench`;
}

async function writeBuildLog(
  session: Session,
  models: ModelRun[],
  audits: AuditRun[],
): Promise<void> {
  const [made, found] = [models.map((run) => ({...run})), audits.map((run) => ({...run}))];
  await insertSettings(session, 'build_model', made);
  await insertSettings(session, 'audit_result', found);
}

/** Keeps a build that broke a rule out of sight, under a name that lets a person look into it. */
async function refuseIfStopped(
  workspace: Workspace,
  number: number,
  audits: AuditRun[],
): Promise<void> {
  const broken = audits.filter(isBroken);
  if (broken.length === 0) return;
  const kept = buildPath(workspace, number, 'failed');
  await rename(buildPath(workspace, number, 'next'), kept);
  throw new UserError(
    `Build ${number} was not published. ${broken.map(auditText).join(' ')}`,
    `The figures published before stay as they were. Look into ${kept}, or report the audit.`,
    409,
  );
}

function isBroken({severity, failures}: AuditRun): boolean {
  return severity === 'stop' && failures > 0;
}

function warnOfAudits(log: Log, audits: AuditRun[]): void {
  for (const run of audits) if (run.failures > 0) log.warn(auditText(run));
}

function auditText({audit, sentence, failures, sample}: AuditRun): string {
  const exceptions = failures === 1 ? '1 exception' : `${failures} exceptions`;
  return `${sentence} ${exceptions} (${audit}), e.g. ${sample}.`;
}

async function removeFile(file: string): Promise<void> {
  for (const path of [file, workbenchOf(file)]) {
    await rm(path, {force: true});
    await rm(`${path}.wal`, {force: true});
  }
  await rm(`${file}.tmp`, {force: true, recursive: true});
}
