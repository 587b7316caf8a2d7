import Papa from 'papaparse';
import {UserError} from '../base/user-error.ts';
import type {ExportedAction} from '../register/action-files.ts';

/**
 * The rows of an exported register: JSON by its first character, else CSV.
 * @param read gives the file's text
 * @throws UserError for a file that can't be read, or that is neither
 */
export async function readActionFile(
  file: string,
  read: (path: string) => Promise<string>,
): Promise<ExportedAction[]> {
  let text: string;
  try {
    text = (await read(file)).replace(/^\ufeff/, '');
  } catch {
    throw new UserError(
      `${file} can’t be read.`,
      'Name a file that meantime actions export wrote.',
    );
  }
  return /^\s*\[/.test(text) ? fromJson(file, text) : fromCsv(file, text);
}

function fromJson(file: string, text: string): ExportedAction[] {
  try {
    return JSON.parse(text) as ExportedAction[];
  } catch {
    throw new UserError(`${file} is no JSON.`, 'Export the register anew.');
  }
}

function fromCsv(file: string, text: string): ExportedAction[] {
  // A spreadsheet saves it anew with the semicolons of its country; cells hold commas of their own.
  const [header = ''] = text.split(/[\r\n]/, 1);
  const delimiter = [';', '\t'].find((each) => header.includes(each)) ?? ',';
  const {data, errors} = Papa.parse<string[]>(text, {delimiter, skipEmptyLines: true});
  const [head = [], ...rows] = data;
  if (!head.includes('action_id'))
    throw new UserError(
      `${file} is no register of actions: its header has no action_id.`,
      'Name a file that meantime actions export wrote.',
    );
  const [broken] = errors;
  if (broken)
    throw new UserError(
      `${file} breaks off in row ${(broken.row ?? 0) + 1}: ${broken.message}.`,
      'Export the register anew.',
    );
  return rows.map(
    (cells) =>
      Object.fromEntries(
        head.map((name, place) => [name, harmedBack(cells[place] ?? '')]),
      ) as unknown as ExportedAction,
  );
}

/** The apostrophe that keeps spreadsheets from running a text as a formula is not part of it. */
function harmedBack(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
