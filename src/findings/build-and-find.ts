import type {Config} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {buildAndVerify} from '../improvement/build-and-verify.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {keepCheckedMetrics} from '../metrics/checked-metrics.ts';
import type {Build, BuildOptions} from '../models/build.ts';
import {inLanguage} from '../wording/in-language.ts';
import {keepDefaultFacts} from './keep-default-facts.ts';

/**
 * Builds, keeps in the file what is found in the last complete week and month, publishes, and verifies
 * the actions that are due. The build stands without findings: whoever asks for them looks then.
 */
export function buildAndFind(
  workspace: Workspace,
  config: Config,
  options: Omit<BuildOptions, 'complete'>,
): Promise<Build> {
  const workspaceDirectory = workspace.directory;
  return buildAndVerify(workspace, config, {
    ...options,
    async complete(database) {
      try {
        const catalogue = await loadCatalogue(database, {workspaceDirectory});
        await keepCheckedMetrics(database, catalogue.metrics);
        await inLanguage(config.language, () => keepDefaultFacts({session: database, catalogue}));
      } catch (error) {
        options.log.warn(
          `Findings could not be made with the build; pages look for them when asked: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    },
  });
}
