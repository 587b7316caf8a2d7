import {formatNumber} from '../charts/format.ts';
import {formatDayRange, formatPeriod} from '../charts/format-period.ts';
import type {CountedIn, Incident} from '../metrics/incident.ts';
import {addDays, periodOf, shiftPeriod, type Period} from '../time/period.ts';
import {definitionHref, incidentsHref} from './link.ts';
import {familyOf} from './metric-family.ts';
import type {PageContext} from './page-context.ts';
import {left, tableBlock} from './quality-table.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/** The figures the incident is counted in, each with the week and month whose list it stands in. */
export function resolveIncidentFigures(
  {figures, record}: Incident,
  {catalogue, frame}: PageContext,
  id: string,
): TableBlock {
  return tableBlock(id, {
    title:
      figures.length === 0
        ? 'It is in no figure'
        : `It is counted in ${formatNumber(figures.length)} figures`,
    subtitle:
      figures.length === 0 && record.exclusion !== null
        ? `Left out, and counted beside the figures: ${record.exclusion}`
        : 'By what they are about, each with the day that dates it and the list it stands in',
    columns: [left('Metric'), left('About', true), left('Day', true), left('Week'), left('Month')],
    rows: byFamily(figures).map((figure) => {
      const {metric, label, dated_on, last_on} = figure;
      const isSnapshot = catalogue.get(metric).isSnapshot;
      const periodCell = (grain: 'week' | 'month'): Cell => {
        const period = isSnapshot
          ? lastSnapshot(figure, grain, frame.asOfOn)
          : periodOf(dated_on, grain);
        if (!period) return {text: '–', detail: `left before the ${grain} ended`};
        const year = grain === 'week' ? `, ${period.id.slice(0, 4)}` : '';
        return {
          text: `${formatPeriod(period.id)}${year}`,
          href: incidentsHref(metric, {period: period.id}),
        };
      };
      return [
        {text: label, href: definitionHref(metric)},
        {text: familyOf(metric).family},
        {
          text: formatDayRange(dated_on, addDays(last_on, 1)),
          value: Date.parse(dated_on),
          ...(isSnapshot ? {href: incidentsHref(metric, {period: last_on})} : {}),
        },
        periodCell('week'),
        periodCell('month'),
      ];
    }),
  });
}

/**
 * The last period at whose end a snapshot counted it; null where it came and went within one. The period
 * that lasts is told at the data's own day.
 */
function lastSnapshot(
  {dated_on, last_on}: CountedIn,
  grain: 'week' | 'month',
  asOfOn: string,
): Period | null {
  const last = periodOf(last_on, grain);
  if (last_on === asOfOn || last_on === addDays(last.to, -1)) return last;
  const before = shiftPeriod(last, grain, -1);
  return dated_on < before.to ? before : null;
}

function byFamily(figures: readonly CountedIn[]): CountedIn[] {
  return [...figures].sort(
    (a, b) =>
      familyOf(a.metric).place - familyOf(b.metric).place || a.dated_on.localeCompare(b.dated_on),
  );
}
