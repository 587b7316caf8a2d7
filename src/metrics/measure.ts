import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {compareValues, fieldLabel} from './dimension.ts';
import {readFirstSnapshot, readFrame, type Frame} from './frame.ts';
import type {Figure, Metric, Selection} from './metric.ts';
import {addDays, periodOf, periodsBetween, type Period} from '../time/period.ts';
import {endOf, slice} from './slice.ts';
import {wilsonInterval} from './wilson.ts';
import {phrase} from '../wording/t.ts';

/** Fewer than this and a share isn't printed. */
export const enoughForShare = 10;

/** A metric computed from less than this share of its incidents isn't. */
export const enoughCoverage = 0.5;

export interface MeasureRequest {
  metric: Metric;
  selection: Selection;
}

type SliceRow = {
  period?: string;
  first_on?: string | null;
  value: number | null;
  n: number | null;
  population?: number | null;
  open_count?: number | null;
} & Record<string, string | number | boolean | null | undefined>;

/**
 * A metric's figures in order of period, then of dimension values.
 * Without dimensions the periods are complete, from the start asked for (else the first counted) to the
 * last day asked for or the data's clock: counts are 0 where nothing happened, other values null.
 * A period that `from` or `to` cuts keeps its id, carries the cut days and isn't complete.
 *
 * `value` is null, and `note` says why, when there is nothing to compute it from, when less than half of
 * the incidents had the fields (`coverage`), and for a share of fewer than 10 incidents (`low` and `high`
 * still say how little is known). Other values are exact, in full precision.
 * @param most as many figures as the caller has room for
 * @throws UserError 413 where there are more
 */
export async function measure(
  session: Session,
  metric: Metric,
  selection: Selection,
  {most = Infinity} = {},
): Promise<Figure[]> {
  return measureIn(session, await readFrame(session), {metric, selection, most});
}

/** Several at once, concurrently: the data's clock is read once, then a query each. */
export async function measureAll(
  session: Session,
  requests: readonly MeasureRequest[],
): Promise<Figure[][]> {
  const frame = await readFrame(session);
  return Promise.all(requests.map((request) => measureIn(session, frame, request)));
}

async function measureIn(
  session: Session,
  frame: Frame,
  {metric, selection, most = Infinity}: MeasureRequest & {most?: number},
): Promise<Figure[]> {
  const firstSnapshotOn = await readFirstSnapshot(session, metric);
  const {sql, params} = slice(metric, selection, {asOfOn: frame.asOfOn, firstSnapshotOn});
  const limit = Number.isFinite(most) ? `\nlimit ${Math.trunc(most) + 1}` : '';
  const rows = await session.query<SliceRow>(`${sql}${limit}`, params);
  if (rows.length > most) throw tooMany(metric, most);
  const figures = rows.map((row) => figureOf(metric, selection, frame, row));
  const complete =
    selection.by.length > 0
      ? figures
      : withGaps(metric, selection, frame, firstSnapshotOn, figures);
  return inOrder(selection, complete);
}

function tooMany({label}: Metric, most: number): UserError {
  return new UserError(
    `“${label}” has more than ${most.toLocaleString('en-GB')} figures when it is cut like that.`,
    'Ask for a coarser grain, fewer dimensions, or a part: from and to, a filter.',
    413,
  );
}

function figureOf(metric: Metric, selection: Selection, frame: Frame, row: SliceRow): Figure {
  const cut = cutPeriod(periodOfRow(selection, frame, row), selection, frame);
  return {
    metric: metric.id,
    unit: metric.unit,
    ...cut,
    isProvisional: isProvisional(metric, frame, cut.to, row),
    dimensions: Object.fromEntries(selection.by.map((id) => [id, dimensionText(row[id])])),
    ...believed(metric, row),
  };
}

/** A cohort of which this share is open isn't mature. */
const immatureShare = 0.1;

/** Whether a figure still moves: DECISIONS.md, 32. */
function isProvisional(metric: Metric, frame: Frame, to: string, row: SliceRow): boolean {
  const {asOfOn, settlingDays} = frame;
  if (metric.isSurvival)
    return to > asOfOn || (row.open_count ?? 0) >= immatureShare * Math.max(1, row.n ?? 0);
  return metric.settles !== null && addDays(to, settlingDays[metric.settles]) > asOfOn;
}

function dimensionText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function periodOfRow(selection: Selection, frame: Frame, row: SliceRow): Period {
  if (selection.grain !== 'total') return periodOf(row.period ?? frame.asOfOn, selection.grain);
  const from = selection.from ?? row.first_on ?? frame.asOfOn;
  return {id: 'total', from, to: selection.to ?? addDays(frame.asOfOn, 1)};
}

function cutPeriod(
  period: Period,
  {from, to}: Selection,
  frame: Frame,
): Pick<Figure, 'period' | 'from' | 'to' | 'isComplete'> {
  const cutFrom = from !== null && from > period.from ? from : period.from;
  const cutTo = to !== null && to < period.to ? to : period.to;
  const isWhole = cutFrom === period.from && cutTo === period.to;
  return {
    period: period.id,
    from: cutFrom,
    to: cutTo,
    isComplete: isWhole && period.to <= frame.asOfOn,
  };
}

type Belief = Pick<Figure, 'value' | 'n' | 'coverage' | 'low' | 'high' | 'note'>;

/** The value with what it takes to believe it: METRICS.md, ground rule 6. */
function believed(metric: Metric, row: SliceRow): Belief {
  const n = row.n ?? 0;
  const coverage = row.population ? n / row.population : null;
  const value = Number.isFinite(row.value) ? row.value : null;
  const interval =
    metric.unit === 'share' && metric.hasInterval && value !== null
      ? wilsonInterval(value, n)
      : null;
  const note = noteOf(metric, value, n, coverage);
  return {
    value: note === null ? (value ?? 0) : null,
    n,
    coverage,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    note,
  };
}

function noteOf(
  metric: Metric,
  value: number | null,
  n: number,
  coverage: number | null,
): string | null {
  if (coverage !== null && coverage < enoughCoverage)
    return `not computable (${fieldsOf(metric)} filled on ${percent(coverage)})`;
  if (metric.unit === 'count') return null;
  if (value === null)
    return metric.isSurvival && n > 0
      ? phrase`half are not resolved yet`
      : phrase`none in this period`;
  if (metric.unit === 'share' && n < enoughForShare) return `too few (n = ${n})`;
  return null;
}

function fieldsOf(metric: Metric): string {
  return metric.needs.length > 0 ? metric.needs.map(fieldLabel).join(' and ') : 'field';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}\u202f%`;
}

function withGaps(
  metric: Metric,
  selection: Selection,
  frame: Frame,
  firstSnapshotOn: string | null,
  figures: Figure[],
): Figure[] {
  if (selection.grain === 'total') return figures;
  const days = figures.map((figure) => figure.from).sort();
  const from = selection.from ?? days[0] ?? firstSnapshotOn;
  if (from === null) return figures;
  const known = new Map(figures.map((figure) => [figure.period, figure]));
  return periodsBetween(from, endOf(selection, frame.asOfOn), selection.grain).map(
    (period) =>
      known.get(period.id) ??
      figureOf(metric, selection, frame, {period: period.from, value: null, n: 0}),
  );
}

/** By period, then by dimension values, whose places are looked up once: long answers have few of them. */
function inOrder(selection: Selection, figures: Figure[]): Figure[] {
  const places = selection.by.map((id) => placesOf(id, figures));
  const isTotal = selection.grain === 'total';
  return figures.sort((a, b) => {
    if (!isTotal && a.from !== b.from) return a.from < b.from ? -1 : 1;
    for (const [index, id] of selection.by.entries()) {
      const place = (figure: Figure) => places[index]?.get(figure.dimensions[id] ?? null) ?? 0;
      if (place(a) !== place(b)) return place(a) - place(b);
    }
    return 0;
  });
}

function placesOf(id: string, figures: readonly Figure[]): Map<string | null, number> {
  const values = [...new Set(figures.map((figure) => figure.dimensions[id] ?? null))];
  values.sort((a, b) => compareValues(id, a, b));
  return new Map(values.map((value, place) => [value, place]));
}
