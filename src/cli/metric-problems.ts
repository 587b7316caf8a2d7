import type {UserError} from '../base/user-error.ts';
import type {Log} from '../base/log.ts';
import type {Workspace} from '../config/workspace.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {openPublished} from '../warehouse/publish.ts';

/** Metrics that can't be used with the published build, the workspace's own among them. */
export async function metricProblems(workspace: Workspace): Promise<readonly UserError[]> {
  const database = await openPublished(workspace);
  try {
    const {directory} = workspace;
    return (await loadCatalogue(database, {workspaceDirectory: directory})).problems;
  } finally {
    database.close();
  }
}

/** Says after a build which metrics it can't answer: a mistake in one holds up no other. */
export async function warnOfMetrics(workspace: Workspace, log: Log): Promise<void> {
  for (const {message, remedy} of await metricProblems(workspace)) log.warn(`${message} ${remedy}`);
}
