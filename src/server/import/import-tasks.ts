import type {Progress} from '../../base/progress.ts';
import {UserError} from '../../base/user-error.ts';
import {readConfig} from '../../config/read-config.ts';
import {workspaceAt} from '../../config/workspace.ts';
import {asOfInstant} from '../../import/as-of.ts';
import {checkEncoding} from '../../import/encoding-scan.ts';
import type {FileImport} from '../../import/file-import.ts';
import type {FileOptions} from '../../import/import-context.ts';
import {importFiles, type NamedFile} from '../../import/import-files.ts';
import {inspectAll, type Inspection} from '../../import/inspect.ts';
import {landedDetails, type LandedDetails} from '../../import/landed-details.ts';
import {loadConnectors} from '../../import/load-connectors.ts';
import {buildAndFind} from '../../findings/build-and-find.ts';
import {proposeAnyway, type Answers} from './uploads.ts';

/** What a task needs besides its input; a process of its own sends both to the server. */
export interface TaskEffects {
  progress: Progress;
  warn(message: string): void;
}

export interface InspectTask {
  workspace: string;
  file: NamedFile;
  answers: Answers;
  /** Connectors as corrected for this file; null when there are none. */
  draftsDirectory: string | null;
  /** Zone to read local times in where the person has named none. */
  defaultZone: string | null;
}

export interface ImportTask {
  workspace: string;
  file: NamedFile;
  answers: Answers;
}

export interface ImportTaskResult {
  imports: (FileImport & LandedDetails)[];
  /** Null where the rows have landed and the build was refused. */
  build: number | null;
  buildFailure: {error: string; remedy: string} | null;
}

/** What runs outside the server's own process: inputs and results are plain data. */
export const importTasks = {
  async inspect(task: InspectTask): Promise<Inspection[]> {
    const workspace = workspaceAt(task.workspace);
    const {answers, file} = task;
    const drafts = task.draftsDirectory ?? undefined;
    const connectors = await loadConnectors(drafts, workspace.pipelinesDirectory);
    const zone = answers.zone ?? task.defaultZone;
    const isProposalWanted = answers.connector === proposeAnyway;
    const connector = isProposalWanted ? undefined : (answers.connector ?? undefined);
    const options = {connectors, connector, isProposalWanted, zone, ...formOf(answers)};
    return inspectAll(file.path, options, file.name);
  },

  async land(task: ImportTask, effects: TaskEffects): Promise<ImportTaskResult> {
    const workspace = workspaceAt(task.workspace);
    const config = await readConfig(workspace);
    const {answers} = task;
    const log = {info() {}, warn: effects.warn};
    const now = () => new Date();
    const options: FileOptions = {
      ...formOf(answers),
      source: answers.source ?? undefined,
      connector: answers.connector ?? undefined,
      timezone: answers.zone ?? undefined,
      asOf: answers.asOf === null ? undefined : asOfInstant(answers.asOf, config.zone),
    };
    const imports = await importFiles(
      [task.file],
      {workspace, sources: config.sources, ...options},
      {log: {info() {}, warn() {}}, progress: effects.progress, now},
    );
    const detailed: ImportTaskResult['imports'] = [];
    for (const one of imports)
      detailed.push({...one, ...(await landedDetails(workspace, one.importId))});
    try {
      const built = await buildAndFind(workspace, config, {log, progress: effects.progress, now});
      return {imports: detailed, build: built.build, buildFailure: null};
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const {message, remedy} = error;
      return {imports: detailed, build: null, buildFailure: {error: message, remedy}};
    }
  },
};

export type ImportTasks = typeof importTasks;

function formOf({dateOrder, sheet, encoding}: Answers) {
  return {
    dateOrder: dateOrder ?? undefined,
    // Of a workbook or of XML: each takes no notice of the other’s.
    sheet: sheet ?? undefined,
    rows: sheet ?? undefined,
    encoding: encoding === null ? undefined : checkEncoding(encoding),
  };
}
