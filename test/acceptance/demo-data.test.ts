import {Temporal} from 'temporal-polyfill';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readChronologyFaults} from '../../src/metrics/chronology-faults.ts';
import {footing, type FootingRow} from '../../src/metrics/footing.ts';
import type {ListedIncident} from '../../src/metrics/incident-list.ts';
import {leftOut} from '../../src/metrics/left-out.ts';
import {truth} from '../fixtures/committed.ts';
import {demoZone, openDemoDesk, valueBy, type DemoDesk} from './demo-desk.ts';
import {figureIn, figuresIn} from './meantime-in.ts';

/** What is wrong with the demo's data on purpose is told, and nothing is lost over it: truth.json. */
describe('of the demo', () => {
  let desk: DemoDesk;
  let directory: string;

  beforeAll(async () => {
    desk = await openDemoDesk();
    ({directory} = desk);
  });
  afterAll(() => desk.close());

  describe('what counts', () => {
    test('is every incident of both desks that can be read and is no child of a major', async () => {
      const {incidents, childrenOfMajors, jiraIncidents} = truth.counts;
      const opened = await figuresIn(directory, '--metric', 'opened', '--by', 'source');
      expect(valueBy(opened, 'source')).toEqual({
        servicenow: incidents - childrenOfMajors - truth.dirt.unreadableDate.length,
        jira: jiraIncidents,
      });
    });

    test('leaves out requests, problems, changes and children of majors, and says how many', async () => {
      const {requests, jiraRequests, problems, changes, childrenOfMajors, cancelled} = truth.counts;
      const counted = await leftOut(desk.database, {from: null, to: null, where: []});
      const found = Object.fromEntries(
        counted.map((each) => [each.exclusion, each.record_count] as const),
      );
      expect(found).toMatchObject({
        request: requests + jiraRequests,
        problem: problems,
        change: changes,
        'child of a major incident': childrenOfMajors,
      });
      const [row] = await desk.database.query<{cancelled: number}>(
        `select count(*) as cancelled from marts.fct_incident where is_cancelled and source = 'servicenow'`,
      );
      expect(row?.cancelled).toBe(cancelled);
    });

    test('has each declared major once', async () => {
      const numbers = await desk.numbersBehind('major_count');
      expect(numbers).toEqual(new Set(truth.majors.map(({number}) => number)));
      expect(await figureIn(directory, 'major_count')).toMatchObject({value: truth.majors.length});
    });
  });

  describe('incidents logged again', () => {
    const evidenceOf = {
      'explicit link': ['linked', 'reopened'],
      'same requester, service and category': ['same service and category', 'linked', 'reopened'],
      'same requester and text': ['same text', 'same service and category', 'linked', 'reopened'],
    };

    test.each(Object.entries(evidenceOf))('by %s are found as such', async (kind, accepted) => {
      const planted = truth.loggedAgain.filter((pair) => pair.kind === kind);
      expect(planted.length).toBeGreaterThan(30);
      const found = new Set<string>();
      const strongest = new Set<string>();
      for (const evidence of accepted) {
        const numbers = await desk.numbersBehind('recurrence_rate', {
          where: {source: 'servicenow', came_back_evidence: evidence},
        });
        for (const number of numbers) found.add(number);
        // A pair alike in text is mostly alike in service and category too, which says more.
        const isOwn = evidence === accepted[0] || evidence === 'same service and category';
        if (isOwn) for (const number of numbers) strongest.add(number);
      }
      const watched = await desk.numbersBehind('recurrence_rate', {where: {source: 'servicenow'}});
      const due = planted.filter(({first}) => watched.has(first));
      expect(due.length).toBeGreaterThan(0.9 * planted.length);
      expect(due.filter(({first}) => !found.has(first))).toEqual([]);
      expect(due.filter(({first}) => strongest.has(first)).length).toBeGreaterThan(
        0.8 * due.length,
      );
    });

    test('came back as the very incident that was logged for them', async () => {
      const rows = await desk.database.query<{first: string; second: string}>(
        `select i.number as first, b.number as second
         from marts.fct_incident as i
         join marts.fct_incident as b on b.record_key = i.came_back_record_key`,
      );
      const second = new Map(rows.map((row) => [row.first, row.second]));
      const right = truth.loggedAgain.filter((pair) => second.get(pair.first) === pair.second);
      expect(right.length / truth.loggedAgain.length).toBeGreaterThan(0.97);
    });
  });

  describe('SLA verdicts of the tool that disagree with ours', () => {
    const {incidents, wrongCalendarService, ignoredPauseService} = truth.slaDisagreements;

    test('are all found, and no other incident but reopened ones disagrees', async () => {
      const rows = await desk.database.query<{number: string; tool: boolean; is_reopened: boolean}>(
        `select number, is_sla_recorded_met as tool, is_reopened
         from marts.fct_incident
         where source = 'servicenow' and is_sla_recorded_met <> is_sla_resolution_met`,
      );
      const tool = new Map(rows.map((row) => [row.number, row.tool]));
      const missed = incidents.filter(
        ({number, toolSays}) => tool.get(number) !== (toolSays === 'met'),
      );
      expect(missed).toEqual([]);
      const planted = new Set(incidents.map(({number}) => number));
      const others = rows.filter(({number}) => !planted.has(number));
      expect(others.filter((row) => !row.is_reopened)).toEqual([]);
      expect(others.length).toBeLessThan(0.25 * incidents.length);
    });

    test('open a gap between the two figures in the services they were planted in', async () => {
      const options = ['--where', 'source=servicenow', '--by', 'service', '--metric'];
      const recorded = valueBy(await figuresIn(directory, ...options, 'sla_recorded'), 'service');
      const ours = valueBy(await figuresIn(directory, ...options, 'sla_resolution'), 'service');
      const gaps = Object.keys(ours)
        .map((service) => ({service, gap: Math.abs(ours[service]! - recorded[service]!)}))
        .sort((a, b) => b.gap - a.gap);
      expect(new Set(gaps.slice(0, 2).map(({service}) => service))).toEqual(
        new Set([wrongCalendarService, ignoredPauseService]),
      );
      expect(gaps[1]!.gap).toBeGreaterThan(2 * gaps[2]!.gap);
    });
  });

  test('groups that are first level are told by their name, unless the configuration says otherwise', async () => {
    const {firstLevel, looksLikeADeskButIsNot} = truth.deskNames;
    const opened = await figuresIn(
      directory,
      '--metric',
      'opened',
      '--by',
      'assignment_group,tier',
    );
    const desks = opened.filter(({tier}) => tier === 'L1').map((each) => each['assignment_group']);
    expect(new Set(desks)).toEqual(new Set(firstLevel));
    const lookalike = opened.find((each) => each['assignment_group'] === looksLikeADeskButIsNot);
    expect(lookalike?.['tier']).toBe('L2');
  });

  describe('dirty values', () => {
    const {dirt} = truth;

    test('are warned of at the import, and nothing that is in order is', async () => {
      const told = await desk.database.query<{file_name: string; warnings: string[]}>(
        'select file_name, warnings from marts.fct_import where len(warnings) > 0',
      );
      expect(told.map(({file_name}) => file_name)).toEqual(['servicenow_incident.csv.gz']);
      expect(told[0]?.warnings.map((warning) => warning.replace(/[“:.,].*$/, ''))).toEqual([
        '3 rows could not be read',
        'status has values that the connector does not know',
        'priority has values that the connector does not know',
        '6 rows resolved before opened',
        'Every recorded SLA result is ',
        'In all 11',
        '1 time lies in an hour that came twice when the clocks went back in Europe/Amsterdam',
      ]);
    });

    test('are rejected where nothing can be made of them, and named', async () => {
      const rows = await desk.database.query<{field: string; file_name: string}>(
        'select field, file_name from marts.rejected_row',
      );
      expect(rows).toHaveLength(dirt.unreadableDate.length);
      expect(new Set(rows.map(({field}) => field))).toEqual(new Set(['opened_at']));
      expect(rows.every(({file_name: name}) => name.includes('servicenow_incident'))).toBe(true);
    });

    test('are kept and counted where a status or priority is in no map', async () => {
      const opened = await desk.behind('opened', {where: {source: 'servicenow'}});
      const unknown = opened.filter(({status}) => status === 'unknown').map(({number}) => number);
      expect(new Set(unknown)).toEqual(new Set(dirt.unknownState));
      const unranked = await desk.numbersBehind('opened', {
        where: {source: 'servicenow', priority: ''},
      });
      expect(unranked).toEqual(new Set([...dirt.emptyPriority, ...dirt.unknownPriority]));
      const unmapped = await desk.database.query<{row_count: number}>(
        `select row_count from marts.unmapped_value where field = 'priority'`,
      );
      expect(unmapped.map((each) => each.row_count)).toEqual([dirt.unknownPriority.length]);
    });

    test('are flagged and kept out of averages where times are impossible', async () => {
      const faults = await readChronologyFaults(desk.database);
      expect(new Set(faults.rows.map(({number}) => number))).toEqual(
        new Set(dirt.resolvedBeforeOpened),
      );
      const resolved = await desk.numbersBehind('resolved');
      const averaged = await desk.numbersBehind('mttr');
      for (const number of dirt.resolvedBeforeOpened) {
        expect(resolved.has(number), number).toBe(true);
        expect(averaged.has(number), number).toBe(false);
      }
    });

    test('count once where a row came twice', async () => {
      const opened = await desk.behind('opened', {where: {source: 'servicenow'}});
      for (const number of dirt.duplicatedRows)
        expect(opened.filter((each) => each.number === number)).toHaveLength(1);
      const imports = await desk.database.query<{rows_unchanged: number}>(
        `select rows_unchanged from marts.fct_import where file_name like '%servicenow_incident%'`,
      );
      expect(imports).toEqual([{rows_unchanged: dirt.duplicatedRows.length}]);
    });
  });

  describe('the backlog foots', () => {
    const grains = ['week', 'month', 'quarter', 'year', 'total'] as const;
    const slices = [[], ['priority'], ['assignment_group'], ['source', 'service'], ['is_major']];

    test.each(slices.map((by) => [by.join(' and ') || 'everything', by]))(
      'for every period of %s, but for incidents resolved before they were opened',
      async (_, by) => {
        const faults = new Set(
          (await readChronologyFaults(desk.database)).rows.map((each) => each.number),
        );
        const backwards = (await desk.behind('opened')).filter(({number}) => faults.has(number));
        expect(backwards.length).toBeGreaterThan(0);
        for (const grain of grains) {
          const account = await footing(desk.database, {
            grain,
            by,
            where: [],
            from: null,
            to: null,
          });
          const residuals = account.filter(({residual}) => residual !== 0);
          const unexplained = account.filter((row) => row.residual !== explained(row, backwards));
          expect(unexplained, grain).toEqual([]);
          expect(residuals.length).toBeLessThanOrEqual(2 * backwards.length);
        }
      },
    );

    /** Left before it came: one more at the period's end than flows say, one less where it came. */
    function explained({from, to, dimensions}: FootingRow, incidents: ListedIncident[]): number {
      const inside = (at: Date | null) => {
        const day = localDay(at!);
        return day >= from && day < to ? 1 : 0;
      };
      return incidents
        .filter((each) =>
          Object.entries(dimensions).every(([id, value]) => text(each, id) === value),
        )
        .reduce((sum, each) => sum + inside(each.resolved_at) - inside(each.opened_at), 0);
    }

    function localDay(at: Date): string {
      return Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO(demoZone)
        .toPlainDate()
        .toString();
    }
  });
});

function text(incident: ListedIncident, dimension: string): string | null {
  const value = incident[dimension as keyof ListedIncident];
  return value === null ? null : String(value);
}
