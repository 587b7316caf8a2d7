import {firstDayOf} from '../metrics/history-start.ts';
import {compareOutcomes, type Cell, type Comparison} from './compare-outcomes.ts';
import {daysBetween, yearBefore, type Windows} from './comparison-windows.ts';
import {judgeComparison, type Judgement} from './judge-comparison.ts';
import {readCells, readThreshold, type CellRequest, type RowOutcome} from './outcome-cells.ts';
import {takeOffSeason} from './take-off-season.ts';
import type {MeasuredEffect} from './verification.ts';
import {undecided, type Found, type VerifyContext} from './verify-context.ts';
import {reasons, reasonWith} from './reasons.ts';

/** Fewer incidents before and nothing is compared; fewer after and there is no verdict yet. */
const fewestBefore = 10;
const fewestAfter = 5;

/** What single incidents tell: within each priority, at the mix of before, the season taken off. */
export async function verifyRows(context: VerifyContext, outcome: RowOutcome): Promise<Found> {
  const {session, metric, action, windows} = context;
  const where = action.where.map((filter) => ({...filter}));
  const request: CellRequest = {outcome, where, windows};
  const threshold =
    outcome.kind === 'tail'
      ? await readThreshold(session, metric, {...request, share: outcome.share})
      : null;
  const cells = await readCells(session, metric, {...request, threshold});
  const nBefore = countOn(cells, 'before');
  const nAfter = countOn(cells, 'after');
  if (nBefore < fewestBefore)
    return undecided('cannot tell', reasonWith(reasons.fewBefore, nBefore));
  if (nAfter < fewestAfter)
    return {
      ...undecided('not yet', reasonWith(reasons.fewAfter, nAfter)),
      moreNeeded: fewestAfter - nAfter,
    };
  const kind = outcome.kind === 'share' || outcome.kind === 'tail' ? 'share' : 'number';
  const compared = compareOutcomes(cells, kind);
  if (compared === null) return undecided('cannot tell', reasons.noStratum);
  const earlier = await comparisonYearBefore(context, {...request, threshold}, kind);
  const {comparison, words} = takeOffSeason(compared, earlier);
  const judged = judgeComparison(comparison, {
    direction: context.direction,
    planned: await plannedDifference(context, outcome, {cells, threshold}),
    nAfter,
    weeksAfter: daysBetween(windows.after.from, windows.after.to) / 7,
  });
  return foundOf(context, outcome, {comparison, judged, season: words});
}

function countOn(cells: readonly Cell[], side: Cell['side']): number {
  return cells.reduce((sum, cell) => sum + (cell.side === side ? cell.n : 0), 0);
}

/** The same weeks a year before, where the data have all of them and enough incidents. */
async function comparisonYearBefore(
  {session, metric, windows}: VerifyContext,
  request: CellRequest & {threshold: number | null},
  kind: 'share' | 'number',
): Promise<Comparison | null> {
  const earlier = yearBefore(windows);
  if (!(await reachesBack(session, earlier))) return null;
  const cells = await readCells(session, metric, {...request, windows: earlier});
  const isEnough = countOn(cells, 'before') >= 30 && countOn(cells, 'after') >= 30;
  return isEnough ? compareOutcomes(cells, kind) : null;
}

async function reachesBack(session: VerifyContext['session'], {before}: Windows): Promise<boolean> {
  const firstOn = await firstDayOf(session);
  return firstOn !== null && firstOn <= before.from;
}

/** What the target would make of the baseline, on the scale that is compared. */
async function plannedDifference(
  {action: {baselineValue, targetValue}, session, metric, action, windows}: VerifyContext,
  outcome: RowOutcome,
  {cells, threshold}: {cells: readonly Cell[]; threshold: number | null},
): Promise<number | null> {
  if (outcome.kind !== 'log' && outcome.kind !== 'tail') return targetValue - baselineValue;
  if (baselineValue <= 0 || targetValue <= 0) return null;
  if (outcome.kind === 'log') return Math.log(targetValue / baselineValue);
  // Were all times shorter in that proportion, so many fewer would be long.
  const scaled = ((threshold ?? 0) * baselineValue) / targetValue;
  const where = action.where.map((filter) => ({...filter}));
  const long = await readCells(session, metric, {outcome, where, windows, threshold: scaled});
  const shareOf = (of: readonly Cell[]) =>
    of.reduce((sum, {side, total}) => sum + (side === 'before' ? total : 0), 0) /
    countOn(of, 'before');
  return shareOf(long) - shareOf(cells);
}

function foundOf(
  {direction, before, after}: VerifyContext,
  outcome: RowOutcome,
  {comparison, judged, season}: {comparison: Comparison; judged: Judgement; season: string},
): Found {
  const isLog = outcome.kind === 'log';
  const ratio = Math.exp(comparison.difference);
  const standardised = isLog
    ? before?.value == null
      ? null
      : before.value * ratio
    : outcome.kind === 'tail'
      ? null
      : comparison.after;
  return {
    ...judged,
    method: methodOf(outcome, comparison, season),
    standardised,
    effect: effectOf(comparison, isLog),
    chance: direction === 'lower' ? comparison.fewer : comparison.more,
    dispersion: comparison.dispersion,
    strata: comparison.strata.map((each) =>
      isLog ? {...each, before: Math.exp(each.before), after: Math.exp(each.after)} : each,
    ),
    reached: standardised ?? after?.value ?? null,
  };
}

function effectOf({difference, low, high}: Comparison, isLog: boolean): MeasuredEffect {
  if (!isLog) return {kind: 'difference', estimate: difference, low, high};
  return {
    kind: 'ratio',
    ...{estimate: Math.exp(difference), low: Math.exp(low), high: Math.exp(high)},
  };
}

function methodOf(
  outcome: RowOutcome,
  {strata, leftOut, dispersion}: Comparison,
  season: string,
): string[] {
  const tests = {
    share: 'Shares are compared exactly within each priority',
    tail: `Whether fewer take longer than ${Math.round((outcome.kind === 'tail' ? outcome.share : 0) * 100)} % of all did is compared exactly within each priority`,
    log: 'Times are compared on a log scale within each priority, so that a few very long ones don’t decide',
    mean: 'Averages are compared within each priority',
  } as const;
  return [
    `${tests[outcome.kind]}${strata.length > 1 ? ', at the mix of priorities before' : ''}; whole weeks on both sides, so the same weekdays.`,
    ...leftOut.map(
      ({stratum, n}) =>
        `Left out: ${stratum}, with incidents on one side only (${n.toLocaleString('en-GB')}).`,
    ),
    season,
    ...(dispersion > 1.05
      ? [
          `Weeks vary ${dispersion.toFixed(1)} times as much as single incidents explain: everything is that much less certain.`,
        ]
      : []),
    'A verdict is given at 0.5 % a look, so that a year of weekly looks at what changed nothing rarely says otherwise; the interval is the usual 95 % one.',
  ];
}
