import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir} from 'node:fs/promises';
import {join, relative} from 'node:path';
import type {Command} from 'commander';
import {packagePath} from '../base/package-root.ts';
import {readConfig} from '../config/read-config.ts';
import {workspaceAt, type Workspace} from '../config/workspace.ts';
import {importFiles} from '../import/import-files.ts';
import {buildAndFind} from '../findings/build-and-find.ts';
import {ownDefinitions} from '../packs/pack-definition.ts';
import {writePack} from '../packs/write-pack.ts';
import type {CommandContext, Register} from './command.ts';
import {registerDemoActions} from './demo-actions.ts';
import {portOption, serveUntilInterrupted} from './serve.ts';

/**
 * Everything on the bundled service desk: a newcomer's first command. Running it again changes
 * nothing but the build, because the same files land nothing twice.
 */
export const registerDemo: Register = (program, contextOf) => {
  portOption(
    program
      .command('demo')
      .description(
        'Make a workspace from the bundled service desk, import, build, write packs, serve',
      )
      .option('--directory <directory>', 'where the workspace goes', 'demo')
      .option('--once', 'stop before serving'),
  ).action(async (options: DemoOptions, command: Command) => {
    const context = contextOf(command);
    const workspace = await demoWorkspace(options.directory);
    await makeFigures(workspace, context);
    if (options.once) return;
    await serveUntilInterrupted({...context, workspace}, {...options, host: '127.0.0.1'});
  });
};

interface DemoOptions {
  directory: string;
  once?: boolean;
  port: number;
}

async function demoWorkspace(directory: string): Promise<Workspace> {
  const workspace = workspaceAt(directory);
  await mkdir(workspace.directory, {recursive: true});
  if (!existsSync(workspace.configFile))
    await copyFile(packagePath('fixtures', 'demo', 'meantime.yaml'), workspace.configFile);
  return workspace;
}

async function makeFigures(workspace: Workspace, context: CommandContext): Promise<void> {
  const {log, progress, print, now, style} = context;
  const effects = {log, progress, now};
  const {sources, ...config} = await readConfig(workspace);
  const imports = await importFiles(await demoFiles(), {workspace, sources}, effects);
  for (const {file, rowsRead, rowsAccepted, rowsRejected} of imports)
    print(
      `${relative(packagePath('fixtures', 'demo'), file).padEnd(32)} ${count(rowsRead)} rows, ` +
        `${count(rowsAccepted)} new, ${count(rowsRejected)} rejected\n`,
    );
  const built = await buildAndFind(workspace, {...config, sources}, effects);
  print(`Build ${built.build} published.\n`);
  await registerDemoActions(workspace, {now});
  for (const definition of ownDefinitions) {
    const {directory} = await writePack(workspace, definition, {now});
    print(`${style.strong(join(directory, 'index.html'))}\n`);
  }
}

async function demoFiles(): Promise<string[]> {
  const folder = packagePath('fixtures', 'demo');
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.gz'))
    .sort()
    .map((name) => join(folder, name));
}

function count(value: number): string {
  return value.toLocaleString('en-GB').padStart(6);
}
