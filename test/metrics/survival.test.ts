import fc from 'fast-check';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {countedRows} from '../../src/metrics/counted-rows.ts';
import {measure} from '../../src/metrics/measure.ts';
import type {Selection} from '../../src/metrics/metric.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {emptyMarts, everything, metricOf} from './tiny-marts.ts';

/** One incident: hours known so far, and whether they are all of them. */
interface Observed {
  hours: number | null;
  isOver: boolean;
  isOpen?: boolean;
  /** Day of March 2016 on which it was opened. */
  day?: number;
  priority?: string;
}

const median = metricOf(
  `-- Median with open ones
-- Half take no longer.
-- @unit hours
-- @better lower
-- @at opened_at
-- @survival
-- @by priority
select observed_hours as hours, is_observed_end as is_over, is_open
from marts.fct_incident
`,
  'sql/metrics/median.sql',
);

let database: Database;
beforeAll(async () => {
  database = await emptyMarts();
  await database.run(`create table marts.fct_incident (
    record_no integer, opened_on date, opened_at timestamptz, priority varchar,
    observed_hours double, is_observed_end boolean, is_open boolean)`);
});
afterAll(() => database.close());
beforeEach(() => database.run('delete from marts.fct_incident'));

async function land(incidents: readonly Observed[]): Promise<void> {
  await database.run('delete from marts.fct_incident');
  const rows = incidents.map(({hours, isOver, isOpen = !isOver, day = 1, priority}, index) => {
    const opened = `'2016-03-${String(day).padStart(2, '0')}'`;
    const values = [index, opened, opened, priority ? `'${priority}'` : 'null', hours ?? 'null'];
    return `(${[...values, isOver, isOpen].join(', ')})`;
  });
  if (rows.length > 0) await database.run(`insert into marts.fct_incident values ${rows.join()}`);
}

async function medianOf(incidents: readonly Observed[]): Promise<number | null | undefined> {
  await land(incidents);
  const [figure] = await measure(database, median, everything);
  expect(figure?.n).toBe(incidents.filter(({hours}) => hours !== null).length);
  return figure?.value;
}

/** Kaplan–Meier as textbooks write it, a step a time, in whole numbers: nothing is rounded. */
function plainMedian(incidents: readonly Observed[]): number | null {
  const known = incidents.flatMap(({hours, isOver}) => (hours === null ? [] : [{hours, isOver}]));
  const times = [...new Set(known.map(({hours}) => hours))].sort((a, b) => a - b);
  let [above, below] = [1n, 1n];
  for (const time of times) {
    const atRisk = known.filter(({hours}) => hours >= time).length;
    const events = known.filter(({hours, isOver}) => hours === time && isOver).length;
    above *= BigInt(atRisk - events);
    below *= BigInt(atRisk);
    if (events > 0 && 2n * above <= below) return time;
  }
  return null;
}

const over = (...all: number[]): Observed[] => all.map((hours) => ({hours, isOver: true}));
const open = (...all: number[]): Observed[] => all.map((hours) => ({hours, isOver: false}));

describe('the Kaplan–Meier median', () => {
  // Freireich et al., "The effect of 6-mercaptopurine on the duration of steroid-induced remissions
  // in acute leukemia", Blood 21 (1963): weeks of remission, the worked example of most textbooks.
  test('of the leukaemia trial is 23 weeks under 6-MP and 8 under placebo', async () => {
    const treated = [
      ...over(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ];
    expect(await medianOf(treated)).toBe(23);
    const untreated = over(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    expect(await medianOf(untreated)).toBe(8);
  });

  test('of the example in DECISIONS.md, 32, is two hours', async () => {
    expect(await medianOf([...over(1, 2, 8), ...open(1.5)])).toBe(2);
  });

  const cases: [string, Observed[], number | null][] = [
    ['nothing', [], null],
    ['one that is over', over(5), 5],
    ['one that is open', open(5), null],
    ['all open', open(1, 2, 3), null],
    ['all over: the lower of the two middle ones', over(1, 2, 3, 4), 2],
    ['exactly half over', [...over(1, 2), ...open(9, 9)], 2],
    ['one short of half over', [...over(1), ...open(9, 9)], null],
    ['an event and an open one at the same time: the event is first', [...over(2), ...open(2)], 2],
    ['no hours, which don’t count', [{hours: null, isOver: true}, ...over(3)], 3],
    ['the last one only', [...open(1, 1, 1), ...over(2)], 2],
    ['all at once', over(0, 0, 0), 0],
  ];
  test.each(cases)('of %s', async (_name, incidents, expected) => {
    expect(await medianOf(incidents)).toBe(expected);
    expect(plainMedian(incidents)).toBe(expected);
  });

  test('is the textbook’s to the last digit, whatever is tied, open or unknown', async () => {
    const incident = fc.record({
      // Few different times make many ties.
      hours: fc.option(fc.integer({min: 0, max: 12}), {freq: 12}),
      isOver: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(incident, {maxLength: 40}), async (incidents) => {
        const known = incidents.filter(({hours}) => hours !== null).length;
        // Where most hours are unknown it is not computable.
        const expected = known * 2 < incidents.length ? null : plainMedian(incidents);
        expect(await medianOf(incidents)).toBe(expected);
      }),
      {numRuns: 300},
    );
  });

  test('meets a half exactly however many factors make it', async () => {
    for (const half of [1, 3, 50, 499]) {
      const times = Array.from({length: half}, (_, index) => index + 1);
      expect(await medianOf([...over(...times), ...open(...times.map(() => 5000))])).toBe(half);
      const oneMore = [...over(...times), ...open(...times.map(() => 5000), 5000)];
      expect(await medianOf(oneMore)).toBeNull();
    }
  });
});

describe('a survival metric', () => {
  const selection: Selection = {...everything, grain: 'week', from: '2016-02-29'};

  test('is cut by cohort, each of which has a median of its own', async () => {
    await land([
      ...over(1, 2, 3).map((each) => ({...each, day: 1, priority: 'P1'})),
      ...over(7, 8).map((each) => ({...each, day: 2, priority: 'P2'})),
      ...over(40).map((each) => ({...each, day: 8})),
    ]);
    const figures = await measure(database, median, {...selection, by: ['priority']});
    expect(figures.map((each) => [each.period, each.dimensions.priority, each.value])).toEqual([
      ['2016-W09', 'P1', 2],
      ['2016-W09', 'P2', 7],
      ['2016-W10', null, 40],
    ]);
    const [filtered] = await measure(database, median, {
      ...selection,
      where: [{dimension: 'priority', values: ['P1', '']}],
    });
    expect(filtered).toMatchObject({value: 2, n: 3, coverage: 1, low: null});
  });

  test('is provisional while a tenth of its cohort is open, and not for what was cancelled', async () => {
    const ninety = over(...Array.from({length: 9}, () => 1));
    const states = async (incidents: Observed[]) => {
      await land(incidents);
      const [week] = await measure(database, median, selection);
      return week?.isProvisional;
    };
    expect(await states([...ninety, ...open(5)])).toBe(true);
    expect(await states([...ninety, ...over(1), ...open(5)])).toBe(false);
    expect(await states([...ninety, {hours: 5, isOver: false, isOpen: false}])).toBe(false);
    // Week 11 is the one that lasts.
    const weeks = await measure(database, median, selection);
    expect(weeks.map(({period, isProvisional}) => [period, isProvisional])).toEqual([
      ['2016-W09', false],
      ['2016-W10', false],
      ['2016-W11', true],
    ]);
  });

  test('says why it has no value: half are not resolved yet, or there are none', async () => {
    await land([...over(1), ...open(2, 3)]);
    const [, , {note: none} = {note: ''}] = await measure(database, median, selection);
    const [{value, n, note} = {value: 0, n: 0, note: ''}] = await measure(
      database,
      median,
      selection,
    );
    expect([value, n, note]).toEqual([null, 3, 'half are not resolved yet']);
    expect(none).toBe('none in this period');
  });

  test('lists the incidents with known hours, open ones among them', async () => {
    await land([...over(1, 2), ...open(3), {hours: null, isOver: false}]);
    const {sql, params} = countedRows(median, everything, {
      asOfOn: '2016-03-17',
      firstSnapshotOn: null,
    });
    expect(await database.query(`${sql} order by record_no`, params)).toMatchObject([
      {record_no: 0},
      {record_no: 1},
      {record_no: 2},
    ]);
  });
});

describe('a figure that waits for something', () => {
  const waiting = (setting: string) =>
    metricOf(
      `-- Reopened
-- Share reopened.
-- @unit share
-- @at opened_at
-- @settles ${setting}
select avg(0) as value, count(*) as n from marts.fct_incident
`,
      'sql/metrics/waiting.sql',
    );

  // The data's clock stands at 17 March; a period of one day ends the day after.
  test.each([
    ['reopen_days', ['2016-03-09', false], ['2016-03-10', true]],
    ['premature_hours', ['2016-03-14', false], ['2016-03-15', true]],
    ['recurrence_days', ['2016-02-15', false], ['2016-02-16', true]],
  ])('for %s is provisional until that time has passed', async (setting, ...expected) => {
    const figures = await measure(database, waiting(setting), {
      ...everything,
      grain: 'day',
      from: '2016-02-15',
    });
    const found = figures.map(({period, isProvisional}) => [period, isProvisional]);
    for (const each of expected) expect(found).toContainEqual(each);
  });

  test('is final at once where it waits for nothing', async () => {
    const plain = {...waiting('reopen_days'), settles: null};
    const figures = await measure(database, plain, {
      ...everything,
      grain: 'day',
      from: '2016-03-15',
    });
    expect(figures.map(({isProvisional}) => isProvisional)).toEqual([false, false, false]);
  });
});

test('a share of something else than incidents has no Wilson interval', async () => {
  await land(over(...Array.from({length: 12}, () => 1)));
  const text = (tag: string) => `-- Share of hours
-- Share of hours.
-- @unit share
-- @at opened_at
${tag}select avg(0.5) as value, count(*) as n from marts.fct_incident
`;
  const [share] = await measure(database, metricOf(text('')), everything);
  const [ofHours] = await measure(database, metricOf(text('-- @interval none\n')), everything);
  expect(share).toMatchObject({value: 0.5, low: expect.closeTo(0.2538, 4)});
  expect(ofHours).toMatchObject({value: 0.5, low: null, high: null});
});
