import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {gatheredAtHandover} from '../../src/findings/handover.ts';
import {readHandover, type HandoverCount} from '../../src/findings/read-handover.ts';
import {readFindings} from '../../src/findings/read-findings.ts';
import type {Finding} from '../../src/findings/finding.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {measure} from '../../src/metrics/measure.ts';
import {readMoments} from '../../src/metrics/moments.ts';
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

  describe('of the change of shifts, over all of the demo', () => {
    let counts: HandoverCount[];
    beforeAll(async () => {
      const scope = {session: database, catalogue, where: []};
      counts = await readHandover(scope, {from: '2025-08-25', to: '2026-11-02'});
    });

    const found = (source: string, priority: string) =>
      counts.find((each) => each.source === source && each.priority === priority)!;
    const near = ({nearBreaches, breaches}: HandoverCount) => nearBreaches / breaches;
    const {source, priority, control, nearShare, exposureShare} = truth.handover;

    test('say as much as was planted', () => {
      const planted = found(source, priority);
      expect(Math.abs(near(planted) - nearShare)).toBeLessThan(0.03);
      // The truth leaves out incidents that waited or came back.
      expect(Math.abs(planted.exposure - exposureShare)).toBeLessThan(0.02);
    });

    test('say nothing where nothing was planted, with breaches enough to tell', () => {
      expect(of('handover').flatMap(valuesOf)).not.toContain('P4');
      expect(found(source, 'P4').breaches).toBeGreaterThan(100);
      expect(near(found(source, 'P4'))).toBeLessThan(found(source, 'P4').exposure + 0.03);
    });

    test('tell the desk it was planted at from the control desk, which misses no fewer', () => {
      const gathered = gatheredAtHandover(counts).map(({count}) => [count.source, count.priority]);
      expect(gathered).toContainEqual([source, priority]);
      expect(gathered.filter(([other]) => other === control.source)).toEqual([]);
      const share = ({breaches, clocks}: HandoverCount) => breaches / clocks;
      const [planted, other] = [found(source, priority), found(control.source, priority)];
      expect(share(other)).toBeGreaterThan(0.8 * share(planted));
      for (const each of [other, found(control.source, 'P3')]) {
        expect(each.breaches).toBeGreaterThanOrEqual(30);
        // As often near as elsewhere, give or take what chance does.
        expect(each.nearBreaches / each.nearClocks).toBeLessThan(1.3 * share(each));
      }
    });
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

  test('are scanned from the very figures that pages show, segment by segment and week by week', async () => {
    const [metric, from, to] = [catalogue.get('mttr'), '2026-05-04', '2026-11-02'];
    const request = {grain: 'week', sets: [['service', 'priority']], from, to, where: []} as const;
    const moments = await readMoments(database, [metric], request, {asOfOn: to});
    const selection = {by: ['service', 'priority'], where: [], grain: 'week', from, to} as const;
    const figures = await measure(database, metric, selection);
    const told = (rows: [string, number, number][]) =>
      rows.map(([key, n, sum]) => `${key} ${n} ${sum.toFixed(6)}`).sort();
    expect(moments.length).toBeGreaterThan(500);
    expect(
      told(moments.map(({values, period, n, sum}) => [`${values.join('/')} ${period}`, n, sum])),
    ).toEqual(
      told(
        figures
          .filter(({n}) => n > 0)
          .map(({dimensions, from: day, n, value}) => [
            `${Object.values(dimensions).join('/')} ${day}`,
            n,
            n * (value ?? 0),
          ]),
      ),
    );
  });
});
