import type {Workspace} from '../../src/config/workspace.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {measure} from '../../src/metrics/measure.ts';
import type {Grain, Metric, Selection} from '../../src/metrics/metric.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import type {Measured} from './steps.ts';

const grainsInTurn: readonly Grain[] = ['week', 'month', 'quarter', 'total'];

/** Two hundred different slices, one after the other, as a page's blocks would ask for them. */
export async function timeSlices(workspace: Workspace): Promise<Measured> {
  const session = await openPublished(workspace);
  const {metrics} = await loadCatalogue(session);
  const slices = differentSlices(metrics, 200);
  // The first query pays for opening the file; that is not what a slice costs.
  for (const {metric, selection} of slices.slice(0, 5)) await measure(session, metric, selection);
  const times: {name: string; milliseconds: number}[] = [];
  for (const {metric, selection} of slices) {
    const started = performance.now();
    await measure(session, metric, selection);
    const name = `${metric.id} by ${selection.by.join(', ') || 'nothing'} per ${selection.grain}`;
    times.push({name, milliseconds: performance.now() - started});
  }
  session.close();
  times.sort((a, b) => a.milliseconds - b.milliseconds);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.milliseconds ?? 0;
  const slowest = times.slice(-3).map((t) => `${t.name} ${Math.round(t.milliseconds)}`);
  return {
    note: `median ${Math.round(at(0.5))} ms, 95th percentile ${Math.round(at(0.95))} ms; slowest: ${slowest.join('; ')}`,
  };
}

function differentSlices(
  metrics: readonly Metric[],
  count: number,
): {metric: Metric; selection: Selection}[] {
  return Array.from({length: count}, (_, index) => {
    const metric = metrics[index % metrics.length] as Metric;
    const round = Math.floor(index / metrics.length);
    const dimension = metric.by[(index * 7 + round) % metric.by.length];
    const grain = grainsInTurn[(index + round) % grainsInTurn.length] as Grain;
    const by = round % 3 === 2 || dimension === undefined ? [] : [dimension];
    const where = round % 2 === 1 ? [{dimension: 'priority', values: ['P1', 'P2']}] : [];
    return {metric, selection: {grain, by, where, from: '2025-01-01', to: '2026-10-01'}};
  });
}
