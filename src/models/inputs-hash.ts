import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {packagePath} from '../base/package-root.ts';
import type {Config} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {openDatabase, type Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';
import {loadAudits, loadModels} from './load.ts';
import type {Audit, Model} from './model.ts';

interface Inputs {
  config: Config;
  models: Model[];
  audits: Audit[];
}

/**
 * One hash of everything a build depends on: what landed, settings, SQL and code.
 * Equal hashes mean equal figures. The order of imports is left out, since it can't matter.
 */
export async function inputsHash(session: Session, inputs: Inputs): Promise<string> {
  const imports = await session.query(
    `select sha256, source, connector, mapping_hash, timezone, as_of
     from landing.import_log order by all`,
  );
  const sql = [...inputs.models, ...inputs.audits].map((part) => [part.file, part.sql]);
  const text = JSON.stringify([imports, inputs.config, sql, codeVersion()]);
  return createHash('sha256').update(text).digest('hex');
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
      return inputsHash(session, {config, models, audits});
    });
  } finally {
    database.close();
  }
}

/** Version of the installed package. */
export function codeVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8');
  return String((JSON.parse(text) as {version: unknown}).version);
}
