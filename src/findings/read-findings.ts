import {UserError} from '../base/user-error.ts';
import {firstDayOf, historyStart} from '../metrics/history-start.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {readFrame, type Frame} from '../metrics/frame.ts';
import type {Filter} from '../metrics/metric.ts';
import {rememberingMeasure} from '../metrics/remembering-measure.ts';
import {readTargets, type MetricTarget} from '../metrics/targets.ts';
import {lastCompletePeriod, parsePeriod, shiftPeriod, type Period} from '../time/period.ts';
import type {Session} from '../warehouse/database.ts';
import type {FindingContext} from './finding-context.ts';
import type {Finding, FoundFact} from './finding.ts';
import {foldAlike} from './fold-alike.ts';
import {keptOrFound} from './kept-facts.ts';
import {withNews} from './with-news.ts';

/** Where to look: one complete period, of all incidents or of some. */
export interface FindingScope {
  grain: 'week' | 'month';
  /** `2016-W12` or `2016-03`; null for the last complete one. */
  period: string | null;
  where: readonly Filter[];
}

export interface FindingSource {
  session: Session;
  catalogue: Catalogue;
}

/** Facts of a period, where somebody keeps them: the next period asks for them again. */
export type FactReader = (context: FindingContext) => Promise<FoundFact[]>;

/** How much history a usual range is made of, in periods: what the pages show. */
const historyPeriods = {week: 26, month: 13} as const;

/**
 * The facts of a period worth a sentence, the most consequential first, each with whether it is news:
 * the same detectors are asked of the period before.
 * @throws UserError for a text that is no period of the grain
 */
export async function readFindings(
  source: FindingSource,
  scope: FindingScope,
  readFacts: FactReader = keptOrFound,
): Promise<Finding[]> {
  const [frame, targets, firstOn] = await Promise.all([
    readFrame(source.session),
    readTargets(source.session),
    firstDayOf(source.session),
  ]);
  const period = periodOfScope(scope, frame);
  if (period.to > frame.asOfOn || firstOn === null || period.to <= firstOn) return [];
  const contextOf = (at: Period) =>
    findingContext(source, {frame, targets, firstOn, period: {...at, grain: scope.grain}}, scope);
  const before = shiftPeriod(period, scope.grain, -1);
  const [found, known] = await Promise.all([
    readFacts(contextOf(period)),
    before.to <= firstOn ? [] : readFacts(contextOf(before)),
  ]);
  return foldAlike(withNews(found, known));
}

interface At {
  frame: Frame;
  targets: readonly MetricTarget[];
  firstOn: string;
  period: FindingContext['period'];
}

function findingContext(
  source: FindingSource,
  {frame, targets, firstOn, period}: At,
  {where}: FindingScope,
): FindingContext {
  return {
    ...source,
    ...{frame, targets, period, where},
    historyFrom: historyStart(period, historyPeriods[period.grain], firstOn),
    measure: rememberingMeasure(source, where),
  };
}

function periodOfScope({grain, period}: FindingScope, {asOfOn}: Frame): Period {
  if (period === null) return lastCompletePeriod(asOfOn, grain);
  const found = parsePeriod(period);
  if (found?.grain === grain) return found;
  const example = grain === 'week' ? '2016-W12' : '2016-03';
  throw new UserError(`"${period.slice(0, 40)}" is no ${grain}.`, `Write it like ${example}.`);
}
