import {mkdir, readdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {silentProgress} from '../../base/progress.ts';
import {UserError} from '../../base/user-error.ts';
import {readConfig} from '../../config/read-config.ts';
import type {Workspace} from '../../config/workspace.ts';
import {parseConnector} from '../../import/connector.ts';
import {builtInConnectorText, connectorText} from '../../import/connector-text.ts';
import type {Inspection} from '../../import/inspect.ts';
import {proposalYaml} from '../../import/propose-yaml.ts';
import {reviseConnector} from '../../import/revise-connector.ts';
import type {MappingForm} from './mapping-form.ts';
import type {runImportTask} from './run-import-task.ts';
import type {Upload, Uploads} from './uploads.ts';

/** What an import would make of an upload; a failure is what the person can put right. */
export type Review = {inspections: Inspection[]} | {failure: UserError};

/** Looks into uploads and takes corrections of what it found. */
export interface UploadReviews {
  /** Asked once for the same file, answers and corrections. */
  of(upload: Upload): Promise<Review>;
  /** Keeps what a form says: answers with the upload, corrections as connectors beside it. */
  correct(upload: Upload, inspections: readonly Inspection[], form: MappingForm): Promise<Upload>;
  /** Puts the connectors an import of the upload needs into the workspace's `pipelines/`. */
  saveConnectors(upload: Upload, inspections: readonly Inspection[]): Promise<void>;
  forget(id: string): void;
}

interface Context {
  workspace: Workspace;
  uploads: Uploads;
  run: typeof runImportTask;
  signal: AbortSignal;
}

export function uploadReviews({workspace, uploads, run, signal}: Context): UploadReviews {
  const known = new Map<string, {key: string; review: Promise<Review>}>();

  async function inspect(upload: Upload, draftsDirectory: string | null): Promise<Review> {
    const {zone, isZoneDefault} = await readConfig(workspace);
    const task = {
      workspace: workspace.directory,
      file: {path: upload.file, name: upload.name},
      answers: upload.answers,
      draftsDirectory,
      defaultZone: isZoneDefault ? null : zone,
    };
    const effects = {progress: silentProgress, warn() {}, signal};
    try {
      return {inspections: await run('inspect', task, effects)};
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return {failure: error};
    }
  }

  return {
    async of(upload) {
      const drafts = await draftsOf(upload);
      const key = JSON.stringify([upload.answers, drafts]);
      const before = known.get(upload.id);
      if (before?.key === key) return before.review;
      const review = inspect(upload, drafts.length > 0 ? upload.draftsDirectory : null);
      known.set(upload.id, {key, review});
      review.catch(() => known.delete(upload.id));
      return review;
    },
    async correct(upload, inspections, {answers, revisions}) {
      for (const [index, revision] of revisions.entries()) {
        const inspection = inspections[index];
        if (!revision || !inspection) continue;
        const {text, place} = await textOf(upload, inspection, workspace);
        const id = inspection.chosen.connector;
        await writeDraft(upload, id, reviseConnector(text, revision, place));
      }
      const ids = new Set(inspections.map(({chosen}) => chosen.connector));
      const [only] = revisions.some((revision) => revision !== null) && ids.size === 1 ? ids : [];
      const next = only === undefined ? answers : {...answers, connector: only};
      await uploads.answer(upload, next);
      return {...upload, answers: next};
    },
    async saveConnectors(upload, inspections) {
      for (const inspection of inspections) {
        const {connector: id} = inspection.chosen;
        const draft = await connectorText(upload.draftsDirectory, id);
        if (!draft && !inspection.proposal) continue;
        const {text} = draft ?? (await textOf(upload, inspection, workspace));
        await saveConnector(workspace, id, text);
      }
    },
    forget: (id) => void known.delete(id),
  };
}

/** Names of the drafts there are: each correction writes a new one. */
async function draftsOf({draftsDirectory}: Upload): Promise<string[]> {
  return (await readdir(draftsDirectory).catch(() => [])).sort();
}

/**
 * The connector to correct: as corrected before, the workspace's own, the one that ships with Meantime, or the
 * one proposed for the file. A copy of a shipped one keeps its id, and with it its sources and other exports.
 */
async function textOf(
  upload: Upload,
  {chosen: {connector: id}, proposal}: Inspection,
  {pipelinesDirectory}: Workspace,
): Promise<{text: string; place: string}> {
  const place = `${id}.yaml`;
  const draft = await connectorText(upload.draftsDirectory, id);
  if (draft) return {text: draft.text, place};
  if (proposal) return {text: proposalYaml(proposal, upload.name), place};
  const own = await connectorText(pipelinesDirectory, id);
  if (own) return {text: own.text, place};
  const shipped = await builtInConnectorText(id);
  if (!shipped) throw new Error(`no connector ${id}`);
  const note = `# The connector that ships with Meantime, corrected on the Import page. It stands in for that one here: delete\n# this file to go back to it.\n`;
  return {text: `${note}${shipped.text}`, place};
}

async function writeDraft({draftsDirectory}: Upload, id: string, text: string): Promise<void> {
  await mkdir(draftsDirectory, {recursive: true});
  const before = await connectorText(draftsDirectory, id);
  const version = (await readdir(draftsDirectory)).length;
  const path = join(draftsDirectory, `${id}.${version}.yaml`);
  await writeFile(`${path}.next`, text);
  await rename(`${path}.next`, path);
  if (before) await rename(before.path, `${before.path}.before`);
}

/** The id is checked by the schema of connectors: letters, digits, - and _. */
async function saveConnector(
  {pipelinesDirectory}: Workspace,
  id: string,
  text: string,
): Promise<void> {
  if (parseConnector(text, id).id !== id) throw new Error(`${id} is not the id of its connector`);
  await mkdir(pipelinesDirectory, {recursive: true});
  const own = await connectorText(pipelinesDirectory, id);
  const path = own?.path ?? join(pipelinesDirectory, `${id}.yaml`);
  await writeFile(`${path}.next`, text);
  await rename(`${path}.next`, path);
}
