import {formatPeriod} from '../../charts/format-period.ts';
import type {BarRow, ChartData, HeatRow, TrendRow} from '../../charts/chart.ts';
import type {FigureBlock} from '../../pages/resolved-page.ts';
import {quantity, type DataTable, type Datum} from './data-table.ts';

type Measured = Pick<FigureBlock, 'data' | 'unit' | 'target' | 'range' | 'subtitle'>;

/** The numbers a figure draws, oldest first, with its limits and target beside each of them. */
export function figureData(figure: Measured): DataTable {
  const {data} = figure;
  switch (data.chart) {
    case 'trend':
    case 'sparkline':
    case 'stretches':
      return trendData(data.rows, figure);
    case 'bars':
      return barData(data.rows, figure);
    case 'distribution':
      return table(
        ['From, hours', 'To, hours', 'Incidents'],
        data.rows.map(({fromHours, toHours, count}) => [
          quantity(fromHours, 'hours'),
          quantity(toHours, 'hours'),
          quantity(count, 'count'),
        ]),
      );
    case 'heatmap':
      return heatData(data.rows);
    case 'day curve':
      return table(
        ['Day', 'Hour', 'Incidents so far'],
        data.rows.map(({day, hour, count}) => [
          {day},
          quantity(hour, 'mean'),
          quantity(count, 'count'),
        ]),
      );
    case 'flow':
    case 'ageing':
    case 'weeks':
    case 'pareto':
      return countData(data);
  }
}

type Counted = Extract<ChartData, {chart: 'flow' | 'ageing' | 'weeks' | 'pareto'}>;

function countData(data: Counted): DataTable {
  const count = (value: number) => quantity(value, 'count');
  switch (data.chart) {
    case 'flow':
      return table(
        ['Period', 'First day', 'Opened', 'Reopened', 'Resolved', 'Cancelled', 'Open at end'],
        data.rows.map((row) => [
          periodName(row.period, row.isComplete),
          {day: row.day},
          ...[row.opened, row.reopened, row.resolved, row.cancelled, row.backlog].map(count),
        ]),
      );
    case 'ageing':
      return table(
        ['Age', 'Open incidents', 'Of these past target'],
        data.rows.map((row) => [row.band, count(row.count), count(row.breached)]),
      );
    case 'weeks':
      return table(
        ['Week', 'Monday', 'Incidents', 'Hours lost'],
        data.rows.map((row) => [
          periodName(row.period, row.isComplete),
          {day: row.day},
          count(row.count),
          quantity(row.hours, 'total hours'),
        ]),
      );
    case 'pareto':
      return table(
        ['Candidate', 'Hours, counted once', 'Running share'],
        data.rows.map((row) => [
          row.label,
          quantity(row.value, 'total hours'),
          quantity(row.runningShare, 'share'),
        ]),
      );
  }
}

function trendData(rows: readonly TrendRow[], {unit, range, target}: Measured): DataTable {
  const lines = lineColumns({range, target});
  return table(
    ['Period', 'First day', 'Value', 'n', 'Signal', ...lines.map(({label}) => label)],
    rows.map((row) => [
      periodName(row.period, row.isComplete),
      {day: row.day},
      quantity(row.value, unit),
      quantity(row.n, 'count'),
      row.signal === 'none' ? null : row.signal === 'common' ? 'usual' : row.signal,
      ...lines.map(({value}) => quantity(value, unit)),
    ]),
  );
}

/** The same number in every row: that is what makes a line of a native chart. */
function lineColumns({range, target}: Pick<Measured, 'range' | 'target'>) {
  return [
    ...(range
      ? [
          {label: 'Usual, low', value: range.lower},
          {label: 'Usual, centre', value: range.centre},
          {label: 'Usual, high', value: range.upper},
        ]
      : []),
    ...(target ? [{label: 'Target', value: target.value}] : []),
  ];
}

function barData(rows: readonly BarRow[], {unit, target}: Measured): DataTable {
  const has = (part: 'before' | 'low') => rows.some((row) => row[part] != null);
  const pick = (row: BarRow): Datum[] => [
    row.label,
    quantity(row.value, unit),
    quantity(row.n, 'count'),
    ...(has('low') ? [quantity(row.low, unit), quantity(row.high, unit)] : []),
    ...(has('before') ? [quantity(row.before, unit)] : []),
    ...(target ? [quantity(target.value, unit)] : []),
  ];
  return table(
    [
      ...['Part', 'Value', 'n'],
      ...(has('low') ? ['95 % low', '95 % high'] : []),
      ...(has('before') ? ['Period before'] : []),
      ...(target ? ['Target'] : []),
    ],
    rows.map(pick),
  );
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function heatData(rows: readonly HeatRow[]): DataTable {
  const counts = new Map(rows.map((row) => [`${row.weekday} ${row.hour}`, row.value]));
  const hours = Array.from({length: 24}, (_, hour) => hour);
  return table(
    ['Weekday', ...hours.map((hour) => `${String(hour).padStart(2, '0')}:00`)],
    weekdays.map((name, index) => [
      name,
      ...hours.map((hour) => quantity(counts.get(`${index + 1} ${hour}`) ?? 0, 'count')),
    ]),
  );
}

function periodName(period: string, isComplete: boolean): string {
  const week = /^(\d{4})-W/.exec(period)?.[1];
  const name = week ? `${formatPeriod(period)}, ${week}` : formatPeriod(period);
  return isComplete ? name : `${name}, unfinished`;
}

/** Texts to the left, numbers to the right. */
function table(labels: readonly string[], rows: Datum[][]): DataTable {
  return {
    rows,
    columns: labels.map((label, place) => ({
      label,
      align: rows.some((row) => isNumber(row[place])) ? 'right' : 'left',
    })),
  };
}

function isNumber(datum: Datum | undefined): boolean {
  return typeof datum === 'object' && datum !== null;
}
