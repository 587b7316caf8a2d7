import {UserError} from '../base/user-error.ts';
import type {Source} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {copyToArchive} from './archive.ts';
import {decodeFile} from './decode.ts';
import {fileError} from './file-error.ts';
import {
  importFile,
  type FileImport,
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

/** Checking, archiving and hashing share the machine's cores, so they run at once. */
async function importAndKeep(
  path: string,
  options: ImportOptions,
  context: ImportContext,
): Promise<FileImport> {
  const {effects} = context;
  const copying = copyToArchive(path, options.workspace.archiveDirectory);
  // Its failure is met below, unless the file itself is at fault, which says more.
  copying.catch(() => {});
  const decoding = decodeFile(path);
  const [decoded, copied] = await Promise.allSettled([decoding, copying]);
  let isLanded = false;
  try {
    if (decoded.status === 'rejected') throw decoded.reason;
    if (copied.status === 'rejected') throw copied.reason;
    const beforeCommit = async () => {
      await copied.value.keep(decoded.value.sha256);
    };
    const result = await importFile({...context, beforeCommit}, decoded.value, options);
    isLanded = !result.isRepeat;
    for (const warning of result.warnings) effects.log.warn(`${path}: ${warning}`);
    return result;
  } finally {
    if (decoded.status === 'fulfilled') await decoded.value.release();
    if (copied.status === 'fulfilled' && !isLanded) await copied.value.discard();
  }
}
