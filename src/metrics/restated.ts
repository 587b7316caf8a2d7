import type {Session} from '../warehouse/database.ts';
import type {Catalogue} from './catalogue.ts';
import {readFrame} from './frame.ts';
import {readBuildInfo, type BuildInfo, type ImportRow} from './imports.ts';
import {measureAll} from './measure.ts';
import type {Figure} from './metric.ts';

/** The headline figures that a new build is held against the one before it. */
export const restatedMetrics: readonly string[] = [
  'opened',
  'resolved',
  'reopened',
  'backlog',
  'sla_resolution',
  'mttr',
];

/** What a build says of its complete months. */
export interface MonthlyFigures {
  info: BuildInfo;
  imports: Pick<ImportRow, 'import_id' | 'file_name' | 'source'>[];
  /** The local day of its clock: months that end by it are complete. */
  asOfOn: string;
  figures: Figure[];
}

/** A figure of a month that was complete already and reads otherwise now. */
export interface MovedFigure {
  metric: string;
  /** `2016-03` */
  period: string;
  before: number | null;
  after: number | null;
  nBefore: number;
  nAfter: number;
}

/** What one build changed of what the build before it had said. */
export interface Restatement {
  build: number;
  builtAt: Date;
  /** The build it is held against. */
  before: number;
  /** Came in between the two; none where settings or definitions were changed. */
  imports: MonthlyFigures['imports'];
  /** Another version of the product made it. */
  isOtherCode: boolean;
  /** Months held against each other: those complete in the earlier build. */
  monthCount: number;
  /** By month, then in the order of `restatedMetrics`, others after them. */
  moved: MovedFigure[];
}

/** A pair of builds of which the earlier can't be asked any more. */
export interface Incomparable {
  build: number;
  before: number;
  /** Why, in words. */
  incomparable: string;
}

export type RestatedBuild = Restatement | Incomparable;

export function isComparable(build: RestatedBuild): build is Restatement {
  return !('incomparable' in build);
}

/**
 * The months of one build, to be held against another's. Published builds never change: keep them.
 * @param metrics ids; those the build doesn't have are left out
 */
export async function monthlyFigures(
  session: Session,
  catalogue: Catalogue,
  metrics: readonly string[] = restatedMetrics,
): Promise<MonthlyFigures> {
  const known = catalogue.metrics.filter(({id}) => metrics.includes(id));
  const selection = {grain: 'month', by: [], where: [], from: null, to: null} as const;
  const [info, imports, frame, figures] = await Promise.all([
    readBuildInfo(session),
    session.query<MonthlyFigures['imports'][number]>(
      'select import_id, file_name, source from marts.fct_import order by import_id',
    ),
    readFrame(session),
    measureAll(
      session,
      known.map((metric) => ({metric, selection})),
    ),
  ]);
  return {info, imports, asOfOn: frame.asOfOn, figures: figures.flat()};
}

/** Rounding in the last bits is no movement. */
const same = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

/** What the later build changed in months that were complete in the earlier one. */
export function restatement(before: MonthlyFigures, after: MonthlyFigures): Restatement {
  const key = ({metric, period}: Figure) => `${metric} ${period}`;
  const isOld = ({to}: Figure) => to <= before.asOfOn;
  const earlier = new Map(before.figures.filter(isOld).map((figure) => [key(figure), figure]));
  const later = new Map(after.figures.filter(isOld).map((figure) => [key(figure), figure]));
  const moved = [...new Set([...earlier.keys(), ...later.keys()])].flatMap(
    (each): MovedFigure[] => {
      const [old, now] = [earlier.get(each), later.get(each)];
      const {metric, period} = (now ?? old) as Figure;
      const isCount = (now ?? old)?.unit === 'count';
      const [a, b] = [valueOf(old, isCount), valueOf(now, isCount)];
      const [nBefore, nAfter] = [old?.n ?? 0, now?.n ?? 0];
      if (same(a, b) && nBefore === nAfter) return [];
      return [{metric, period, before: a, after: b, nBefore, nAfter}];
    },
  );
  const known = new Set(before.imports.map(({import_id}) => import_id));
  return {
    build: after.info.build,
    builtAt: after.info.built_at,
    before: before.info.build,
    imports: after.imports.filter(({import_id}) => !known.has(import_id)),
    isOtherCode: before.info.code_version !== after.info.code_version,
    monthCount: new Set([...before.figures].filter(isOld).map(({period}) => period)).size,
    moved: moved.sort(
      (a, b) =>
        a.period.localeCompare(b.period) ||
        placeOf(a.metric) - placeOf(b.metric) ||
        a.metric.localeCompare(b.metric),
    ),
  };
}

/** A month without a row counts none: it lies before what that build knew. */
function valueOf(figure: Figure | undefined, isCount: boolean): number | null {
  return figure ? figure.value : isCount ? 0 : null;
}

/** The headline figures first, others after them. */
function placeOf(metric: string): number {
  const place = restatedMetrics.indexOf(metric);
  return place < 0 ? restatedMetrics.length : place;
}
