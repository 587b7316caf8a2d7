import type {Config} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {build, type Build, type BuildOptions} from '../models/build.ts';
import {openBuild} from '../warehouse/publish.ts';
import {verifyActions} from './verify-actions.ts';

/**
 * Builds, publishes, and looks what became of every action whose effect is due. The build stands whatever
 * comes of that: a register that is locked too long, or an action whose metric is gone, is a warning.
 */
export async function buildAndVerify(
  workspace: Workspace,
  config: Config,
  options: BuildOptions,
): Promise<Build> {
  const built = await build(workspace, config, options);
  const {log, now} = options;
  try {
    const session = await openBuild(workspace, built.build);
    try {
      const catalogue = await loadCatalogue(session, {workspaceDirectory: workspace.directory});
      const {failed} = await verifyActions({workspace, session, catalogue}, {now});
      for (const {action, reason} of failed) log.warn(`${action} could not be verified: ${reason}`);
    } finally {
      session.close();
    }
  } catch (error) {
    log.warn(
      `The actions could not be verified with build ${built.build}; the next build tries again: ${String(error)}`,
    );
  }
  return built;
}
