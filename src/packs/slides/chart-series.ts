import {formatDayShort, dayToDate, shortMonth} from '../../charts/format-period.ts';
import {formatSize, type UnitScale} from '../../charts/format.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import type {Section} from '../data/block-sections.ts';
import {numberOf, type DataTable, type Datum} from '../data/data-table.ts';
import {
  endsRunning,
  isLimit,
  isOfWholePeriods,
  isSeries,
  seriesColour,
  seriesName,
  type NativeChart,
} from '../data/native-chart.ts';
import {datumText} from './datum-text.ts';
import {t} from '../../wording/t.ts';

/** More bars, or more single events, than these can't be read on a wall. */
const mostBars = 15;
export const mostEvents = 40;

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
export function chartSeries(section: Section, shown: NativeChart, {factor}: UnitScale): Series[] {
  const {table, figure} = section;
  const rows = drawnRows(section, shown);
  const labels = rows.map(({label}) => label);
  const series = table.columns.flatMap(({label}, place): Series[] => {
    if (!isSeries(label, shown)) return [];
    const isCut = figure !== null && endsRunning(figure) && isOfWholePeriods(label);
    const values = rows.map(({row}, index) =>
      isCut && index === rows.length - 1 ? null : scaled(numberOf(row[place] ?? null), factor),
    );
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

interface DrawnRow {
  row: readonly Datum[];
  label: string;
}

function drawnRows({table, figure}: Section, {type}: NativeChart): DrawnRow[] {
  const dated = figure ? periodLabels(figure.data) : [];
  const all = table.rows.map((row, index) => ({
    row,
    label: dated[index] ?? labelOf(row, table),
  }));
  // Bars are drawn from the bottom up, so the first comes last.
  if (type === 'bar') return all.slice(0, mostBars).toReversed();
  return figure && eventCount(figure) > 0 ? all.slice(-mostEvents) : all;
}

/** How many single events a figure is of; none where it is of periods. */
export function eventCount({data}: FigureBlock): number {
  return data.chart === 'trend' ? data.rows.filter(({event}) => event !== undefined).length : 0;
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
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
