import {UserError} from '../base/user-error.ts';
import type {Source} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {copyToArchive} from './archive.ts';
import {fileError} from './file-error.ts';
import {NotAnExportError} from './not-an-export.ts';
import type {FileImport} from './file-import.ts';
import type {Correction, FileOptions, ImportContext, ImportEffects} from './import-context.ts';
import {importFile} from './import-file.ts';
import {openLanding} from './landing.ts';
import {loadConnectors} from './load-connectors.ts';
import {filesIn, openFile, type GivenFile} from './open-file.ts';
import {knownForms, readableTables} from './readable-tables.ts';
import {reimport} from './reimport.ts';

export interface ImportOptions extends FileOptions {
  workspace: Pick<Workspace, 'landingFile' | 'archiveDirectory' | 'pipelinesDirectory'>;
  /** From the configuration; none without one. */
  sources?: readonly Source[];
}

/** A file that is called otherwise than where it lies: an upload. */
export interface NamedFile {
  path: string;
  /** As the person calls it; shown and kept, never opened. */
  name: string;
}

/**
 * Lands files, each whole or not at all, and keeps their bytes in the archive: each entry of a zip file and each
 * table of a workbook is a file. One that fails stops the rest; those before it have landed, and naming
 * them again adds nothing, unless they are said to be in another encoding or order of dates than they were read in:
 * then the archive is replayed with that, so that rows which other files share stay right, and the landing file
 * of before is replaced by the new one as a whole.
 * @throws UserError for what the person can put right, naming the file
 */
export async function importFiles(
  files: readonly (string | NamedFile)[],
  options: ImportOptions,
  effects: ImportEffects,
): Promise<FileImport[]> {
  if (files.length === 0)
    throw new UserError('No file was named.', 'Name the export files to import.');
  const {workspace, sources = []} = options;
  const connectors = await loadConnectors(workspace.pipelinesDirectory);
  const landing = await openLanding(workspace.landingFile);
  const imports: FileImport[] = [];
  const corrections: Correction[] = [];
  const onCorrection = (correction: Correction) => corrections.push(correction);
  const context = {landing, connectors, sources, effects, onCorrection};
  try {
    for (const file of files)
      imports.push(
        ...(await importAll(named(file), options, context).catch((error) => {
          throw fileError(workspace.landingFile, error);
        })),
      );
  } finally {
    landing.close();
  }
  if (corrections.length === 0) return imports;
  const replayed = await reimport({workspace, sources, corrections}, effects);
  return [...imports, ...replayed.filter(({isReread}) => isReread).map(toldAsReread)];
}

function toldAsReread(landed: FileImport): FileImport {
  const warning =
    'The same file was here, read otherwise: that reading is withdrawn, this one stands in its place, and all files were read again.';
  return {...landed, warnings: [warning, ...landed.warnings]};
}

function named(file: string | NamedFile): NamedFile {
  return typeof file === 'string' ? {path: file, name: file} : file;
}

/** The files behind a name; of an archive's entries some may be no exports, which is told and no failure. */
async function importAll(
  {path, name}: NamedFile,
  options: ImportOptions,
  context: ImportContext,
): Promise<FileImport[]> {
  const given = await filesIn(path, name);
  try {
    const imports: FileImport[] = [];
    const unread: UserError[] = [];
    for (const file of given.files)
      try {
        imports.push(...(await importAndKeep(file, options, context)));
      } catch (error) {
        if (given.files.length === 1 || !(error instanceof NotAnExportError)) throw error;
        unread.push(error);
      }
    const [first] = imports;
    if (unread.length === given.files.length) throw nothingRead(name, unread);
    for (const {message} of unread) {
      const warning = `Not imported: ${message}`;
      first?.warnings.push(warning);
      context.effects.log.warn(`${name}: ${warning}`);
    }
    return imports;
  } finally {
    await given.release();
  }
}

function nothingRead(name: string, unread: readonly UserError[]): UserError {
  const [first] = unread;
  return new UserError(
    `${name}: none of its ${unread.length} files is an export that can be read. ${first?.message ?? ''}`,
    first?.remedy ?? 'Unpack it and import the export in it.',
  );
}

/** The copy for the archive is written while the rows land, and must be whole before they are kept. */
async function importAndKeep(
  given: GivenFile,
  options: ImportOptions,
  context: ImportContext,
): Promise<FileImport[]> {
  const {effects, connectors} = context;
  const copying = copyToArchive(given.path, options.workspace.archiveDirectory);
  // Its failure is met before the commit, unless the file itself is at fault, which says more.
  copying.catch(() => {});
  let isLanded = false;
  try {
    const opened = await openFile(given, {...options, ...knownForms(connectors)});
    try {
      const imports: FileImport[] = [];
      for (const table of readableTables(opened.tables, connectors, options.connector)) {
        const beforeCommit = async () => (await copying).keep(table.sha256);
        const results = await importFile({...context, beforeCommit}, table, options);
        for (const {file, warnings, isRepeat} of results) {
          isLanded ||= !isRepeat;
          for (const warning of warnings) effects.log.warn(`${file}: ${warning}`);
        }
        imports.push(...results);
      }
      return imports;
    } finally {
      await opened.release();
    }
  } finally {
    const copied = await copying.catch(() => null);
    if (!isLanded) await copied?.discard();
  }
}
