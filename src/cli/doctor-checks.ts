import {access, constants, readdir, statfs} from 'node:fs/promises';
import {existsSync, statSync} from 'node:fs';
import {packagePath} from '../base/package-root.ts';
import {UserError} from '../base/user-error.ts';
import type {Config} from '../config/config.ts';
import {matchesPattern} from '../config/file-pattern.ts';
import {readConfig} from '../config/read-config.ts';
import type {Workspace} from '../config/workspace.ts';
import {connectorById, loadConnectors} from '../import/load-connectors.ts';
import {currentInputsHash} from '../models/inputs-hash.ts';
import {buildPath, currentBuild, failedBuild} from '../warehouse/build-files.ts';
import {openDatabase, type Database, type Session} from '../warehouse/database.ts';
import type {Environment} from '../delivery/read-secret.ts';
import {scheduleFindings} from './schedule-findings.ts';
import type {Finding} from './doctor-finding.ts';
import {metricProblems} from './metric-problems.ts';
import {settingProblems} from './setting-problems.ts';
import {counted} from './wording.ts';

/** Looks at everything a person can put right, in the order in which it matters. */
export async function examine(
  workspace: Workspace,
  {env, now}: {env: Environment; now: () => Date},
): Promise<Finding[]> {
  const place = await workspaceFinding(workspace);
  if (place.state === 'broken') return [place];
  const {config, findings} = await configFindings(workspace);
  return [
    place,
    ...findings,
    ...(await landingFindings(workspace)),
    ...(await buildFindings(workspace, config)),
    await inboxFinding(workspace, config),
    await diskFinding(workspace),
    ...(await scheduleFindings(workspace, config, {env, now})),
  ];
}

async function workspaceFinding(workspace: Workspace): Promise<Finding> {
  const {directory} = workspace;
  try {
    await access(directory, constants.R_OK | constants.W_OK);
    return good('workspace', directory);
  } catch {
    const message = `${directory} is missing or can't be written.`;
    return broken(
      'workspace',
      message,
      'Name another with --workspace DIR, or make it: meantime init',
    );
  }
}

async function configFindings(
  workspace: Workspace,
): Promise<{config: Config | null; findings: Finding[]}> {
  try {
    const config = await readConfig(workspace);
    const file = existsSync(workspace.configFile)
      ? good('settings', workspace.configFile)
      : look('settings', 'No meantime.yaml, so every default holds.', 'Make one: meantime init');
    const connectors = await attempt('connectors', async () => {
      const known = await loadConnectors(workspace.pipelinesDirectory);
      for (const source of config.sources) connectorById(known, source.connector);
      return good('connectors', `${known.length} can be read.`);
    });
    return {config, findings: [file, zoneFinding(config), connectors]};
  } catch (error) {
    return {config: null, findings: [findingOf('settings', error)]};
  }
}

function zoneFinding({zone, isZoneDefault}: Config): Finding {
  if (!isZoneDefault) return good('time zone', zone);
  const message = 'Not set: days and weeks are cut in UTC.';
  return look('time zone', message, 'Set it in meantime.yaml, e.g. zone: Europe/Berlin');
}

async function landingFindings(workspace: Workspace): Promise<Finding[]> {
  if (!existsSync(workspace.landingFile))
    return [look('imports', 'Nothing has been imported yet.', 'meantime import FILE')];
  try {
    return await withDatabase(workspace.landingFile, async (session) => [
      await importFinding(session),
      await rejectedFinding(session),
      await unmappedFinding(session),
    ]);
  } catch (error) {
    return [findingOf('imports', error)];
  }
}

async function importFinding(session: Session): Promise<Finding> {
  const [row] = await session.query<{files: number; as_of: string | null}>(
    'select count(*) as files, max(as_of)::varchar as as_of from import_log',
  );
  if (!row?.files) return look('imports', 'Nothing has been imported yet.', 'meantime import FILE');
  return good(
    'imports',
    `${counted(row.files, 'file')}, data to ${row.as_of ?? 'an unknown time'}.`,
  );
}

async function rejectedFinding(session: Session): Promise<Finding> {
  const [row] = await session.query<{rows: number; reason: string | null}>(
    `select count(distinct (import_id, row_number)) as rows, mode(reason) as reason from rejected_row`,
  );
  if (!row?.rows) return good('rejected rows', 'None.');
  const message = `${counted(row.rows, 'row')} could not be read, mostly: ${row.reason}`;
  return look('rejected rows', message, 'See them all with their reasons: meantime rejected');
}

async function unmappedFinding(session: Session): Promise<Finding> {
  const values = await session.query<{field: string; value: string}>(
    `select field, value from unmapped_value
     group by all order by sum(row_count) desc, field, value`,
  );
  if (values.length === 0) return good('unknown values', 'None.');
  const first = values.slice(0, 3).map(({field, value}) => `${field} "${value}"`);
  const more = values.length > 3 ? ` and ${values.length - 3} more` : '';
  return look(
    'unknown values',
    `No map has ${first.join(', ')}${more}.`,
    "Add them to the values of the connector's file in pipelines/, then: meantime reimport",
  );
}

async function buildFindings(workspace: Workspace, config: Config | null): Promise<Finding[]> {
  const build = await currentBuild(workspace);
  const refused = await refusedFinding(workspace);
  if (build === null)
    return [...refused, look('figures', 'Nothing has been built yet.', 'meantime build')];
  try {
    const findings = await withDatabase(buildPath(workspace, build, ''), async (session) => [
      await freshnessFinding(session, workspace, config, build),
      await auditFinding(session),
    ]);
    const isFresh = config !== null && findings[0]?.state === 'good';
    const settings = isFresh ? await settingFindings(workspace) : [];
    return [...refused, ...findings, ...(await metricFindings(workspace)), ...settings];
  } catch (error) {
    return [...refused, findingOf('figures', error)];
  }
}

async function freshnessFinding(
  session: Session,
  workspace: Workspace,
  config: Config | null,
  build: number,
): Promise<Finding> {
  const [row] = await session.query<{inputs_hash: string; built_at: Date}>(
    'select inputs_hash, built_at from settings.build_info',
  );
  const made = `Build ${build} of ${row?.built_at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (config === null || !existsSync(workspace.landingFile)) return good('figures', `${made}.`);
  const hash = await currentInputsHash(workspace, config, packagePath('sql'));
  if (hash === row?.inputs_hash) return good('figures', `${made}, up to date.`);
  const message = `${made} is older than the data, the settings or this version of Meantime.`;
  return look('figures', message, 'meantime build');
}

async function metricFindings(workspace: Workspace): Promise<Finding[]> {
  const problems = await metricProblems(workspace);
  if (problems.length === 0) return [good('metrics', 'All can be computed.')];
  return problems.map(({message, remedy}) => look('metrics', message, remedy));
}

async function settingFindings(workspace: Workspace): Promise<Finding[]> {
  const problems = await settingProblems(workspace);
  return problems.map(({message, remedy}) => look('settings', message, remedy));
}

async function refusedFinding(workspace: Workspace): Promise<Finding[]> {
  const build = await failedBuild(workspace);
  if (build === null) return [];
  const file = buildPath(workspace, build, 'failed');
  return [
    await attempt('last build', () =>
      withDatabase(file, async (session) => {
        const texts = await brokenAudits(session, 'stop');
        const message = `Build ${build} was not published. ${texts.join(' ')}`;
        return broken(
          'last build',
          message,
          `Mend the data, then: meantime build. Look into ${file}`,
        );
      }),
    ),
  ];
}

async function auditFinding(session: Session): Promise<Finding> {
  const texts = await brokenAudits(session, 'warn');
  if (texts.length === 0) return good('audits', 'All hold.');
  return look('audits', texts.join(' '), 'The data quality page lists the records: meantime serve');
}

async function brokenAudits(session: Session, severity: 'stop' | 'warn'): Promise<string[]> {
  const rows = await session.query<{sentence: string; failures: number}>(
    `select sentence, failures from settings.audit_result
     where failures > 0 and severity = $severity order by audit`,
    {severity},
  );
  return rows.map(({sentence, failures}) => `${sentence} (broken by ${counted(failures, 'row')})`);
}

async function inboxFinding(workspace: Workspace, config: Config | null): Promise<Finding> {
  if (!existsSync(workspace.inboxDirectory)) return good('inbox', 'Not in use.');
  const entries = await readdir(workspace.inboxDirectory, {withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({name}) => name);
  if (files.length === 0) return good('inbox', 'Empty.');
  const patterns = (config?.sources ?? []).flatMap((source) => source.files);
  const strangers = files.filter(
    (name) => !patterns.some((pattern) => matchesPattern(name, pattern)),
  );
  const waiting = `${counted(files.length, 'file')} waiting`;
  if (patterns.length === 0 || strangers.length === 0)
    return look(
      'inbox',
      `${waiting}.`,
      'meantime serve imports them, or: meantime import inbox/FILE',
    );
  return look(
    'inbox',
    `${waiting}; ${strangers[0]} matches the files of no source.`,
    'Add a pattern to the source in meantime.yaml, or: meantime import inbox/FILE --source NAME',
  );
}

const gigabyte = 1024 ** 3;

async function diskFinding(workspace: Workspace): Promise<Finding> {
  const {bavail, bsize} = await statfs(workspace.directory);
  const free = bavail * bsize;
  const landing = existsSync(workspace.landingFile) ? statSync(workspace.landingFile).size : 0;
  // A build writes a file of about the landing's size and may spill as much again.
  const needed = Math.max(gigabyte, landing * 3);
  const message = `${(free / gigabyte).toFixed(1)}\u202fGB free`;
  if (free >= needed) return good('disk', `${message}.`);
  return look(
    'disk',
    `${message}; the next import and build may need ${(needed / gigabyte).toFixed(1)}\u202fGB.`,
    'Make room on the disk of the workspace.',
  );
}

async function withDatabase<T>(path: string, work: (session: Session) => Promise<T>): Promise<T> {
  const database: Database = await openDatabase(path, {mode: 'read'});
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function attempt(check: string, work: () => Promise<Finding>): Promise<Finding> {
  try {
    return await work();
  } catch (error) {
    return findingOf(check, error);
  }
}

/** What a person can put right becomes a finding; anything else stays our bug. */
function findingOf(check: string, error: unknown): Finding {
  if (error instanceof UserError) return broken(check, error.message, error.remedy);
  throw error;
}

function good(check: string, message: string): Finding {
  return {check, state: 'good', message, remedy: null};
}

function look(check: string, message: string, remedy: string): Finding {
  return {check, state: 'look', message, remedy};
}

function broken(check: string, message: string, remedy: string): Finding {
  return {check, state: 'broken', message, remedy};
}
