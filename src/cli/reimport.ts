import {existsSync} from 'node:fs';
import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {readConfig} from '../config/read-config.ts';
import {reimport} from '../import/reimport.ts';
import {lastRestatement} from '../metrics/last-restatement.ts';
import {buildAndFind} from '../findings/build-and-find.ts';
import {buildJson, buildText} from './build-report.ts';
import type {Register} from './command.ts';
import {importJson, importText} from './import-report.ts';
import {landedDetails} from '../import/landed-details.ts';
import {warnOfMetrics} from './metric-problems.ts';
import {movedJson, movedText} from './moved-report.ts';

/** As many as fit on a screen; --json has all. */
const mostMoved = 40;

export const registerReimport: Register = (program, contextOf) => {
  program
    .command('reimport')
    .description(
      'Land every archived file again with the connectors and sources of today, build, and tell which figures moved',
    )
    .option('--no-build', 'land only; figures change with the next build')
    .action(async (options: {build: boolean}, command: Command) => {
      const {workspace, json, print, style, log, progress, now} = contextOf(command);
      const config = await readConfig(workspace);
      const quiet = {info: log.info, warn() {}};
      if (!existsSync(workspace.landingFile))
        throw new UserError(
          `${workspace.directory} has no data yet.`,
          'Import an export of your tool: meantime import FILE',
        );
      const imports = await reimport(
        {workspace, sources: config.sources},
        {log: quiet, progress, now},
      );
      progress.done();
      const results: object[] = [];
      for (const landed of imports) {
        const details = await landedDetails(workspace, landed.importId);
        results.push(importJson(landed, details));
        if (!json) print(importText(landed, {details, options: {}, style}));
      }
      const built = options.build
        ? await buildAndFind(workspace, config, {log, progress, now})
        : null;
      if (built) await warnOfMetrics(workspace, log);
      // A mapping can move any figure.
      const moved = built && (await lastRestatement(workspace, 'all'));
      const told = {imports: results, build: built && buildJson(built), moved: movedJson(moved)};
      if (json) print(JSON.stringify(told, null, 2));
      else if (built) print(`\n${buildText(built)}\n${movedText(moved, {most: mostMoved})}`);
    });
};
