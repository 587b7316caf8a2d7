import {loadCatalogue} from '../metrics/catalogue.ts';
import type {Workspace} from '../config/workspace.ts';
import {readActionRegister} from '../pages/action-register.ts';
import {readDecisions} from '../register/candidate-decisions.ts';
import {openPublished} from '../warehouse/publish.ts';
import {freezePack} from './freeze-pack.ts';
import type {PackDefinition} from './pack-definition.ts';
import {publishPack, type PublishedPack} from './publish-pack.ts';
import {readConfig} from '../config/read-config.ts';
import {inLanguage} from '../wording/in-language.ts';
import type {Language} from '../wording/language.ts';

export interface WritePackOptions {
  /** `2016-W12` or `2016-03`; by default the last complete one by the data's own clock. */
  period?: string | null;
  /** Where packs go; by default the workspace's folder. */
  packsDirectory?: string;
  /** By default that of `meantime.yaml`. */
  language?: Language;
  now(): Date;
}

/**
 * Freezes a pack from the published build and publishes it.
 * @throws UserError when nothing is published yet, or the period isn't there
 */
export async function writePack(
  workspace: Workspace,
  definition: PackDefinition,
  {period = null, packsDirectory = workspace.packsDirectory, now, ...asked}: WritePackOptions,
): Promise<PublishedPack> {
  const session = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(session, {workspaceDirectory: workspace.directory});
    const decisions = await readDecisions(workspace);
    const register = await readActionRegister(workspace);
    const source = {session, catalogue, decisions, register};
    const language = asked.language ?? (await readConfig(workspace)).language;
    const frozen = await inLanguage(language, () => freezePack(source, definition, {period, now}));
    return await publishPack(frozen, packsDirectory);
  } finally {
    session.close();
  }
}
