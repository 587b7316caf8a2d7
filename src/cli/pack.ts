import {resolve} from 'node:path';
import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {ownDefinitions, type PackDefinition} from '../packs/pack-definition.ts';
import {packFileNames} from '../packs/pack-files.ts';
import type {PublishedPack} from '../packs/publish-pack.ts';
import {writePack} from '../packs/write-pack.ts';
import type {Register} from './command.ts';

export const registerPack: Register = (program, contextOf) => {
  program
    .command('pack <kind>')
    .description('Freeze a review pack (weekly or monthly) as HTML and PDF')
    .option('--period <id>', 'week or month, e.g. 2016-W12 or 2016-03 (default: last complete)')
    .option('--out <directory>', 'where packs go (default: packs in the workspace)')
    .action(async (kind: string, options: {period?: string; out?: string}, command: Command) => {
      const context = contextOf(command);
      const published = await writePack(context.workspace, packNamed(kind), {
        period: options.period ?? null,
        ...(options.out === undefined ? {} : {packsDirectory: resolve(options.out)}),
        now: context.now,
      });
      context.print(context.json ? asJson(published) : asText(published));
    });
};

/** @throws UserError that names the packs there are */
function packNamed(name: string): PackDefinition {
  const definition = ownDefinitions.find((known) => known.name === name);
  if (definition) return definition;
  const names = ownDefinitions.map((known) => known.name).join(', ');
  throw new UserError(`There is no ${name} pack.`, `Use one of: ${names}.`);
}

function asText({pack, directory, isNew}: PublishedPack): string {
  const what = `${pack.page.title}, ${pack.page.period?.label ?? pack.period}, version ${pack.version}`;
  return isNew ? `${what}: ${directory}\n` : `${what} says exactly this already: ${directory}\n`;
}

function asJson({pack, directory, isNew}: PublishedPack): string {
  const {kind, period, version, build, inputsHash, restated} = pack;
  return `${JSON.stringify({kind, period, version, build, inputsHash, restated, directory, files: packFileNames, isNew}, null, 2)}\n`;
}
