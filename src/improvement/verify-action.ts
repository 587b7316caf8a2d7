import type {Catalogue} from '../metrics/catalogue.ts';
import {candidateSetRows} from '../metrics/candidate-set.ts';
import {countedRows} from '../metrics/counted-rows.ts';
import {readFirstSnapshot, readFrame} from '../metrics/frame.ts';
import {measure} from '../metrics/measure.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import type {Session} from '../warehouse/database.ts';
import {addDays} from '../time/period.ts';
import {comparisonWindows, daysBetween, type Days} from './comparison-windows.ts';
import {outcomeOf} from './outcome.ts';
import type {
  Stretch,
  VerifiableAction,
  VerificationEvidence,
  VerifiedWeek,
} from './verification.ts';
import {undecided, type CountedRows, type Found, type VerifyContext} from './verify-context.ts';
import {verifyCounts} from './verify-counts.ts';
import {verifyRows} from './verify-rows.ts';
import {verifyWeeks} from './verify-weeks.ts';
import {reasons, reasonWith} from './reasons.ts';

/**
 * Whether the metric moved as an action meant it to: whole weeks of the baseline against whole weeks since the
 * effect was expected. DECISIONS.md, 58–61.
 */
export async function verifyAction(
  session: Session,
  catalogue: Catalogue,
  action: VerifiableAction,
): Promise<VerificationEvidence> {
  const context = await contextOf(session, catalogue.get(action.metric), action);
  const {before, after, windows, weeks, metric} = context;
  const found = await compare(context);
  const stretch = (figure: Figure | null, days: Days, n: number | undefined): Stretch => ({
    ...days,
    n: n ?? figure?.n ?? 0,
    value: figure?.value ?? n ?? null,
  });
  const {reached, counts, ...evidence} = found;
  return {
    ...evidence,
    metric: metric.id,
    before: stretch(before, windows.before, counts?.before),
    after: stretch(after, windows.after, counts?.after),
    target: {value: action.targetValue, isReached: isReached(context, evidence, reached)},
    weeks,
  };
}

async function contextOf(
  session: Session,
  metric: Metric,
  action: VerifiableAction,
): Promise<VerifyContext> {
  const frame = await readFrame(session);
  // Figures that wait for what comes later are compared as far as they have settled.
  const waits = metric.settles === null ? 0 : frame.settlingDays[metric.settles];
  const windows = comparisonWindows(action, addDays(frame.asOfOn, -waits));
  const direction = directionOf(metric, action);
  const shared = {session, metric, action, frame, windows, direction};
  if (action.candidateNo !== null)
    return {...shared, before: null, after: null, weeks: await candidateWeeksOf(shared)};
  const total = async (days: Days) =>
    days.from === days.to
      ? null
      : ((await measure(session, metric, {...selectionOf(action), ...days, grain: 'total'}))[0] ??
        null);
  const end = later(windows.after.to, addDays(frame.asOfOn, -waits));
  const weekly = await measure(session, metric, {
    ...selectionOf(action),
    ...{grain: 'week', from: windows.before.from, to: end},
  });
  return {
    ...shared,
    before: await total(windows.before),
    after: await total(windows.after),
    weeks: weekly
      .filter(({isComplete}) => isComplete)
      .map(({from, period, value, n}) => ({day: from, period, value, n})),
  };
}

function selectionOf({where}: VerifiableAction) {
  return {by: [], where: where.map((filter) => ({...filter}))};
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The metric says what is better; where it doesn't, the target does. */
function directionOf(metric: Metric, {baselineValue, targetValue}: VerifiableAction) {
  return metric.better ?? (targetValue > baselineValue ? 'higher' : 'lower');
}

async function compare(context: VerifyContext): Promise<Found> {
  const {metric, before, after, windows, action} = context;
  const weeksAfter = daysBetween(windows.after.from, windows.after.to) / 7;
  const blocked = before?.note ?? (after && after.n >= 10 ? after.note : null);
  if (blocked !== null && blocked !== undefined)
    return undecided('cannot tell', reasonWith(reasons.blocked, blocked));
  if (weeksAfter === 0) return undecided('not yet', reasons.noWeekSince);
  if (action.candidateNo !== null) return verifyCounts(context, candidateRows(context));
  const outcome = outcomeOf(metric);
  switch (outcome.kind) {
    case 'count':
      return verifyCounts(context, countRows(context));
    case 'weeks':
      return verifyWeeks(context);
    default:
      return verifyRows(context, outcome);
  }
}

function countRows({session, metric, action, frame, windows}: VerifyContext): CountedRows {
  return async () => {
    const selection = {
      where: action.where,
      ...{from: windows.before.from, to: windows.after.to},
    };
    const firstSnapshotOn = await readFirstSnapshot(session, metric);
    return countedRows(metric, selection, {asOfOn: frame.asOfOn, firstSnapshotOn});
  };
}

function candidateRows({
  session,
  metric,
  action,
}: Pick<VerifyContext, 'session' | 'metric' | 'action'>): CountedRows {
  return () =>
    candidateSetRows(
      session,
      {set: 'candidate', candidateNo: action.candidateNo ?? 0, part: null},
      {selection: {where: [], from: null, to: null}, cuttable: metric},
    );
}

async function candidateWeeksOf(
  context: Pick<VerifyContext, 'session' | 'metric' | 'action' | 'frame' | 'windows'>,
): Promise<VerifiedWeek[]> {
  const {session, frame, windows} = context;
  const {sql, params} = await candidateRows(context)();
  return session.query<VerifiedWeek>(
    `with counted as (
       select date_trunc('week', timezone($zone, dated_at))::date as day, count(*)::integer as n
       from (${sql}) as rows group by all
     )
     select w.day::date as day, strftime(w.day, '%G-W%V') as period, coalesce(c.n, 0) as n,
       coalesce(c.n, 0)::double as value
     from generate_series(date_trunc('week', $from::date), $to::date - interval 7 day,
       interval 7 day) as w(day)
     left join counted as c on c.day = w.day
     order by all`,
    {...params, zone: frame.zone, from: windows.before.from, to: frame.asOfOn},
  );
}

function isReached(
  {direction, action}: VerifyContext,
  {verdict}: Pick<Found, 'verdict'>,
  value: number | null,
): boolean | null {
  if (value === null || verdict === 'cannot tell') return null;
  return direction === 'lower' ? value <= action.targetValue : value >= action.targetValue;
}
