import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {registerDemoActions} from '../../src/cli/demo-actions.ts';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {readActionVerifications, verifyActions} from '../../src/improvement/verify-actions.ts';
import {verifyAction} from '../../src/improvement/verify-action.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {freezePack} from '../../src/packs/freeze-pack.ts';
import {ownDefinitions, type PackDefinition} from '../../src/packs/pack-definition.ts';
import {typesetContent} from '../../src/packs/typeset-content.ts';
import {readActionRegister} from '../../src/pages/action-register.ts';
import {readActions} from '../../src/register/actions.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';

interface Truth {
  actions: {title: string; metric: string; service: string; from: string; expected: string}[];
  mixShift: {all: Record<string, Record<string, {meanHours: number}>>};
}
const truth = JSON.parse(readFileSync(packagePath('fixtures/demo/truth.json'), 'utf8')) as Truth;

describe('actions on the demo', () => {
  let workspace: Workspace;
  let session: Database;
  let catalogue: Catalogue;
  const now = () => demoBuiltAt;

  beforeAll(async () => {
    workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'meantime-truths-')));
    cpSync((await demoWorkspace()).directory, workspace.directory, {recursive: true});
    session = await openPublished(workspace);
    catalogue = await loadCatalogue(session);
    await registerDemoActions(workspace, {now});
  }, 120_000);
  afterAll(() => {
    session.close();
    rmSync(workspace.directory, {recursive: true, force: true});
  });

  test('the one that worked is seen, the one that changed nothing is not, as planted', async () => {
    const actions = await readActions(workspace);
    const verdicts = new Map(
      (await readActionVerifications(workspace)).map((each) => [each.actionNo, each]),
    );
    const told = truth.actions.map(({title, from, metric, expected}) => {
      const action = actions.find((each) => each.title === title);
      expect(action).toMatchObject({metric, effectOn: from});
      return [expected, verdicts.get(action?.actionNo ?? 0)?.verdict];
    });
    expect(told).toEqual([
      ['effect seen', 'effect seen'],
      ['no effect', 'cannot tell'],
    ]);
  });

  test('are registered and verified once, however often the demo is made', async () => {
    const before = await readActionRegister(workspace);
    await registerDemoActions(workspace, {now});
    expect(await readActionRegister(workspace)).toEqual(before);
    expect(await verifyActions({workspace, session, catalogue}, {now})).toEqual({
      ...{added: [], failed: []},
    });
  });

  test('a better total of worse priorities is called worse', async () => {
    const {all} = truth.mixShift;
    expect(all['2026-10']?.['all']?.meanHours).toBeLessThan(
      all['2026-09']?.['all']?.meanHours ?? 0,
    );
    const found = await verifyAction(session, catalogue, {
      ...{metric: 'mttr', where: [], candidateNo: null, baselineValue: 30.4, targetValue: 26},
      ...{baselineFrom: '2026-07-01', baselineTo: '2026-10-01', effectOn: '2026-10-01'},
    });
    expect(found.after.value).toBeLessThan(found.before.value ?? 0);
    expect(found.standardised).toBeGreaterThan(found.before.value ?? Infinity);
    expect(found.verdict).toBe('got worse');
    expect(found.strata.map(({stratum, before, after}) => [stratum, after > before])).toEqual(
      ['P1', 'P2', 'P3', 'P4'].map((priority) => [priority, true]),
    );
  });

  test('metrics of every kind are compared: counts, times, tails, snapshots, a candidate', async () => {
    const days = {baselineFrom: '2026-03-02', baselineTo: '2026-08-03', effectOn: '2026-08-03'};
    const of = (metric: string, candidateNo: number | null = null) =>
      verifyAction(session, catalogue, {
        ...{metric, where: [], candidateNo, baselineValue: 100, targetValue: 50, ...days},
      });
    for (const metric of catalogue.metrics) {
      const {verdict, reason, before} = await of(metric.id);
      expect([metric.id, verdict, reason]).not.toContain('');
      expect(before.from <= before.to).toBe(true);
    }
    expect((await of('opened')).effect?.kind).toBe('ratio');
    expect((await of('opened', 1)).weeks.length).toBeGreaterThan(20);
    expect((await of('ttr_p90')).method[0]).toContain('longer than 90 %');
    expect((await of('backlog')).method[0]).toContain('Welch');
  });

  test('are carried by the packs of a review, in order and without links that lead nowhere', async () => {
    const register = await readActionRegister(workspace);
    const [weekly, monthly] = ownDefinitions;
    const frozen = async (definition: PackDefinition) =>
      freezePack({session, catalogue, register}, definition, {period: null, now});
    const [week, month] = [await frozen(weekly!), await frozen(monthly!)];
    const table = ({page}: typeof week) => {
      const block = page.blocks.find((each) => each.kind === 'table' && each.id === 'actions');
      return block?.kind === 'table' ? block : null;
    };
    expect(table(week)?.title).toBe('Actions: one overdue, two to verify and one to decide');
    expect(table(week)?.table.rows[0]?.[0]?.text).toMatch(/^Call the on-call engineer/);
    expect(table(month)?.title).toBe('One of four actions shows the effect');
    expect(JSON.stringify(table(month)?.table.rows)).toMatch(/\d+ incidents/);
    expect(JSON.stringify([week, month])).not.toContain('Propose action');
    const first = {...month, version: 1, restated: [], restatedBecause: ''};
    expect(JSON.stringify(typesetContent(first))).toContain(
      'Knowledge campaign for mail at the desks',
    );
  });
});
