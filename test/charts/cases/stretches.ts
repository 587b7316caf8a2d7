import {week, weeks, usual, type ChartCase} from './chart-case.ts';

const rows = weeks([...usual(20, 0.62, 0.12), ...usual(6, 0.87, 0.06, 3)], 24);

function share(width: number, after = 6): ChartCase {
  const shown = rows.slice(0, 20 + after);
  return {
    data: {
      chart: 'stretches',
      rows: shown,
      stretches: [
        {
          ...{from: week(0).day, to: week(19).day, label: 'before'},
          ...{lower: 0.44, centre: 0.62, upper: 0.8},
        },
        ...(after === 0
          ? []
          : [
              {
                ...{from: week(20).day, to: week(25).day, label: 'since'},
                ...{lower: 0.76, centre: 0.87, upper: 0.98},
              },
            ]),
      ],
      marks: [{day: week(20).day, label: 'effect expected', isDecision: true}],
    },
    context: {
      unit: 'share',
      ariaLabel: 'First-level resolution before and after',
      target: {value: 0.8, label: 'Target 80 %'},
      width,
    },
  };
}

export const normal = share(640);
export const phone = share(350);
export const onlyBefore = share(640, 0);
export const empty: ChartCase = {
  data: {chart: 'stretches', rows: [], stretches: [], marks: []},
  context: {unit: 'hours', ariaLabel: 'Nothing'},
};
