import type {TrendRow} from '../../../src/charts/chart.ts';
import {type ChartCase, usual, week, weeks} from './chart-case.ts';

const target = {value: 0.9, label: 'Target 90 %'};
const range = {lower: 0.858, centre: 0.9, upper: 0.935};

function share(rows: TrendRow[], width = 640): ChartCase {
  return {
    data: {chart: 'trend', rows},
    context: {unit: 'share', ariaLabel: 'P2 SLA met by week', target, range, width},
  };
}

function fallingShare(): TrendRow[] {
  const rows = weeks([...usual(24, 0.9, 0.03), 0.843, 0.812], 218);
  return rows.map((row, index) => ({...row, signal: index > 23 ? 'worse' : 'common'}));
}

export const normal = share(fallingShare());
export const phone = share(fallingShare(), 358);
export const wide = share(fallingShare(), 1180);
export const empty = share([]);
export const allNull = share(weeks([null, null, null], 0));
export const onePoint = share(weeks([0.91], 204));
export const twoPoints = share(weeks([0.91, 0.88], 204));
export const gap = share(
  weeks(
    usual(20, 0.9, 0.03).map((value, index) => ([5, 6, 12, 14].includes(index) ? null : value)),
    190,
  ),
);
export const belowEnough: ChartCase = {
  data: {
    chart: 'trend',
    rows: weeks(usual(12, 0.8, 0.3, 3), 7).map((row) => ({...row, signal: 'too few'})),
  },
  context: {unit: 'share', ariaLabel: 'P1 SLA met by week', target},
};
export const longLabels: ChartCase = {
  data: {chart: 'trend', rows: weeks(usual(26, 31, 9), 1204)},
  context: {
    unit: 'hours',
    ariaLabel: 'Mean time to resolve by week',
    target: {value: 24, label: 'Target for network and workplace together 24 h'},
    range: {lower: 19, centre: 31, upper: 43},
    width: 358,
  },
};
export const incompleteLast: ChartCase = {
  data: {
    chart: 'trend',
    rows: weeks([...usual(25, 1280, 160), 431], 0).map((row, index) => ({
      ...row,
      value: Math.round(row.value ?? 0),
      n: Math.round(row.value ?? 0),
      isComplete: index < 25,
    })),
  },
  context: {
    unit: 'count',
    ariaLabel: 'Opened by week',
    range: {lower: 1050, centre: 1280, upper: 1510},
  },
};
export const betterSignals: ChartCase = {
  data: {
    chart: 'trend',
    rows: [...usual(14, 0.66, 0.03), ...usual(8, 0.715, 0.02, 9)].map((value, index) => ({
      ...week(index),
      value,
      n: 1190,
      signal: index < 20 ? 'common' : 'better',
      isComplete: true,
    })),
  },
  context: {
    unit: 'share',
    ariaLabel: 'First-level resolution by week',
    target: {value: 0.7, label: 'Target 70 %'},
    range: {lower: 0.62, centre: 0.661, upper: 0.702},
  },
};
/** Target, usual range and last value want the same place at the right. */
export const crowdedLabels: ChartCase = {
  data: {chart: 'trend', rows: weeks([...usual(20, 0.9, 0.004), 0.9001], 2180)},
  context: {
    unit: 'share',
    ariaLabel: 'SLA met by week',
    target,
    range: {lower: 0.896, centre: 0.9, upper: 0.904},
  },
};
export const months: ChartCase = {
  data: {
    chart: 'trend',
    rows: usual(13, 61, 20).map((value, index) => ({
      day: new Date(Date.UTC(2025, 2 + index, 1)).toISOString().slice(0, 10),
      period: 'a month',
      value,
      n: 5400,
      signal: 'common',
      isComplete: true,
    })),
  },
  context: {
    unit: 'hours',
    ariaLabel: 'Mean time to resolve by month',
    range: {lower: 40, centre: 61, upper: 82},
    width: 480,
  },
};
export const days: ChartCase = {
  data: {
    chart: 'trend',
    rows: usual(31, 180, 60).map((value, index) => ({
      day: new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10),
      period: 'a day',
      value: Math.round(value),
      n: Math.round(value),
      signal: 'common',
      isComplete: true,
    })),
  },
  context: {unit: 'count', ariaLabel: 'Opened by day'},
};
export const hugeValues: ChartCase = {
  data: {chart: 'trend', rows: weeks(usual(120, 48_000_000, 9_000_000).map(Math.round), 48e6)},
  context: {unit: 'count', ariaLabel: 'Events by week', width: 480},
};
export const allZero: ChartCase = {
  data: {
    chart: 'trend',
    rows: weeks(
      Array.from({length: 12}, () => 0),
      40,
    ),
  },
  context: {
    unit: 'share',
    ariaLabel: 'Reopened by week',
    target: {value: 0.05, label: 'Target 5 %'},
  },
};
/** The data begins in the middle of its first week and ends in the middle of its last. */
export const incompleteEnds: ChartCase = {
  data: {
    chart: 'trend',
    rows: weeks([120, 340, 320, 351, 90], 1).map((row, index) => ({
      ...row,
      n: row.value ?? 0,
      isComplete: index > 0 && index < 4,
    })),
  },
  context: {unit: 'count', ariaLabel: 'Opened by week', width: 460},
};

/** What is usual starts anew after a dated change, and is wider for fewer. */
export const changed: ChartCase = {
  data: {
    chart: 'trend',
    rows: weeks([...usual(13, 0.9, 0.02), ...usual(13, 0.8, 0.02, 7)], 218).map((row, index) => {
      const [centre, half] = [index < 13 ? 0.9 : 0.8, 0.05 + (index % 3) * 0.01];
      return {...row, range: {lower: centre - half, centre, upper: centre + half}};
    }),
    changes: [{day: week(13).day, label: 'New service desk tool'}],
  },
  context: {unit: 'share', ariaLabel: 'SLA met by week, with a change', target},
};

function events(days: readonly (readonly [day: string, gap: number | null])[]): TrendRow[] {
  return days.map(([day, value], index) => ({
    ...{day, period: day, value, n: 1, isComplete: true, event: `INC00${index + 1}`},
    signal: (value ?? 9) < 5 ? 'worse' : 'common',
  }));
}

function open(day: string, value: number, part: Partial<TrendRow> = {}): TrendRow {
  const event = `since the last, by ${day}`;
  return {day, period: day, value, n: 0, isComplete: false, signal: 'none', event, ...part};
}

const inAYear = events([
  ...([
    ['2025-09-17', null],
    ['2025-11-29', 73],
    ['2026-01-13', 45],
    ['2026-02-19', 37],
  ] as const),
  ...([
    ['2026-04-08', 48],
    ['2026-06-23', 76],
    ['2026-07-30', 37],
    ['2026-09-09', 41],
  ] as const),
  ...([
    ['2026-09-11', 2],
    ['2026-09-12', 1],
  ] as const),
]);

/** Single events, as high as the days since the one before; the time since the last stands alone. */
export const gaps: ChartCase = {
  data: {chart: 'trend', rows: [...inAYear, open('2026-10-31', 49)]},
  context: {
    unit: 'days',
    ariaLabel: 'Days between major incidents',
    range: {lower: 18.4, centre: 48.6, upper: 104.2},
  },
};
/** Ticks are days and not the events, which may be close. */
export const gapsOfWeeks: ChartCase = {
  data: {
    chart: 'trend',
    rows: [
      ...events([
        ['2026-05-04', null],
        ['2026-05-06', 2],
        ['2026-05-07', 1],
        ['2026-06-12', 36],
      ]),
      open('2026-07-20', 38, {signal: 'better'}),
    ],
  },
  context: {unit: 'days', ariaLabel: 'Days between major incidents', width: 358},
};
