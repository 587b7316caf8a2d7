import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {columnFaults} from '../../src/metrics/column-faults.ts';
import {footing} from '../../src/metrics/footing.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {readIncident} from '../../src/metrics/incident.ts';
import {leftOut} from '../../src/metrics/left-out.ts';
import {measure} from '../../src/metrics/measure.ts';
import type {Figure, Metric, Selection} from '../../src/metrics/metric.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {smallDesk} from './small-desk.ts';
import {everything} from './tiny-marts.ts';

let database: Database;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await smallDesk();
  catalogue = await loadCatalogue(database);
});
afterAll(() => database.close());

test('every metric that ships has the right shape and columns that exist', async () => {
  expect(catalogue.problems).toEqual([]);
  expect((await columnFaults(database, catalogue.metrics)).filter(Boolean)).toEqual([]);
});

test('the catalogue holds every metric there should be, and no other', () => {
  const ids = `automation_rate backlog backlog_aged backlog_breached backlog_growth
    chronology_fault_rate ci_coverage cost_per_incident csat csat_response_rate
    days_between_majors detected_by_monitoring escalation_functional escalation_hierarchical fcr
    flr hours_lost knowledge_rate major_count major_mttr mtta mttd mttr mttr_active mttr_business
    on_hold_share opened ping_pong_rate premature_closure_rate priority_mismatch_rate
    problem_link_rate reassignment_rate reassignments_mean recategorised_rate recurrence_rate
    reopen_rate reopened repeat_rate reprioritised_rate resolved sla_disagreement sla_recorded
    sla_resolution sla_response ttr_first ttr_median ttr_median_opened ttr_p90 vague_category_rate`;
  expect(catalogue.metrics.map(({id}) => id)).toEqual(ids.split(/\s+/));
});

test('definitions are at most three sentences, and every metric is cut by attributes', () => {
  for (const {id, definition, takesAttributes} of catalogue.metrics) {
    const sentences = definition.match(/[.:](?=\s+[A-Z]|$)/g) ?? [];
    expect([id, sentences.length <= 3, definition.endsWith('.')]).toEqual([id, true, true]);
    expect([id, takesAttributes]).toEqual([id, true]);
  }
});

test('the coverage of every field that a metric needs is counted', async () => {
  const rows = await database.query<{field: string}>('select field from marts.field_coverage');
  const fields = new Set(rows.map(({field}) => field));
  for (const {id, needs} of catalogue.metrics)
    expect([id, needs.filter((field) => !fields.has(field))]).toEqual([id, []]);
});

test('a desk that tells everything has a value for every metric but the repeats, as few CIs are filled', async () => {
  const empty: string[] = [];
  for (const metric of catalogue.metrics) {
    const [figure] = await measure(database, metric, everything);
    if (figure?.value === null) empty.push(`${metric.id}: ${figure.note}`);
  }
  expect(empty).toEqual(['repeat_rate: not computable (CI filled on 32.9\u202f%)']);
});

/** What the list behind a figure must be as long as. */
function countOf(metric: Metric, figure: Figure): number {
  return metric.unit === 'count' && metric.id !== 'backlog_growth' ? (figure.value ?? 0) : figure.n;
}

async function listLength(metric: Metric, figure: Figure): Promise<number> {
  const where = Object.entries(figure.dimensions).map(([dimension, value]) => ({
    dimension,
    values: [value ?? ''],
  }));
  const selection = {where, from: figure.from, to: figure.to};
  return (await incidentList(database, {metric, selection, pageSize: 1})).total;
}

describe('the list behind any figure is as long as the figure says', () => {
  const cuts: Partial<Selection>[] = [
    {grain: 'total'},
    {grain: 'month', from: '2016-02-10'},
    // Over the change to summer time.
    {grain: 'week', by: ['priority'], from: '2016-03-23', to: '2016-04-04'},
    {grain: 'total', by: ['assignment_group', 'is_major']},
    // A column of the exports that the workspace has made a dimension.
    {grain: 'total', by: ['floor']},
  ];
  for (const cut of cuts)
    test(JSON.stringify(cut), async () => {
      for (const metric of catalogue.metrics)
        for (const figure of await measure(database, metric, {...everything, ...cut}))
          expect([
            metric.id,
            figure.period,
            figure.dimensions,
            await listLength(metric, figure),
          ]).toEqual([metric.id, figure.period, figure.dimensions, countOf(metric, figure)]);
    });

  test('by age band, as by any other dimension', async () => {
    const backlog = catalogue.get('backlog');
    const figures = await measure(database, backlog, {
      ...everything,
      grain: 'month',
      by: ['age_band'],
    });
    expect(figures.length).toBeGreaterThan(5);
    for (const figure of figures) expect(await listLength(backlog, figure)).toBe(figure.value);
  });
});

describe('the footing', () => {
  test.each(['week', 'month', 'quarter', 'total'] as const)(
    'closes for every %s',
    async (grain) => {
      const rows = await footing(database, {...everything, grain});
      expect(rows.filter((row) => row.residual !== 0)).toEqual([]);
      expect(rows.reduce((sum, row) => sum + row.opened, 0)).toBeGreaterThan(500);
      expect(rows.reduce((sum, row) => sum + row.reopened, 0)).toBeGreaterThan(10);
    },
  );

  test('closes for every priority and group, from the middle of a week on', async () => {
    const selection: Selection = {
      grain: 'week',
      by: ['priority', 'assignment_group'],
      where: [],
      from: '2016-02-03',
      to: '2016-03-31',
    };
    const rows = await footing(database, selection);
    expect(rows.filter((row) => row.residual !== 0)).toEqual([]);
    expect(rows[0]).toMatchObject({period: '2016-W05', from: '2016-02-03', isComplete: false});
    const whole = await footing(database, {...selection, by: []});
    for (const period of whole) {
      const parts = rows.filter((row) => row.period === period.period);
      expect(parts.reduce((sum, row) => sum + row.openAtEnd, 0)).toBe(period.openAtEnd);
    }
  });

  test('agrees with the metrics beside it', async () => {
    const weeks = await footing(database, {...everything, grain: 'week'});
    for (const [metric, field] of [
      ['backlog', 'openAtEnd'],
      ['opened', 'opened'],
      ['reopened', 'reopened'],
      ['resolved', 'resolved'],
    ] as const) {
      const figures = await measure(database, catalogue.get(metric), {
        ...everything,
        grain: 'week',
        from: weeks[0]?.from ?? null,
      });
      expect(figures.map((figure) => figure.value)).toEqual(weeks.map((week) => week[field]));
    }
  });

  test('shows a residual where a day of the backlog is wrong', async () => {
    await database.run(`insert into marts.fct_backlog_day by name
      select date '2016-02-07' as day, 'desk' as source, 'P1' as priority, 2 as open_count`);
    const rows = await footing(database, {...everything, grain: 'week'});
    expect(
      rows.filter((row) => row.residual !== 0).map((row) => [row.period, row.residual]),
    ).toEqual([
      ['2016-W05', 2],
      ['2016-W06', -2],
    ]);
    await database.run(`delete from marts.fct_backlog_day where day = date '2016-02-07' and service is null
      and assignment_group is null`);
    expect(
      (await footing(database, {...everything, grain: 'week'})).every((row) => row.residual === 0),
    ).toBe(true);
  });
});

describe('a list of incidents', () => {
  const selection = {where: [], from: null, to: null};

  test('is sorted, paged and searched, and no page repeats another', async () => {
    const metric = catalogue.get('resolved');
    const seen = new Set<string>();
    const first = await incidentList(database, {
      metric,
      selection,
      sort: '-resolve_hours',
      pageSize: 100,
    });
    for (let page = 1; page <= first.pageCount; page++) {
      const {rows} = await incidentList(database, {
        metric,
        selection,
        sort: '-resolve_hours',
        pageSize: 100,
        page,
      });
      for (const row of rows) seen.add(row.record_key);
    }
    expect(seen.size).toBe(first.total);
    const hours = first.rows.map((row) => row.resolve_hours ?? 0);
    expect(hours).toEqual([...hours].sort((a, b) => b - a));
    const found = await incidentList(database, {metric, selection, text: 'TROUBLE 17'});
    expect(found.rows.length).toBeGreaterThan(0);
    expect(new Set(found.rows.map((row) => row.title))).toEqual(new Set(['Trouble 17']));
  });

  test('refuses an unknown column, with those there are', async () => {
    const asked = incidentList(database, {
      metric: catalogue.get('mttr'),
      selection,
      sort: 'title; drop',
    });
    await expect(asked).rejects.toThrow('can’t be sorted');
  });

  test('of what has no metric says so', () => {
    expect(() => catalogue.get('mtbf')).toThrow('There is no metric "mtbf".');
  });
});

describe('an incident', () => {
  test('has its history, and is in the figures whose lists name it', async () => {
    const [row] = await database.query<{record_key: string}>(
      `select record_key from marts.fct_incident where reopen_count > 0 and is_resolved and problem_id is not null limit 1`,
    );
    const incident = await readIncident(database, catalogue, row?.record_key ?? '');
    expect(incident.changes.length).toBeGreaterThan(3);
    expect(incident.statusSpans.length).toBeGreaterThan(2);
    expect(incident.clocks.every((clock) => clock.spans.length > 0)).toBe(true);
    const counted = incident.figures.map(({metric}) => metric);
    expect(counted).toContain('reopened');
    expect(counted).toContain('mttr');
    for (const metric of catalogue.metrics.filter((each) => !each.isSnapshot)) {
      const selection = {where: [], from: null, to: null};
      const {rows} = await incidentList(database, {metric, selection, pageSize: 1000});
      const isListed = rows.some((each) => each.record_key === row?.record_key);
      expect([metric.id, counted.includes(metric.id)]).toEqual([metric.id, isListed]);
    }
  });

  test('is found by number too, and 404 otherwise', async () => {
    expect((await readIncident(database, catalogue, 'INC7')).record.record_key).toBe('desk:INC7');
    await expect(readIncident(database, catalogue, 'INC7000')).rejects.toMatchObject({status: 404});
  });

  test('that is left out has a record and no figures', async () => {
    const [row] = await database.query<{record_key: string}>(
      `select record_key from marts.dim_record where exclusion = 'request' limit 1`,
    );
    const incident = await readIncident(database, catalogue, row?.record_key ?? '');
    expect(incident).toMatchObject({facts: null, figures: []});
  });
});

test('what is left out is counted beside', async () => {
  const counts = await leftOut(database, {from: null, to: null, where: []});
  const [row] = await database.query<{n: number}>(
    `select count(*) as n from marts.dim_record where exclusion = 'request'`,
  );
  expect(counts).toContainEqual({exclusion: 'request', record_count: row?.n});
  expect(counts.map(({exclusion}) => exclusion)).toContain('cancelled');
});
