import {formatDayShort, dayToDate, shortMonth} from '../../charts/format-period.ts';
import {formatSize, type UnitScale} from '../../charts/format.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import type {Section} from '../data/block-sections.ts';
import type {DataTable, Datum} from '../data/data-table.ts';
import {isLimit, isSeries, seriesColour, type NativeChart} from '../data/native-chart.ts';
import {datumText} from './datum-text.ts';
import {t} from '../../wording/t.ts';

/** More bars than these can't be read on a wall. */
const mostBars = 15;

/** What a native chart draws. */
export interface Series {
  name: string;
  labels: string[];
  values: number[];
  colour: string;
  /** A limit or target. */
  isThin: boolean;
}

/** The series of a figure, from its data: those that its chart draws, in the chart's unit. */
export function chartSeries(
  {table, figure}: Section,
  shown: NativeChart,
  {factor}: UnitScale,
): Series[] {
  // Bars are drawn from the bottom up, so the first comes last.
  const rows = shown.type === 'bar' ? table.rows.slice(0, mostBars).toReversed() : table.rows;
  const dated = figure ? periodLabels(figure.data) : [];
  const labels = rows.map((row, index) => dated[index] ?? labelOf(row, table));
  const series = table.columns.flatMap(({label}, place): Series[] => {
    if (!isSeries(label, shown)) return [];
    const values = rows.map((row) => scaled(numberOf(row[place] ?? null), factor));
    return [
      {
        ...{name: seriesName(label, figure), labels},
        // The library writes an empty cell for what is no number: a gap, never a zero.
        ...{values: values as number[], colour: seriesColour(label), isThin: isLimit(label)},
      },
    ];
  });
  // A part of the first that is nowhere: bars of nothing would say less than their absence.
  return shown.type === 'line'
    ? series
    : series.filter(({values}, index) => index === 0 || values.some((value) => value));
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function seriesName(label: string, figure: FigureBlock | null): string {
  if (label === t`Value`) return figure?.native?.value ?? label;
  return label === t`Period before` ? (figure?.native?.before ?? label) : label;
}

/** `Oct 26` for a month, `26 Oct` for a week: names of periods are too long for an axis. */
function periodLabels(data: FigureBlock['data']): string[] {
  if (data.chart !== 'trend' && data.chart !== 'flow' && data.chart !== 'weeks') return [];
  return data.rows.map((row) => {
    const date = dayToDate(row.day);
    if (!/^\d{4}-\d{2}$/.test(row.period)) return formatDayShort(date);
    return `${shortMonth(date.getUTCMonth())} ${String(date.getUTCFullYear()).slice(2)}`;
  });
}

function labelOf(row: readonly Datum[], {columns}: DataTable): string {
  const [first = null, next = null, size = null] = row;
  if (columns[1]?.label === t`To, hours`)
    return next === null ? t`more than ${datumText(first)}` : t`up to ${datumText(next)}`;
  // What a bar rests on, and why there may be none.
  const n = columns[2]?.label === t`n` ? numberOf(size) : null;
  return n === null ? datumText(first) : `${datumText(first)} (${formatSize(n)})`;
}

function numberOf(datum: Datum): number | null {
  return datum !== null && typeof datum === 'object' && 'value' in datum ? datum.value : null;
}
