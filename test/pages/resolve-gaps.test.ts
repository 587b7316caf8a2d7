import {afterEach, describe, expect, test} from 'vitest';
import {readFileSync} from 'node:fs';
import {packagePath} from '../../src/base/package-root.ts';
import type {Catalogue} from '../../src/metrics/catalogue.ts';
import type {DatedChange} from '../../src/metrics/dated-changes.ts';
import {readFrame} from '../../src/metrics/frame.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {parseMetricFile} from '../../src/metrics/metric-file.ts';
import {rememberingMeasure} from '../../src/metrics/remembering-measure.ts';
import {knownPeriod} from '../../src/metrics/selection.ts';
import type {PageContext} from '../../src/pages/page-context.ts';
import {resolveGaps} from '../../src/pages/resolve-gaps.ts';
import {resolveTrend} from '../../src/pages/resolve-trend.ts';
import type {FigureBlock} from '../../src/pages/figure-block.ts';
import {addDays, shiftPeriod} from '../../src/time/period.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {emptyMarts} from '../metrics/tiny-marts.ts';

const file = 'sql/metrics/major_count.sql';
const majors = parseMetricFile(file, readFileSync(packagePath(file), 'utf8'));
let database: Database | null = null;

afterEach(() => database?.close());

/** Majors at the days given, each opened at noon; the data's clock stands at 17 March 2016. */
async function figureOf(
  days: readonly string[],
  {month = '2016-02', changes = [] as DatedChange[], ifRare = false} = {},
): Promise<FigureBlock | null> {
  database = await emptyMarts();
  const rows = days.map((day, index) => `(${index + 1}, timestamptz '${day} 12:00:00+01')`);
  await database.run(`create table marts.fct_incident as
    select
      key::integer as record_no, 'desk:' || key as record_key, 'desk' as source, 'INC' || key as number,
      'Mail is down' as title, 'Mail' as service, 'P1' as priority, null::varchar as category,
      null::varchar as assignment_group, null::varchar as assignee, 'closed' as status,
      true as is_major, false as is_cancelled, opened as opened_at, opened::date as opened_on,
      opened as resolved_at, opened as updated_at, 1.0 as resolve_hours, null::double as age_hours,
      0 as reopen_count, 0 as reassignment_count, null::timestamptz as resolution_due_at,
      true as is_sla_resolution_met
    from (values ${rows.join(', ') || "(0, timestamptz '1900-01-01 00:00:00+00')"}) t(key, opened)
    where key > 0`);
  const context = await contextOf(database, month, changes);
  const spec = {block: 'gaps', id: 'gaps', question: '?', metric: 'major_count'} as const;
  return resolveGaps(context, ifRare ? {...spec, ifRare} : spec);
}

async function contextOf(
  session: Database,
  month: string,
  changes: readonly DatedChange[],
): Promise<PageContext> {
  const catalogue = {get: () => majors, dimension: () => undefined} as unknown as Catalogue;
  const {id, from, to} = knownPeriod(month);
  const frame = await readFrame(session);
  const period = {grain: 'month', id, from, to, isComplete: to <= frame.asOfOn};
  return {
    ...{session, catalogue, frame, period, changes, targets: [], compared: null},
    ...{request: {period: null, where: []}},
    historyFrom: shiftPeriod({id, from, to}, 'month', -12).from,
    measure: rememberingMeasure({session, catalogue}, []),
  } as unknown as PageContext;
}

/** Days from the first on, each so many after the one before. */
function after(first: string, gaps: readonly number[]): string[] {
  return gaps.reduce((days, gap) => [...days, addDays(days.at(-1)!, gap)], [first]);
}

// The last on 19 February 2016.
const even = after('2015-07-28', [28, 33, 30, 26, 31, 29, 29]);

describe('the days between major incidents', () => {
  test('are as usual where they are even, and so is the time since the last', async () => {
    const figure = (await figureOf(even))!;
    expect(figure.title).toBe('Major incidents came every 29 days on average, as usual');
    expect(figure.subtitle).toBe('Days between major incidents, 8 since 28 Jul 2015');
    expect(figure.unit).toBe('days');
    expect(figure.range!.lower).toBeGreaterThan(15);
    const rows = figure.data.chart === 'trend' ? figure.data.rows : [];
    expect(rows.map(({value}) => value)).toEqual([null, 28, 33, 30, 26, 31, 29, 29, 10.5]);
    expect(rows.at(-1)).toMatchObject({
      ...{day: '2016-02-29', isComplete: false, signal: 'none'},
      event: 'since the last, by 29 Feb 2016',
    });
  });

  test('are listed behind the chart, each with its incident, and link to as many', async () => {
    const {table, note, downloads} = (await figureOf(even))!;
    const [open, newest] = table.rows;
    expect(open?.[0]?.text).toBe('Since the last, by 29 Feb 2016');
    const texts = newest?.map(({text}) => text.replaceAll(/\s/g, ' '));
    expect(texts).toEqual(['INC8', 'Mail', '19 Feb 2016, 12:00', '29.0 d', 'as usual']);
    expect(newest?.[0]?.href).toBe('/incidents/desk%3A8');
    expect(
      table.rows
        .at(-1)
        ?.map(({text}) => text)
        .slice(-2),
    ).toEqual(['–', '–']);
    const link = note.find(({href}) => href?.startsWith('/incidents?'))!;
    const period = new URL(link.href!, 'http://x').searchParams.get('period')!;
    const {from, to} = knownPeriod(period);
    const list = await incidentList(database!, {metric: majors, selection: {where: [], from, to}});
    expect(list.total).toBe(8);
    expect(link.text).toMatch(/n\s=\s8$/);
    expect(downloads[0]?.href).toBe(`/api${link.href}&format=csv`);
  });

  test('name a cluster, with how many in how long', async () => {
    const figure = (await figureOf(after('2015-07-20', [28, 33, 30, 26, 31, 29, 32, 1, 3])))!;
    expect(figure.title).toBe('Major incidents came more often than usual: 3 in 4 days');
    expect(figure.table.rows[1]?.at(-1)).toMatchObject({
      text: 'more often than usual',
      signal: 'worse',
      detail: 'shorter than any usual gap',
    });
    expect(figure.note[0]?.text).toContain(' Shorter than any usual gap.');
    expect(figure.note.at(-1)?.text).toBe('Propose action');
    // Those before are not told to have been long because these are short.
    const rows = figure.data.chart === 'trend' ? figure.data.rows : [];
    const signals = rows.map(({signal}) => signal);
    expect(signals.slice(1)).toEqual([
      ...Array<string>(7).fill('common'),
      ...['worse', 'worse', 'none'],
    ]);
  });

  test('tell a long silence before the next one ends it, as good', async () => {
    const figure = (await figureOf(even.slice(0, -1).map((day) => addDays(day, -60))))!;
    expect(figure.title).toBe('Major incidents: none for 100 days, longer than usual');
    const rows = figure.data.chart === 'trend' ? figure.data.rows : [];
    expect(rows.at(-1)).toMatchObject({signal: 'better', isComplete: false});
    expect(figure.note[0]?.text).toContain(
      '99.5\u202fd since the last, by 29 Feb 2016: longer than',
    );
  });

  test('tell a long gap that has ended', async () => {
    const figure = (await figureOf(after('2015-05-10', [28, 33, 30, 26, 31, 29, 100])))!;
    expect(figure.title).toBe('Major incidents came less often than usual: 1 in 100 days');
  });

  test('say of a period without any how long it has been', async () => {
    const figure = (await figureOf(even, {month: '2016-03'}))!;
    expect(figure.title).toBe(
      'Major incidents: none in March 2016, 27 days since the last, as usual',
    );
    expect(figure.note[0]?.text).toContain('27.0\u202fd since the last, by 17 Mar 2016.');
  });

  test('are drawn without a range where they are too few', async () => {
    const figure = (await figureOf(even.slice(-4)))!;
    expect(figure.title).toBe('Major incidents came every 30 days on average');
    expect(figure.range).toBeNull();
    expect(figure.note[0]?.text).toContain('Too few gaps for a usual range: it takes six.');
  });

  test('are none of a single one, whose day is told', async () => {
    const figure = (await figureOf(['2016-02-03']))!;
    expect(figure.title).toBe('Major incidents: one, on 3 Feb 2016');
    const rows = figure.data.chart === 'trend' ? figure.data.rows : [];
    expect(rows.map(({value}) => value)).toEqual([null, 26.5]);
  });

  test('are not there where nothing was ever declared major', async () => {
    expect(await figureOf([])).toBeNull();
  });

  test('give way to the counts where most months have five or more', async () => {
    const often = after('2015-02-02', Array<number>(95).fill(4));
    expect((await figureOf(often))?.subtitle).toContain('by month');
    expect(await figureOf(often, {ifRare: true})).toBeNull();
  });

  test('leave the counts without a verdict where most months have none or one', async () => {
    await figureOf(even);
    const context = await contextOf(database!, '2016-02', []);
    const spec = {block: 'trend', id: 'trend', question: '?', metric: 'major_count'} as const;
    const figure = await resolveTrend(context, spec);
    expect(figure?.title).toBe('The number of majors was 1');
    expect(figure?.range).toBeNull();
    expect(figure?.note[0]?.text).toContain('the days between them tell more');
  });

  test('start anew on a dated change, at the first gap that begins after it', async () => {
    const on = '2015-11-08';
    const changes = [{on, what: 'New network', metrics: null, where: []}];
    const days = after('2015-05-15', [28, 33, 30, 26, 31, 29, 14, 15, 16, 14, 15, 13, 15]);
    const figure = (await figureOf(days, {changes}))!;
    const data = figure.data.chart === 'trend' ? figure.data : null;
    expect(data?.changes).toEqual([{day: on, label: 'New network'}]);
    expect(data?.rows[1]?.range?.centre).toBeGreaterThan(25);
    expect(figure.range?.centre).toBeLessThan(16);
    expect(figure.title).toBe('Major incidents came every 15 days on average, as usual');
  });

  test('are told in French', async () => {
    const figure = await inLanguage('fr', () => figureOf(even));
    expect(figure?.title).toBe(
      'Incidents majeurs\u00a0: tous les 29 jours en moyenne, comme d’habitude',
    );
  });
});
