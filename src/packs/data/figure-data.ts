import {formatDatedPeriod} from '../../charts/format-period.ts';
import type {BarRow, ChartData, HeatRow, TrendRow} from '../../charts/chart.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import {quantity, type DataTable, type Datum} from './data-table.ts';
import {phrase, t, translated} from '../../wording/t.ts';

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
        [t`From, hours`, t`To, hours`, t`Incidents`],
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
        [t`Day`, t`Hour`, t`Incidents so far`],
        data.rows.map(({day, hour, count}) => [
          {shown: day},
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
        [
          t`Period`,
          t`First day`,
          t`Opened`,
          t`Reopened`,
          t`Resolved`,
          t`Cancelled`,
          t`Open at end`,
        ],
        data.rows.map((row) => [
          periodName(row.period, row.isComplete),
          {shown: row.day},
          ...[row.opened, row.reopened, row.resolved, row.cancelled, row.backlog].map(count),
        ]),
      );
    case 'ageing':
      return table(
        [t`Age`, t`Open incidents`, t`Of these past target`],
        data.rows.map((row) => [row.band, count(row.count), count(row.breached)]),
      );
    case 'weeks':
      return table(
        [t`Week`, t`Monday`, t`Incidents`, t`Hours lost`],
        data.rows.map((row) => [
          periodName(row.period, row.isComplete),
          {shown: row.day},
          count(row.count),
          quantity(row.hours, 'total hours'),
        ]),
      );
    case 'pareto':
      return table(
        [t`Candidate`, t`Hours, counted once`, t`Running share`],
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
  if (rows.some(({event}) => event !== undefined)) return eventData(rows, {unit, lines});
  return table(
    [t`Period`, t`First day`, t`Value`, t`n`, t`Signal`, ...lines.map(({label}) => label)],
    rows.map((row) => [
      periodName(row.period, row.isComplete),
      {shown: row.day},
      quantity(row.value, unit),
      quantity(row.n, 'count'),
      signalDatum(row),
      ...lines.map(({value}) => quantity(value, unit)),
    ]),
  );
}

interface EventParts {
  unit: Measured['unit'];
  lines: ReturnType<typeof lineColumns>;
}

/** Single events, each with its day. The time since the last, which only grows, is no part of their line. */
function eventData(rows: readonly TrendRow[], {unit, lines}: EventParts): DataTable {
  return table(
    [t`Event`, t`Day`, t`Value`, t`So far`, t`Signal`, ...lines.map(({label}) => label)],
    rows.map((row) => [
      row.event ?? '',
      {shown: row.day},
      quantity(row.isComplete ? row.value : null, unit),
      quantity(row.isComplete ? null : row.value, unit),
      signalDatum(row),
      ...lines.map(({value}) => quantity(value, unit)),
    ]),
  );
}

function signalDatum({signal}: TrendRow): Datum {
  return signal === 'none' ? null : translated(signalWords[signal]);
}

const signalWords = {
  better: phrase`better`,
  worse: phrase`worse`,
  common: phrase`usual`,
  'too few': phrase`too few`,
};

/** The same number in every row: that is what makes a line of a native chart. */
function lineColumns({range, target}: Pick<Measured, 'range' | 'target'>) {
  return [
    ...(range
      ? [
          {label: t`Usual, low`, value: range.lower},
          {label: t`Usual, centre`, value: range.centre},
          {label: t`Usual, high`, value: range.upper},
        ]
      : []),
    ...(target ? [{label: t`Target`, value: target.value}] : []),
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
      ...[t`Part`, t`Value`, t`n`],
      ...(has('low') ? [t`95 % low`, t`95 % high`] : []),
      ...(has('before') ? [t`Period before`] : []),
      ...(target ? [t`Target`] : []),
    ],
    rows.map(pick),
  );
}

const weekdays = [
  ...[phrase`Monday`, phrase`Tuesday`, phrase`Wednesday`, phrase`Thursday`, phrase`Friday`],
  ...[phrase`Saturday`, phrase`Sunday`],
];

function heatData(rows: readonly HeatRow[]): DataTable {
  const counts = new Map(rows.map((row) => [`${row.weekday} ${row.hour}`, row.value]));
  const hours = Array.from({length: 24}, (_, hour) => hour);
  return table(
    [t`Weekday`, ...hours.map((hour) => `${String(hour).padStart(2, '0')}:00`)],
    weekdays.map((name, index) => [
      translated(name),
      ...hours.map((hour) => quantity(counts.get(`${index + 1} ${hour}`) ?? 0, 'count')),
    ]),
  );
}

function periodName(period: string, isComplete: boolean): string {
  const name = formatDatedPeriod(period);
  return isComplete ? name : t`${name}, unfinished`;
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
