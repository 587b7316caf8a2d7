import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import type {DistributionRow} from '../charts/chart.ts';
import type {Figure} from '../metrics/metric.ts';
import {definitionsOf} from './definitions-of.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {FigureBlock} from './figure-block.ts';
import {t} from '../wording/t.ts';
import {lessThanText} from './less-than-text.ts';

type DistributionSpec = Extract<BlockSpec, {block: 'distribution'}>;

const firstBandEnds = 0.25;

/** How durations are spread, in bands that double. */
export async function resolveDistribution(
  context: PageContext,
  spec: DistributionSpec,
): Promise<FigureBlock | null> {
  const {period, catalogue, request} = context;
  if (!period) return null;
  const part = {grain: period.grain, from: period.from, to: period.to};
  const [bands, medians, tails] = await Promise.all([
    context.measure(spec.metric, {...part, by: [spec.by]}),
    context.measure('ttr_median', part),
    context.measure('ttr_p90', part),
  ]);
  if (!bands) return null;
  const [median, p90] = [medians?.[0] ?? null, tails?.[0] ?? null];
  const filled = bands.filter(({dimensions}) => dimensions[spec.by] != null);
  const total = filled.reduce((sum, {n}) => sum + n, 0);
  const metric = catalogue.get(spec.metric);
  return {
    kind: 'figure',
    id: spec.id,
    title: distributionTitle(median, p90),
    subtitle: t`Incidents by time to resolve, bands that double, ${formatSize(total)}`,
    data: {
      chart: 'distribution',
      rows: filledBands(filled, spec.by),
      median: median?.value ?? null,
    },
    unit: 'hours',
    target: null,
    range: null,
    ariaLabel: distributionTitle(median, p90),
    note: leftOutNote(bands, spec.by),
    table: {
      columns: [
        {label: t`Time to resolve`, align: 'left'},
        {label: t`Incidents`, align: 'right'},
        {label: t`Share`, align: 'right'},
      ],
      rows: filled.map((figure) => {
        const band = figure.dimensions[spec.by] ?? '';
        const where = mergeFilters(request.where, [{dimension: spec.by, values: [band]}]);
        return [
          {
            text: bandText(Number(band)),
            href: incidentsHref(spec.metric, {period: period.id, where}),
          },
          {text: formatNumber(figure.n), value: figure.n, share: figure.n / Math.max(1, total)},
          {text: formatValue(figure.n / Math.max(1, total), 'share'), value: figure.n},
        ];
      }),
    },
    definitions: definitionsOf(catalogue, ['ttr_median', 'ttr_p90']),
    downloads: metricDownloads(metric.id, {...part, by: [spec.by], where: request.where}),
  };
}

/** Half took less than this, one in ten more than that. */
function distributionTitle(median: Figure | null, p90: Figure | null): string {
  if (median?.value == null || median.n < 5) return t`Too few were resolved to speak of a spread`;
  const half = t`Half took less than ${lessThanText(median.value)}`;
  if (p90?.value == null || p90.n < 20) return half;
  return t`${half}, one in ten more than ${formatValue(p90.value, 'hours')}`;
}

/** Every band from the first filled to the last, empty ones too: a gap is part of the shape. */
function filledBands(figures: readonly Figure[], by: string): DistributionRow[] {
  const counts = new Map(figures.map(({dimensions, n}) => [Number(dimensions[by]), n]));
  const edges = [...counts.keys()].sort((a, b) => a - b);
  const last = edges.at(-1) ?? 0;
  const rows: DistributionRow[] = [];
  for (let from = edges[0] ?? 0; from <= last; from = bandEnd(from))
    rows.push({fromHours: from, toHours: bandEnd(from), count: counts.get(from) ?? 0});
  return figures.length > 0 ? rows : [];
}

function bandEnd(from: number): number {
  return from === 0 ? firstBandEnds : from * 2;
}

/** `10.7 d – 21.3 d`: a band of times to resolve, by the hours it begins at. */
export function bandText(from: number): string {
  if (from === 0) return t`under ${formatValue(firstBandEnds, 'hours')}`;
  return `${formatValue(from, 'hours')} – ${formatValue(bandEnd(from), 'hours')}`;
}

function leftOutNote(bands: readonly Figure[], by: string) {
  const none = bands.find(({dimensions}) => dimensions[by] == null);
  if (!none || none.n === 0) return [];
  return [
    {
      text: t`${formatNumber(none.n)} with impossible times are left out.`,
      href: '/quality#chronology',
    },
  ];
}
