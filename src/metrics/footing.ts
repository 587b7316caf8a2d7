import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {quoteName} from '../warehouse/quote.ts';
import {compareValues, type Cuttable, type Dimension} from './dimension.ts';
import {readFrame, type Frame} from './frame.ts';
import type {Grain, Selection} from './metric.ts';
import {addDays, periodsBetween, type Period} from '../time/period.ts';
import {conditionsOf, dateLiteral, endOf, knownDimension} from './slice.ts';
import {readTerms} from './terms.ts';

/** What the backlog can be footed by, attributes aside: the dimensions of both flow and backlog. */
const footingDimensions = [
  'source',
  'service',
  'priority',
  'category',
  'assignment_group',
  'tier',
  'channel',
  'location',
  'is_major',
] as const;

/** Every period has a row for every slice, also where nothing moved. */
const mostRows = 200_000;

/** One period's account of the backlog: METRICS.md, ground rule 9. */
export interface FootingRow {
  /** `2016-W12`, `2016-03` … or `total`. */
  period: string;
  from: string;
  to: string;
  isComplete: boolean;
  dimensions: Record<string, string | null>;
  openAtStart: number;
  opened: number;
  reopened: number;
  /** Final resolutions. */
  resolved: number;
  /** Resolutions that did not last. */
  resolvedThenReopened: number;
  cancelled: number;
  openAtEnd: number;
  /** openAtEnd − (openAtStart + opened + reopened − resolved − resolvedThenReopened − cancelled); 0 when it foots. */
  residual: number;
}

const events = {
  opened: 'opened',
  reopened: 'reopened',
  resolved: 'resolved',
  resolvedThenReopened: 'resolved, later reopened',
  cancelled: 'cancelled',
} as const;
type Event = keyof typeof events;
const eventNames = Object.keys(events) as Event[];

type Dimensions = Record<string, string | null>;

/**
 * The account of the backlog for every period and slice, in two queries. With no `from` it starts with
 * the first event. The period that lasts ends, for now, with the data's clock.
 * @throws UserError 413 for more periods and slices than one answer holds
 */
export async function footing(session: Session, selection: Selection): Promise<FootingRow[]> {
  const [frame, terms] = await Promise.all([readFrame(session), readTerms(session)]);
  const footed = footedBy(terms.attributes);
  const from = selection.from ?? (await firstEventOn(session));
  const end = endOf(selection, frame.asOfOn);
  if (from === null || from >= end) return [];
  const periods = periodsOf(selection.grain, from, end);
  const [flows, balances] = await Promise.all([
    readFlows(session, selection, {footed, from, end}),
    readBalances(session, selection, {footed, periods}),
  ]);
  const slices = slicesOf(selection, [...flows, ...balances]);
  if (periods.length * slices.length > mostRows) throw tooFine(periods.length, slices.length);
  const flowAt = keyed(selection, flows, (row) => row.period_from ?? from);
  const balanceAt = keyed(selection, balances, (row) => row.day);
  return periods.flatMap((period) =>
    slices.map((dimensions) => {
      const key = sliceKey(selection, dimensions);
      const flow = flowAt.get(`${flowStart(period, from, selection.grain)} ${key}`);
      const openAt = (day: string) => balanceAt.get(`${day} ${key}`)?.open_count ?? 0;
      const openAtStart = openAt(addDays(period.from, -1));
      return account(period, {
        frame,
        dimensions,
        flow,
        openAtStart,
        openAtEnd: openAt(addDays(period.to, -1)),
      });
    }),
  );
}

function tooFine(periodCount: number, sliceCount: number): UserError {
  const [periods, slices] = [periodCount, sliceCount].map((count) => count.toLocaleString('en-GB'));
  return new UserError(
    `${periods} periods of ${slices} slices are too many for one account.`,
    'Ask for a coarser grain, fewer dimensions, or a part: from and to, a filter.',
    413,
  );
}

interface AccountParts {
  frame: Frame;
  dimensions: Dimensions;
  flow: FlowRow | undefined;
  openAtStart: number;
  openAtEnd: number;
}

/** Columns of the dimensions asked for, under their names; those the account doesn't have are refused. */
function keysOf(footed: Cuttable, by: readonly string[]): string[] {
  return by.map((id) => `${quoteName(knownDimension(footed, id).column)} as ${quoteName(id)}`);
}

function account(period: CutPeriod, parts: AccountParts): FootingRow {
  const {frame, dimensions, flow, openAtStart, openAtEnd} = parts;
  const counts = Object.fromEntries(eventNames.map((name) => [name, flow?.[name] ?? 0])) as Record<
    Event,
    number
  >;
  const {opened, reopened, resolved, resolvedThenReopened, cancelled} = counts;
  const expected = openAtStart + opened + reopened - resolved - resolvedThenReopened - cancelled;
  return {
    period: period.id,
    from: period.from,
    to: period.to,
    isComplete: period.isWhole && period.to <= frame.asOfOn,
    dimensions,
    openAtStart,
    ...counts,
    openAtEnd,
    residual: openAtEnd - expected,
  };
}

type CutPeriod = Period & {isWhole: boolean};

function periodsOf(grain: Grain, from: string, end: string): CutPeriod[] {
  if (grain === 'total') return [{id: 'total', from, to: end, isWhole: true}];
  return periodsBetween(from, end, grain).map((period) => ({
    id: period.id,
    from: period.from < from ? from : period.from,
    to: period.to > end ? end : period.to,
    isWhole: period.from >= from && period.to <= end,
  }));
}

/** The day `date_trunc` gives the period's events: its own first day, though the selection starts later. */
function flowStart(period: CutPeriod, from: string, grain: Grain): string {
  if (grain === 'total') return from;
  return periodsBetween(period.from, addDays(period.from, 1), grain)[0]?.from ?? period.from;
}

async function firstEventOn(session: Session): Promise<string | null> {
  const [row] = await session.query<{first_on: string | null}>(
    'select min(event_on) as first_on from marts.fct_flow',
  );
  return row?.first_on ?? null;
}

type SliceValues = Record<string, unknown>;
type FlowRow = {period_from?: string} & Record<Event, number> & SliceValues;
type BalanceRow = {day: string; open_count: number} & SliceValues;

/** The account as what is cut and filtered, by the same rules as a metric. */
export function footedBy(attributes: readonly Dimension[]): Cuttable {
  const by = [...footingDimensions, ...attributes.map(({id}) => id)];
  return {id: 'the footing', by, attributes};
}

async function readFlows(
  session: Session,
  selection: Selection,
  {footed, from, end}: {footed: Cuttable; from: string; end: string},
): Promise<FlowRow[]> {
  const {grain} = selection;
  const {conditions, params} = conditionsOf(footed, selection.where);
  const start =
    grain === 'total' ? [] : [`cast(date_trunc('${grain}', event_on) as date) as period_from`];
  const keys = [...start, ...keysOf(footed, selection.by)];
  const counts = eventNames.map(
    (name) => `count(*) filter (where event = '${events[name]}') as "${name}"`,
  );
  return session.query<FlowRow>(
    `select ${[...keys, ...counts].join(', ')}
     from marts.fct_flow
     where ${[`event_on >= ${dateLiteral(from)}`, `event_on < ${dateLiteral(end)}`, ...conditions].join(' and ')}
     ${groupBy(keys.length)}`,
    params,
  );
}

async function readBalances(
  session: Session,
  selection: Selection,
  {footed, periods}: {footed: Cuttable; periods: readonly CutPeriod[]},
): Promise<BalanceRow[]> {
  const {conditions, params} = conditionsOf(footed, selection.where);
  const days = new Set(periods.flatMap(({from, to}) => [addDays(from, -1), addDays(to, -1)]));
  const keys = ['day', ...keysOf(footed, selection.by)];
  return session.query<BalanceRow>(
    `select ${keys.join(', ')}, cast(sum(open_count) as integer) as open_count
     from marts.fct_backlog_day
     where ${[`day in (${[...days].map(dateLiteral).join(', ')})`, ...conditions].join(' and ')}
     ${groupBy(keys.length)}`,
    params,
  );
}

function groupBy(count: number): string {
  if (count === 0) return '';
  return `group by ${Array.from({length: count}, (_, index) => index + 1).join(', ')}`;
}

/** Every slice that has a flow or a balance, in display order; the whole when there are no dimensions. */
function slicesOf(selection: Selection, rows: readonly SliceValues[]): Dimensions[] {
  if (selection.by.length === 0) return [{}];
  const found = new Map<string, Dimensions>();
  for (const row of rows) {
    const dimensions = dimensionsOf(selection, row);
    found.set(sliceKey(selection, dimensions), dimensions);
  }
  return [...found.values()].sort((a, b) => {
    for (const id of selection.by) {
      const order = compareValues(id, a[id] ?? null, b[id] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function keyed<Row extends SliceValues>(
  selection: Selection,
  rows: readonly Row[],
  dayOf: (row: Row) => string,
): Map<string, Row> {
  return new Map(
    rows.map((row) => [`${dayOf(row)} ${sliceKey(selection, dimensionsOf(selection, row))}`, row]),
  );
}

function dimensionsOf(selection: Selection, row: SliceValues): Dimensions {
  return Object.fromEntries(
    selection.by.map((id) => [
      id,
      row[id] === null || row[id] === undefined ? null : String(row[id]),
    ]),
  );
}

function sliceKey(selection: Selection, dimensions: Dimensions): string {
  return JSON.stringify(selection.by.map((id) => dimensions[id] ?? null));
}
