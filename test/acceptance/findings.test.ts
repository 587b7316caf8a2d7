import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readHandover, type HandoverCount} from '../../src/findings/read-handover.ts';
import {readFindings} from '../../src/findings/read-findings.ts';
import type {Finding} from '../../src/findings/finding.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {knownPeriod} from '../../src/metrics/selection.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import {truth} from '../fixtures/committed.ts';

/** What was planted in the demo is found, and what was not is not: fixtures/demo/truth.json. */
describe('the findings of October in the demo', () => {
  let database: Database;
  let catalogue: Catalogue;
  let findings: Finding[];

  beforeAll(async () => {
    database = await openPublished(await demoWorkspace());
    catalogue = await loadCatalogue(database);
    const scope = {grain: 'month', period: '2026-10', where: []} as const;
    findings = await readFindings({session: database, catalogue}, scope);
  });
  afterAll(() => database?.close());

  const of = (detector: Finding['detector']) =>
    findings.filter((finding) => finding.detector === detector);
  const valuesOf = ({where}: Finding) => where.map(({values}) => values.join());

  test('say that P2 is missed at the change of shifts, at the hours that were planted', () => {
    const [worst] = of('handover');
    expect(worst && valuesOf(worst)).toEqual([truth.handover.priority, truth.handover.source]);
    for (const boundary of truth.handover.boundaries) expect(worst?.title).toContain(boundary);
    expect(worst!.value).toBeGreaterThan(2 * worst!.reference);
  });

  test('say nothing of the change of shifts where nothing was planted', async () => {
    expect(of('handover').flatMap(valuesOf)).not.toContain('P4');
    const scope = {session: database, catalogue, where: []};
    const counts = await readHandover(scope, {from: '2025-08-25', to: '2026-11-02'});
    const near = (count?: HandoverCount) => count!.nearBreaches / count!.breaches;
    const found = (priority: string) =>
      counts.find((each) => each.source === 'servicenow' && each.priority === priority);
    // Over all of the demo, with breaches enough to tell: P4 has its part of them and no more.
    expect(found('P4')!.breaches).toBeGreaterThan(100);
    expect(near(found('P4'))).toBeLessThan(found('P4')!.exposure + 0.03);
    const {nearShare, exposureShare} = truth.handover;
    expect(Math.abs(near(found('P2')) - nearShare)).toBeLessThan(0.03);
    // The truth leaves out incidents that waited or came back.
    expect(Math.abs(found('P2')!.exposure - exposureShare)).toBeLessThan(0.02);
  });

  test('name the group that closes too early, and no other', () => {
    expect(of('premature closure').map(valuesOf)).toEqual([[truth.earlyCloser.group]]);
  });

  test('name the service that parks its work, and no other', () => {
    expect(of('on-hold parking').map(valuesOf)).toEqual([[truth.holds.service]]);
  });

  test('name the priority that is logged wrong, who logs it, and the week it began', () => {
    const {priority, group, from} = truth.priorityMismatch;
    const [wrong, ...others] = of('logging quality');
    expect(wrong && valuesOf(wrong)).toEqual([priority]);
    expect(wrong?.text.map(({text}) => text).join('')).toContain(group);
    expect(Math.abs(Date.parse(wrong!.since) - Date.parse(from))).toBeLessThanOrEqual(7 * 864e5);
    expect(others).toEqual([]);
  });

  test('link every number to as many incidents as it says', async () => {
    const links = findings.flatMap(({text}) => text).filter(({rows}) => rows !== undefined);
    expect(links.length).toBeGreaterThan(4);
    for (const {text, rows} of links) {
      if (!rows || !/^[\d,]+ /.test(text)) continue;
      const metric = catalogue.get(rows.metric);
      const selection = {...knownPeriod(rows.period ?? ''), where: rows.where};
      const {total} = await incidentList(database, {metric, selection, pageSize: 1});
      // A metric of what has a history lists those that have one.
      const said = Number(text.split(' ')[0]?.replaceAll(',', ''));
      expect({text, share: Math.abs(total - said) / said < 0.02}).toEqual({text, share: true});
    }
  });

  test('come once each, and on a filtered page of its incidents only', async () => {
    const keys = findings.map(({key}) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const where = [{dimension: 'source', values: ['jira']}];
    const scope = {grain: 'month', period: '2026-10', where} as const;
    const ofJira = await readFindings({session: database, catalogue}, scope);
    expect(JSON.stringify(ofJira)).not.toContain(truth.earlyCloser.group);
    for (const finding of ofJira) expect(finding.where).toEqual(expect.arrayContaining(where));
  });
});
