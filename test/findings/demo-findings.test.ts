import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {readAnomalies} from '../../src/findings/anomaly.ts';
import type {FindingContext} from '../../src/findings/finding-context.ts';
import {detectMovedByMix} from '../../src/findings/moved-by-mix.ts';
import {detectSpecialCauses} from '../../src/findings/special-cause.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {readFrame} from '../../src/metrics/frame.ts';
import {historyStart} from '../../src/metrics/history-start.ts';
import {rememberingMeasure} from '../../src/metrics/remembering-measure.ts';
import {readTargets} from '../../src/metrics/targets.ts';
import {addDays, parsePeriod} from '../../src/time/period.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';

interface Truth {
  anomaly: {service: string; day: string; opened: number};
  mixShift: {after: string};
}

const truth = JSON.parse(
  readFileSync(packagePath('fixtures/demo/truth.json'), 'utf8'),
) as unknown as Truth;

describe('on the demo', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openPublished(await demoWorkspace());
  });
  afterAll(() => database.close());

  async function contextOf(id: string): Promise<FindingContext> {
    const catalogue = await loadCatalogue(database);
    const period = parsePeriod(id) as FindingContext['period'];
    const periods = period.grain === 'week' ? 26 : 13;
    return {
      session: database,
      catalogue,
      frame: await readFrame(database),
      targets: await readTargets(database),
      period,
      historyFrom: historyStart(period, periods, '2025-09-01'),
      where: [],
      measure: rememberingMeasure({session: database, catalogue}, []),
    };
  }

  test('the surge of Remote Access is found the day after, and nothing else in half a year', async () => {
    const {service, day} = truth.anomaly;
    const context = await contextOf('2026-W12');
    const found = await readAnomalies(context, {from: addDays(day, -90), to: addDays(day, 1)});
    expect(found.filter(({dimension}) => dimension === 'service')).toMatchObject([
      {key: service, day, kind: 'surge'},
    ]);
  });

  test('in the month of the mix shift the mix is named, with every priority slower', async () => {
    const found = await detectMovedByMix(await contextOf(truth.mixShift.after));
    expect(found.map(({key}) => key)).toContain('why it moved|mttr|priority');
    const {title} = found.find(({metric}) => metric === 'mttr')!;
    expect(title).toMatch(/fell .* by more P2 .*, against .* by every priority being slower$/);
  });

  test('no mix is named in the months before', async () => {
    for (const id of ['2026-07', '2026-08', '2026-09'])
      expect(await detectMovedByMix(await contextOf(id))).toEqual([]);
  });

  test('the week of the surge is told once, as the part that drives it', async () => {
    const found = await detectSpecialCauses(await contextOf('2026-W12'));
    const surges = found.filter(({metric}) => metric === 'opened');
    expect(surges).toHaveLength(1);
    expect(surges[0]?.where).toContainEqual({dimension: 'service', values: ['Remote Access']});
  });
});
