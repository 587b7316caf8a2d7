import type {Workspace} from '../../src/config/workspace.ts';
import {findFacts} from '../../src/findings/find-facts.ts';
import {readFindings} from '../../src/findings/read-findings.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import type {Measured} from './steps.ts';

/** The last week and month with the period before each: looked for, and as pages get them from the build. */
export async function timeFindings(workspace: Workspace): Promise<Measured> {
  const session = await openPublished(workspace);
  const catalogue = await loadCatalogue(session);
  const notes: string[] = [];
  let seconds = 0;
  for (const grain of ['week', 'month'] as const) {
    const scope = {grain, period: null, where: []};
    const started = performance.now();
    const found = await readFindings({session, catalogue}, scope, findFacts);
    const between = performance.now();
    await readFindings({session, catalogue}, scope);
    const kept = performance.now() - between;
    seconds += (between - started) / 1000;
    notes.push(
      `${grain} ${((between - started) / 1000).toFixed(2)} s for ${found.length} (kept: ${Math.round(kept)} ms)`,
    );
  }
  session.close();
  return {seconds, note: notes.join('; ')};
}
