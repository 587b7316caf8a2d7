import {UserError} from '../base/user-error.ts';
import type {Source} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {copyToArchive} from './archive.ts';
import {decodeFile} from './decode.ts';
import {fileError} from './file-error.ts';
import type {FileImport} from './file-import.ts';
import {
  importFile,
  type FileOptions,
  type ImportContext,
  type ImportEffects,
} from './import-file.ts';
import {openLanding} from './landing.ts';
import {loadConnectors} from './load-connectors.ts';

export interface ImportOptions extends FileOptions {
  workspace: Pick<Workspace, 'landingFile' | 'archiveDirectory' | 'pipelinesDirectory'>;
  /** From the configuration; none without one. */
  sources?: readonly Source[];
}

/**
 * Lands files, each whole or not at all, and keeps their bytes in the archive. A file that fails stops the
 * rest; those before it have landed, and naming them again adds nothing.
 * @throws UserError for what the person can put right, naming the file
 */
export async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  effects: ImportEffects,
): Promise<FileImport[]> {
  if (files.length === 0)
    throw new UserError('No file was named.', 'Name the export files to import.');
  const {workspace, sources = []} = options;
  const connectors = await loadConnectors(workspace.pipelinesDirectory);
  const landing = await openLanding(workspace.landingFile);
  try {
    const imports: FileImport[] = [];
    for (const file of files)
      imports.push(
        await importAndKeep(file, options, {landing, connectors, sources, effects}).catch(
          (error) => {
            throw fileError(workspace.landingFile, error);
          },
        ),
      );
    return imports;
  } finally {
    landing.close();
  }
}

/** The copy for the archive is written while the rows land, and must be whole before they are kept. */
async function importAndKeep(
  path: string,
  options: ImportOptions,
  context: ImportContext,
): Promise<FileImport> {
  const {effects} = context;
  const copying = copyToArchive(path, options.workspace.archiveDirectory);
  // Its failure is met before the commit, unless the file itself is at fault, which says more.
  copying.catch(() => {});
  let isLanded = false;
  try {
    const decoded = await decodeFile(path);
    try {
      const beforeCommit = async () => (await copying).keep(decoded.sha256);
      const result = await importFile({...context, beforeCommit}, decoded, options);
      isLanded = !result.isRepeat;
      for (const warning of result.warnings) effects.log.warn(`${path}: ${warning}`);
      return result;
    } finally {
      await decoded.release();
    }
  } finally {
    const copied = await copying.catch(() => null);
    if (!isLanded) await copied?.discard();
  }
}
