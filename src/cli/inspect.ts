import {mkdir, writeFile} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {Option, type Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {readConfig} from '../config/read-config.ts';
import type {Workspace} from '../config/workspace.ts';
import type {DateOrder} from '../import/dates.ts';
import {checkEncoding} from '../import/encoding-scan.ts';
import {inspectAll, type Inspection} from '../import/inspect.ts';
import {loadConnectors} from '../import/load-connectors.ts';
import {proposalYaml} from '../import/propose-yaml.ts';
import {checkZone} from '../import/zone.ts';
import type {CommandContext, Register} from './command.ts';
import {inspectionJson, inspectionText} from './inspect-report.ts';

interface InspectCommandOptions {
  connector?: string;
  source?: string;
  timezone?: string;
  sheet?: string;
  rows?: string;
  encoding?: string;
  dateOrder?: DateOrder;
  propose?: boolean;
  save?: string | true;
}

export const registerInspect: Register = (program, contextOf) => {
  program
    .command('inspect')
    .description('Show what an import would do with a file, before it does; nothing is landed')
    .argument('[files...]', 'exports to look into')
    .option('--connector <id>', 'look at it as this tool’s export')
    .option('--source <name>', 'take connector and zone of this source in meantime.yaml')
    .option('--timezone <zone>', 'zone of local times in the file, e.g. Europe/Berlin')
    .option('--sheet <name>', 'the one sheet of a workbook to read (default: all that are known)')
    .option('--rows <path>', 'the repeating element of an XML file, e.g. unload.incident')
    .option('--encoding <name>', 'of a text file, e.g. windows-1250 (default: told by its bytes)')
    .addOption(
      new Option('--date-order <order>', 'how all-numeric dates are written').choices([
        'day-first',
        'month-first',
      ]),
    )
    .option('--propose', 'propose a connector even where one matches')
    .option('--save [file]', 'write the proposed connector into the workspace’s pipelines/')
    .action(async (files: string[], options: InspectCommandOptions, command: Command) => {
      await inspect(filesAsked(files, options), options, contextOf(command));
    });
};

/** `--save tickets.csv` takes the export for the name to save under; with no other file it is the export. */
function filesAsked(files: string[], options: InspectCommandOptions): string[] {
  if (files.length > 0) return files;
  if (typeof options.save !== 'string')
    throw new UserError('No file to inspect was named.', 'Name one: meantime inspect FILE');
  const file = options.save;
  options.save = true;
  return [file];
}

async function inspect(
  files: readonly string[],
  options: InspectCommandOptions,
  context: CommandContext,
): Promise<void> {
  const {workspace, json, print, style, progress} = context;
  const {sources} = await readConfig(workspace);
  const source = sources.find(({name}) => name === options.source);
  const connectors = await loadConnectors(workspace.pipelinesDirectory);
  const zone = options.timezone ? checkZone(options.timezone) : (source?.zone ?? null);
  const results: {inspection: Inspection; savedTo: string | null}[] = [];
  for (const file of files) {
    progress.report(`Looking into ${basename(file)}`, null);
    const inspections = await inspectAll(file, {
      connectors,
      connector: options.connector ?? source?.connector,
      zone,
      dateOrder: options.dateOrder,
      isProposalWanted: options.propose === true,
      sheet: options.sheet,
      rows: options.rows,
      encoding: options.encoding === undefined ? undefined : checkEncoding(options.encoding),
    });
    progress.done();
    for (const inspection of inspections) {
      const savedTo = options.save ? await save(inspection, workspace, options.save) : null;
      results.push({inspection, savedTo});
      if (!json)
        print(`${inspectionText(inspection, style)}\n\n${nextStep(inspection, savedTo)}\n`);
    }
  }
  if (json)
    print(
      JSON.stringify(
        results.map(({inspection, savedTo}) => ({...inspectionJson(inspection), savedTo})),
        null,
        2,
      ),
    );
}

async function save(
  {proposal, chosen, file}: Inspection,
  workspace: Workspace,
  target: string | true,
): Promise<string> {
  if (!proposal)
    throw new UserError(
      `${file} needs no new connector: ${chosen.connector} knows it.`,
      'Import it, or add --propose to have one proposed all the same.',
    );
  const name = target === true ? `${chosen.connector}.yaml` : target;
  const path = name.includes('/') ? resolve(name) : join(workspace.pipelinesDirectory, name);
  await mkdir(dirname(path), {recursive: true});
  try {
    await writeFile(path, proposalYaml(proposal, basename(file)), {flag: 'wx'});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UserError(
      `${path} is there already.`,
      'Edit it, delete it, or name another file after --save.',
    );
  }
  return path;
}

/** The command to go on with, with what is known already and what is still to be said. */
function nextStep(
  {proposal, file, chosen, questions, zone}: Inspection,
  savedTo: string | null,
): string {
  const isZoneAsked = questions.some((question) => question.includes('--timezone'));
  const zoneOption = zone ? ` --timezone ${zone}` : isZoneAsked ? ' --timezone ZONE' : '';
  if (savedTo !== null)
    return `Saved ${savedTo}. Read it through, then: meantime import ${file} --connector ${chosen.connector}${zoneOption}`;
  if (proposal && proposal.obstacles.length > 0)
    return 'It can’t be imported like this: see the warnings.';
  if (proposal) return `To keep the proposal: meantime inspect ${file} --save`;
  const ask = questions.length > 0 ? 'Answer the questions above, then' : 'To import it';
  return `${ask}: meantime import ${file}${zoneOption}`;
}
