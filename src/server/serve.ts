import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {pino, type LevelWithSilent, type Logger} from 'pino';
import {packagePath} from '../base/package-root.ts';
import type {Log} from '../base/log.ts';
import {readConfig} from '../config/read-config.ts';
import type {Workspace} from '../config/workspace.ts';
import {followSchedule} from '../delivery/follow-schedule.ts';
import type {Environment} from '../delivery/read-secret.ts';
import {loadCatalogue, type Catalogue} from '../metrics/catalogue.ts';
import {readPageStyles} from '../pages/page-styles.ts';
import {openDatabase} from '../warehouse/database.ts';
import {createApp} from './app.ts';
import {loadAssets} from './assets.ts';
import {icon} from './icon.ts';
import {importsOf} from './import/imports.ts';
import {listen, type Listening} from './listen.ts';
import {preparePages} from './prepare-pages.ts';
import {followPublished} from './published.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** What the log on stderr holds: `info` has every request. */
  logLevel: LevelWithSilent;
  now(): Date;
  /** Holds the secrets that settings name; packs are made and sent on their schedule with them. */
  env?: Environment;
  /** Draws the pages people open first before they ask, at the start and of every new build. */
  preparesPages?: boolean;
  /** The pages' script; `dist/client/client.js` by default. */
  scriptFile?: string;
}

/**
 * Serves a workspace until `stop` is called. It may be empty: pages then say what to do, and answer as
 * soon as the first build is published.
 * @throws UserError when it can't listen, or the pages' script has not been built
 */
export async function serve(workspace: Workspace, options: ServeOptions): Promise<Listening> {
  const {host, logLevel, now, env = {}} = options;
  const log = pino({level: logLevel, base: null}, pino.destination({dest: 2, sync: true}));
  const assets = await loadAssets({
    styles: await readStyles(),
    icon,
    scriptFile: options.scriptFile ?? packagePath('dist/client/client.js'),
  });
  const catalogue = await readCatalogue(workspace, log);
  let prepare = () => undefined as void;
  const published = followPublished(workspace, logTo(log), () => prepare());
  const version = packageVersion();
  const imports = importsOf(workspace, {log, now});
  const {language} = await readConfig(workspace);
  const parts = {
    ...{published, catalogue, workspace, assets, imports, log, version, language, host, now, env},
  };
  const app = createApp(parts);
  const listening = await listen(app, options);
  imports.watch();
  if (options.preparesPages) {
    prepare = () => void preparePages(listening.address, fetch);
    prepare();
  }
  const schedule = followSchedule({workspace, env, now, log: logTo(log)});
  return {
    ...listening,
    async stop(stopOptions) {
      await listening.stop(stopOptions);
      await schedule.stop();
      await imports.stop();
      await published.close();
    },
  };
}

/** The pages' own styles, then those of what the script adds. */
export async function readStyles(): Promise<string> {
  const ofScript = readFile(packagePath('src/client/client.css'), 'utf8');
  return (await Promise.all([readPageStyles(), ofScript])).join('\n');
}

/** Metrics are checked by the engine's parser; an empty database of its own serves for that. */
async function readCatalogue(workspace: Workspace, log: Logger): Promise<Catalogue> {
  const parser = await openDatabase(':memory:');
  try {
    const catalogue = await loadCatalogue(parser, {workspaceDirectory: workspace.directory});
    for (const problem of catalogue.problems) log.warn(`${problem.message} ${problem.remedy}`);
    return catalogue;
  } finally {
    parser.close();
  }
}

function logTo(log: Logger): Log {
  return {info: (message) => log.info(message), warn: (message) => log.warn(message)};
}

function packageVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8');
  return (JSON.parse(text) as {version: string}).version;
}
