import {
  figureReasons,
  figureStages,
  type FigureReason,
  type FigureStage,
} from '../metrics/figure-stages.ts';
import {definitionHref, incidentsHref, leftOutHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {countCell, left, rareCell, residualCell, right, tableBlock} from './quality-table.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

const headings: Record<FigureReason, string> = {
  cancelled: '−\u00a0Cancelled',
  'not dated': '−\u00a0Not dated',
  'not yet': '−\u00a0Not over yet',
  'not asked for': '−\u00a0Not asked for',
  'impossible times': '−\u00a0Impossible times',
  'not recorded': '−\u00a0Not recorded',
};

/** From counted or resolved incidents to the n of each main figure, with what each leaves behind. */
export async function resolveFigureStages(
  {session, catalogue}: PageContext,
  spec: Extract<BlockSpec, {block: 'figure stages'}>,
): Promise<TableBlock> {
  const known = spec.metrics.filter((id) => catalogue.metrics.some((metric) => metric.id === id));
  const stages = await figureStages(session, catalogue, known);
  const figures = known.flatMap((id) => {
    const parts = stages.filter(({metric}) => metric === id);
    return parts.length === 0 ? [] : [totalOf(parts)];
  });
  const off = figures.filter(({residual}) => residual !== 0).length;
  const reasons = figureReasons.filter((reason) =>
    figures.some(({left: gone}) => gone.some((each) => each.reason === reason)),
  );
  return tableBlock(spec.id, {
    title:
      off === 0
        ? `Every figure’s n is accounted for`
        : `The n of ${off} ${off === 1 ? 'figure is' : 'figures are'} not accounted for`,
    subtitle: 'Over all the data: the incidents a figure starts from − those it leaves = its n',
    columns: [
      left('Figure'),
      left('Of', true),
      right('Starts from'),
      ...reasons.map((reason) => right(headings[reason], true)),
      right('n'),
      right('Residual', true),
    ],
    rows: figures.map((figure) => figureCells(figure, reasons, catalogue.get(figure.metric).label)),
    note: [
      {
        text: 'Not dated: without the time that puts it in a period. Not over yet: dated after the data, such as the end of the watch for returns. Not asked for: outside the figure’s definition, such as what is no major. Not recorded: without the field the figure needs, such as a target or a verdict.',
      },
    ],
  });
}

function totalOf(parts: readonly FigureStage[]): FigureStage {
  const sum = (count: (part: FigureStage) => number) =>
    parts.reduce((total, part) => total + count(part), 0);
  const gone = (reason: FigureReason) =>
    sum((part) => part.left.find((each) => each.reason === reason)?.count ?? 0);
  return {
    ...(parts[0] as FigureStage),
    source: '',
    entered: sum(({entered}) => entered),
    left: figureReasons
      .map((reason) => ({reason, count: gone(reason)}))
      .filter(({count}) => count > 0),
    n: sum(({n}) => n),
    // Differences of sources must not cancel out.
    residual: sum(({residual}) => Math.abs(residual)),
  };
}

function figureCells(
  {metric, base, entered, left: gone, n, residual}: FigureStage,
  reasons: readonly FigureReason[],
  label: string,
): Cell[] {
  const countOf = (reason: FigureReason) => gone.find((each) => each.reason === reason)?.count ?? 0;
  return [
    {text: label, href: definitionHref(metric)},
    {text: base === 'resolved' ? 'resolved' : 'all that count'},
    countCell(entered, incidentsHref(base === 'resolved' ? 'resolved' : 'opened')),
    ...reasons.map((reason) => rareCell(countOf(reason), leftOutHref(reason, {metric}))),
    countCell(n, incidentsHref(metric)),
    residualCell(residual),
  ];
}
