import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {configTemplate} from '../config/config-template.ts';
import type {Register} from './command.ts';

export const registerInit: Register = (program, contextOf) => {
  program
    .command('init')
    .description('Make a workspace: a commented meantime.yaml and the folders beside it')
    .option('--print', 'only print the commented meantime.yaml')
    .action(async (options: {print?: boolean}, command: Command) => {
      const {workspace, json, print} = contextOf(command);
      if (options.print) {
        print(configTemplate);
        return;
      }
      if (existsSync(workspace.configFile))
        throw new UserError(
          `${workspace.configFile} is there already.`,
          'Edit it; meantime init --print shows every setting with an example.',
        );
      for (const directory of [workspace.pipelinesDirectory, workspace.inboxDirectory])
        await mkdir(directory, {recursive: true});
      await writeFile(workspace.configFile, configTemplate, {flag: 'wx'});
      if (json) {
        print(
          `${JSON.stringify({workspace: workspace.directory, config: workspace.configFile})}\n`,
        );
        return;
      }
      print(`Made ${workspace.configFile}. Set your time zone there, then: meantime import FILE\n`);
    });
};
