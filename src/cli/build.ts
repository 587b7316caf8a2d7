import type {Command} from 'commander';
import {readConfig} from '../config/read-config.ts';
import {buildAndFind} from '../findings/build-and-find.ts';
import {buildJson, buildText} from './build-report.ts';
import type {Register} from './command.ts';
import {warnOfMetrics} from './metric-problems.ts';
import {warnOfSettings} from './setting-problems.ts';

export const registerBuild: Register = (program, contextOf) => {
  program
    .command('build')
    .description('Rebuild the warehouse from what has landed, audit it and publish it')
    .action(async (_options: object, command: Command) => {
      const {workspace, json, log, progress, print, now} = contextOf(command);
      const config = await readConfig(workspace);
      const built = await buildAndFind(workspace, config, {log, progress, now});
      await warnOfMetrics(workspace, log);
      await warnOfSettings(workspace, log);
      const text = json
        ? JSON.stringify({...buildJson(built), models: built.models}, null, 2)
        : buildText(built);
      print(`${text}\n`);
    });
};
