import {rename, rm} from 'node:fs/promises';
import type {Source} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {UserError} from '../base/user-error.ts';
import type {Database} from '../warehouse/database.ts';
import {archivedFile} from './archive.ts';
import {isDayFirst} from './date-format.ts';
import type {DateOrder} from './dates.ts';
import {fileError} from './file-error.ts';
import type {FileImport} from './file-import.ts';
import type {Correction, ImportEffects} from './import-context.ts';
import {importFile} from './import-file.ts';
import {openLanding} from './landing.ts';
import {loadConnectors} from './load-connectors.ts';
import {openFile, filesIn, type FormOptions, type OpenedFile} from './open-file.ts';
import {knownForms} from './readable-tables.ts';

interface PastImport {
  file_name: string;
  sha256: string;
  byte_count: number;
  part: string | null;
  encoding: string;
  is_encoding_stated: boolean | null;
  source: string;
  connector: string;
  timezone: string | null;
  as_of: Date | null;
  is_as_of_stated: boolean;
  /** The date formats that were proven. */
  formats: string[];
}

/**
 * Lands every archived file again, in the order they came, with today's connectors and sources. A new landing
 * file grows beside the old one and takes its place at the end, so a failure changes nothing.
 * @throws UserError when a file is missing from the archive or can't be read any more
 */
export async function reimport(
  options: {
    workspace: Pick<Workspace, 'landingFile' | 'archiveDirectory' | 'pipelinesDirectory'>;
    sources?: readonly Source[];
    /** What is said of files now that was not said, or otherwise, when they came. */
    corrections?: readonly Correction[];
  },
  effects: ImportEffects,
): Promise<FileImport[]> {
  const {workspace, sources = [], corrections = []} = options;
  const connectors = await loadConnectors(workspace.pipelinesDirectory);
  const next = `${workspace.landingFile}.next`;
  await removeDatabase(next);
  const old = await openLanding(workspace.landingFile);
  try {
    const past = await old.query<PastImport>(
      `select *, (select coalesce(list(distinct format), []) from import_field
        where import_field.import_id = import_log.import_id and format is not null) as formats
      from import_log order by import_id`,
    );
    const landing = await openLanding(next);
    const imports: FileImport[] = [];
    try {
      for (const entry of past)
        imports.push(
          ...(await replay(entry, workspace.archiveDirectory, {
            landing,
            connectors,
            sources,
            effects,
            correction: corrections.find((said) => isOf(said, entry)),
            isOthers: (part) =>
              past.some((other) => other !== entry && isOf(other, entry) && other.part === part),
          })),
        );
    } finally {
      landing.close();
    }
    await rename(next, workspace.landingFile);
    return imports;
  } catch (error) {
    await removeDatabase(next);
    throw fileError(next, error);
  } finally {
    old.close();
  }
}

async function replay(
  entry: PastImport,
  archiveDirectory: string,
  context: {
    landing: Database;
    connectors: Parameters<typeof importFile>[0]['connectors'];
    sources: readonly Source[];
    effects: ImportEffects;
    correction: Correction | undefined;
    /** Whether a part of the same file was an import of its own, which is replayed when its turn comes. */
    isOthers(part: string | null): boolean;
  },
): Promise<FileImport[]> {
  const {correction} = context;
  const path = archivedFile(archiveDirectory, entry.sha256);
  const opened = await openArchived(path, entry, {
    ...knownForms(context.connectors),
    encoding: correction?.encoding ?? (entry.is_encoding_stated ? entry.encoding : undefined),
  });
  try {
    const table = opened.tables.find(({part}) => part === entry.part) ?? opened.tables[0];
    if (!table) throw new Error(`no table in ${path}`);
    // The archive compresses what it keeps; the file's identity is that of the bytes as they came.
    const file = {
      ...table,
      originalPath: entry.file_name,
      fileName: entry.file_name,
      sha256: entry.sha256,
      byteCount: entry.byte_count,
    };
    const configured = context.sources.find(({name}) => name === entry.source);
    const isWanted = (part: string | null) => part === entry.part || !context.isOthers(part);
    const options = {
      source: entry.source,
      connector: configured?.connector ?? entry.connector,
      timezone: configured?.zone ?? entry.timezone ?? undefined,
      asOf: entry.is_as_of_stated && entry.as_of ? entry.as_of : undefined,
      dateOrder: correction?.dateOrder ?? dateOrderOf(entry.formats),
    };
    // What connectors have learnt to read since then lands with the file's first import.
    const landed = await importFile(context, file, options, isWanted);
    const isReread = correction !== undefined;
    return landed.filter(({isRepeat}) => !isRepeat).map((one) => ({...one, isReread}));
  } finally {
    await opened.release();
  }
}

interface FileInSource {
  sha256: string;
  source: string;
}

function isOf(one: FileInSource, other: FileInSource): boolean {
  return one.sha256 === other.sha256 && one.source === other.source;
}

async function openArchived(
  path: string,
  {file_name: name}: PastImport,
  options: FormOptions,
): Promise<OpenedFile> {
  try {
    const given = await filesIn(path, name);
    try {
      const opened = await openFile(given.files[0]!, options);
      const release = async () => {
        await opened.release();
        await given.release();
      };
      return {...opened, release};
    } catch (error) {
      await given.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof UserError && error.status === 404)
      throw new UserError(
        `${name} is not in the archive any more (${path}).`,
        'Put it back, or import the original file into a fresh workspace.',
      );
    throw error;
  }
}

/** The log keeps the proven formats, and with them the order of day and month a person had to state. */
function dateOrderOf(formats: readonly string[]): DateOrder | undefined {
  const numeric = formats.filter(
    (format) => /%d.*%m|%m.*%d/.test(format) && !/%Y.*%m/.test(format),
  );
  if (numeric.length === 0) return undefined;
  return numeric.some(isDayFirst) ? 'day-first' : 'month-first';
}

async function removeDatabase(path: string): Promise<void> {
  await rm(path, {force: true});
  await rm(`${path}.wal`, {force: true});
}
