import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {codeVersion} from '../base/code-version.ts';
import type {Config} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {readCandidateEdits, type CandidateEdits} from '../register/candidate-edits.ts';
import {readStruckLinks, type LinkKey} from '../register/struck-links.ts';
import {openDatabase, type Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';
import {loadAudits, loadModels} from './load.ts';
import type {Audit, Model} from './model.ts';

interface Inputs {
  config: Config;
  models: Model[];
  audits: Audit[];
  /** In the order of their keys; who struck them and when makes no figure another. */
  struckLinks: readonly LinkKey[];
  /**
   * What people changed. Which candidates are known from builds before is left out: that follows from
   * builds, so that remembering one would make it stale at once, and it gives numbers to be called by
   * and what has changed since, but no figure.
   */
  candidateEdits: CandidateEdits;
  /** What else is SQL: functions and metrics. */
  otherSql: readonly SqlText[];
}

/** A file by its place, and what is in it. */
export type SqlText = readonly [file: string, text: string];

/**
 * One hash of everything a build depends on: what landed, settings, what people
 * decided, SQL and code.
 * Equal hashes mean equal figures. The order of imports is left out, since it can't matter.
 */
export async function inputsHash(session: Session, inputs: Inputs): Promise<string> {
  const imports = await session.query(
    `select sha256, source, connector, mapping_hash, timezone, as_of
     from landing.import_log order by all`,
  );
  const sql = [
    ...[...inputs.models, ...inputs.audits].map((part) => [part.file, part.sql]),
    ...inputs.otherSql,
  ];
  const struck = inputs.struckLinks.map((link) => [
    link.source,
    link.recordId,
    link.cameBackRecordId,
  ]);
  const decided = [struck, inputs.candidateEdits];
  const text = JSON.stringify([imports, figuresConfig(inputs.config), sql, decided, codeVersion()]);
  return createHash('sha256').update(text).digest('hex');
}

/** Functions and metrics that ship with Meantime, and the workspace's own metrics. */
export async function readOtherSql(workspace: Workspace, sqlDirectory: string): Promise<SqlText[]> {
  const [functions, shipped, own] = await Promise.all([
    readSql('sql/functions', join(sqlDirectory, 'functions')),
    readSql('sql/metrics', join(sqlDirectory, 'metrics')),
    readSql('metrics', join(workspace.directory, 'metrics')),
  ]);
  return [...functions, ...shipped, ...own];
}

async function readSql(place: string, directory: string): Promise<SqlText[]> {
  if (!existsSync(directory)) return [];
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name): Promise<SqlText> => {
      return [`${place}/${name}`, await readFile(join(directory, name), 'utf8')];
    }),
  );
}

/** What no figure depends on is left out. */
function figuresConfig(config: Config): Partial<Config> {
  const shown = {language: undefined, schedule: undefined, delivery: undefined};
  return {...config, uploadLimitBytes: undefined, ...shown};
}

/** The hash a build would have now: another one than the published build's says it is stale. */
export async function currentInputsHash(
  workspace: Workspace,
  config: Config,
  sqlDirectory: string,
): Promise<string> {
  const database = await openDatabase(':memory:');
  try {
    return await database.session(async (session) => {
      await session.run(`attach ${quoteText(workspace.landingFile)} as landing (read_only)`);
      const models = await loadModels(sqlDirectory);
      const audits = await loadAudits(sqlDirectory);
      const struckLinks = await readStruckLinks(workspace);
      const candidateEdits = await readCandidateEdits(workspace);
      const otherSql = await readOtherSql(workspace, sqlDirectory);
      const decided = {struckLinks, candidateEdits};
      return inputsHash(session, {config, models, audits, ...decided, otherSql});
    });
  } finally {
    database.close();
  }
}
