import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {InvalidArgumentError, type Command} from 'commander';
import {keptRejectedRows, rejectedCsv, type KeptRejectedRow} from '../import/rejected-export.ts';
import type {CommandContext, Register} from './command.ts';
import {counted} from './wording.ts';

interface RejectedOptions {
  import?: number;
  file?: string;
  out?: string;
}

export const registerRejected: Register = (program, contextOf) => {
  program
    .command('rejected')
    .description(
      'Print the rows that could not be read as CSV, with the reasons and all their cells',
    )
    .option('--import <number>', 'only of this import', importNumber)
    .option('--file <name>', 'only of files with this name')
    .option('--out <path>', 'write to a file instead')
    .action(async (options: RejectedOptions, command: Command) => {
      await rejected(options, contextOf(command));
    });
};

async function rejected(options: RejectedOptions, context: CommandContext): Promise<void> {
  const {workspace, json, log} = context;
  const rows = await keptRejectedRows(workspace, options);
  if (json) return put(JSON.stringify(rows.map(asJson), null, 2), options, context);
  if (rows.length === 0) return log.info('No row was rejected.');
  await put(await rejectedCsv(workspace, rows), options, context);
  const files = new Set(rows.map(({file_name}) => file_name)).size;
  log.info(`${counted(rows.length, 'rejected row')} of ${counted(files, 'file')}.`);
}

function asJson({import_id, file_name, row_number, ...rest}: KeptRejectedRow): object {
  const {field, value, reason, cells} = rest;
  return {import: import_id, file: file_name, row: row_number, field, value, reason, cells};
}

async function put(text: string, {out}: RejectedOptions, context: CommandContext): Promise<void> {
  if (out === undefined) return context.print(text);
  await writeFile(resolve(out), `${text}\n`);
  context.log.info(`Wrote ${out}.`);
}

function importNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use the number of an import.');
}
