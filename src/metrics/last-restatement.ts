import type {Workspace} from '../config/workspace.ts';
import {publishedBuilds} from '../warehouse/build-files.ts';
import {openPublished} from '../warehouse/publish.ts';
import {askBuild, comparedBuilds, unopened} from './build-history.ts';
import {loadCatalogue, type Catalogue} from './catalogue.ts';
import {monthlyFigures, restatedMetrics, type RestatedBuild} from './restated.ts';

/** What the published build changed of the one before it, and the metrics' names and units. */
export interface LastRestatement {
  told: RestatedBuild;
  catalogue: Catalogue;
}

/**
 * Holds the published build against the one before it; null where there is none before.
 * @param scope the headline figures, or every metric there is
 */
export async function lastRestatement(
  workspace: Workspace,
  scope: 'headline' | 'all',
): Promise<LastRestatement | null> {
  const [build, before] = (await publishedBuilds(workspace)).toReversed();
  if (build === undefined || before === undefined) return null;
  const database = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(database, {workspaceDirectory: workspace.directory});
    const metrics = scope === 'all' ? catalogue.metrics.map(({id}) => id) : restatedMetrics;
    const after = await monthlyFigures(database, catalogue, metrics);
    const earlier = await askBuild(workspace, before, catalogue, metrics).catch(unopened);
    const told = comparedBuilds({build: before, told: earlier}, {build, told: after});
    return {told, catalogue};
  } finally {
    database.close();
  }
}
