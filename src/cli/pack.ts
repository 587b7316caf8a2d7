import {resolve} from 'node:path';
import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {findDefinition, packNames} from '../packs/find-definition.ts';
import {listPacks, packVersions, type ListedPack} from '../packs/list-packs.ts';
import {packFileExample} from '../packs/pack-file-example.ts';
import {packFileNames} from '../packs/pack-files.ts';
import type {PublishedPack} from '../packs/publish-pack.ts';
import {writePack} from '../packs/write-pack.ts';
import {addPackNote} from '../register/pack-notes.ts';
import type {CommandContext, ContextOf, Register} from './command.ts';
import {printable} from './terminal.ts';
import {aligned} from './wording.ts';
import {languages, type Language} from '../wording/language.ts';

interface WriteOptions {
  period?: string;
  language?: string;
  out?: string;
}

export const registerPack: Register = (program, contextOf) => {
  const pack = program
    .command('pack')
    .description(
      'Freeze a review pack as HTML, PDF, XLSX, PPTX, mail and JSON; without a name, list them',
    )
    .argument('[name]', 'weekly, monthly or a pack of packs.d')
    .option('--period <id>', 'week or month, e.g. 2016-W12 or 2016-03 (default: last complete)')
    .option('--language <code>', `${languages.join(' or ')} (default: that of meantime.yaml)`)
    .option('--out <directory>', 'where packs go (default: packs in the workspace)')
    .action(async (name: string | undefined, options: WriteOptions, command: Command) => {
      const context = contextOf(command);
      if (name === undefined) return list(context);
      const published = await write(name, options, context);
      context.print(context.json ? asJson(published) : asText(published));
    });
  pack
    .command('example')
    .description('Print a file for packs.d with every setting')
    .action((_options: object, command: Command) => contextOf(command).print(packFileExample));
  registerNote(pack, contextOf);
};

interface NoteOptions {
  text: string;
  by?: string;
  decision?: boolean;
}

function registerNote(pack: Command, contextOf: ContextOf): void {
  pack
    .command('note')
    .description('Add to a published pack what the meeting said; its figures stay as they are')
    .argument('<name>', 'weekly, monthly or a pack of packs.d')
    .argument('<period>', 'week or month, e.g. 2016-W12 or 2016-03')
    .requiredOption('--text <text>', 'what was said')
    .option('--decision', 'it is a decision, not a comment')
    .option('--by <name>', 'who notes it (default: the user of this system)')
    .action(async (name: string, period: string, options: NoteOptions, command: Command) => {
      await note(contextOf(command), {name, period}, options);
    });
}

async function write(
  name: string,
  {period, out, language}: WriteOptions,
  {workspace, now}: CommandContext,
): Promise<PublishedPack> {
  return writePack(workspace, await findDefinition(workspace, name), {
    ...{period: period ?? null, now},
    ...(language === undefined ? {} : {language: languageNamed(language)}),
    ...(out === undefined ? {} : {packsDirectory: resolve(out)}),
  });
}

function languageNamed(code: string): Language {
  const known = languages.find((each) => each === code);
  if (known) return known;
  throw new UserError(`No pack is written in "${code}".`, `Use one of: ${languages.join(', ')}.`);
}

async function list({workspace, json, print, log}: CommandContext): Promise<void> {
  const [names, packs] = await Promise.all([packNames(workspace), listPacks(workspace)]);
  if (json) return print(`${JSON.stringify({names, published: packs}, null, 2)}\n`);
  log.info(`Packs: ${names.join(', ')}. Freeze one: meantime pack NAME`);
  if (packs.length > 0) print(aligned(packs.map(lineOf), ''));
}

function lineOf({kind, period, version, publishedAt, restated, directory}: ListedPack): string[] {
  const restates = restated.length === 0 ? '' : `restates ${restated.length}`;
  const day = publishedAt.slice(0, 10);
  return [period, kind, `version ${version}`, day, restates, directory].map(printable);
}

async function note(
  {workspace, json, print, now, env}: CommandContext,
  {name, period}: {name: string; period: string},
  {text, by = env['USER'] ?? env['USERNAME'] ?? '', decision = false}: NoteOptions,
): Promise<void> {
  if (by.trim() === '') throw new UserError('Nobody is named who notes it.', 'Add --by NAME.');
  if (text.trim() === '') throw new UserError('The note says nothing.', 'Write it after --text.');
  const [newest] = await packVersions(workspace, name, period);
  if (!newest)
    throw new UserError(
      `There is no ${name} pack of ${period}.`,
      'See those there are: meantime pack',
      404,
    );
  const {version} = newest;
  const kind = decision ? 'decision' : 'comment';
  const said = {pack: name, period, version, kind, note: text.trim(), by: by.trim()} as const;
  const added = await addPackNote(workspace, said, {now});
  if (json) return print(`${JSON.stringify(added, null, 2)}\n`);
  print(`Noted with version ${version} of the ${name} pack of ${period}.\n`);
}

function asText({pack, directory, isNew}: PublishedPack): string {
  const what = `${pack.page.title}, ${pack.page.period?.label ?? pack.period}, version ${pack.version}`;
  return isNew ? `${what}: ${directory}\n` : `${what} says exactly this already: ${directory}\n`;
}

function asJson({pack, directory, isNew}: PublishedPack): string {
  const {kind, period, version, build, inputsHash, restated} = pack;
  const files = packFileNames;
  return `${JSON.stringify({kind, period, version, build, inputsHash, restated, directory, files, isNew}, null, 2)}\n`;
}
