import type {KpiBlock, KpiRow} from '../../pages/kpi-block.ts';
import {quantity, type DataTable, type Datum} from './data-table.ts';
import {readInterval, readQuantity} from './read-quantity.ts';
import {t} from '../../wording/t.ts';

/** Key figures with their intervals and targets as numbers, and what there is to say of each in words. */
export function kpiData({rows, valueHeading}: KpiBlock): DataTable {
  return {
    columns: [
      {label: t`Figure`, align: 'left'},
      {label: valueHeading, align: 'right'},
      {label: t`95 % low`, align: 'right'},
      {label: t`95 % high`, align: 'right'},
      {label: t`n`, align: 'right'},
      {label: t`Target`, align: 'right'},
      {label: t`Target is`, align: 'left'},
      {label: t`Signal`, align: 'left'},
      {label: t`Against target`, align: 'left'},
      {label: t`Usual, low`, align: 'right'},
      {label: t`Usual, high`, align: 'right'},
      {label: t`Note`, align: 'left'},
    ],
    rows: rows.map(kpiCells),
  };
}

function kpiCells(row: KpiRow): Datum[] {
  const {value, unit, range} = row;
  const interval = value === null ? null : readInterval(row.intervalText, {value, unit});
  const target = /^([≥≤])\s*(.+)$/u.exec(row.targetText);
  return [
    row.label,
    quantity(value, unit, row.valueText),
    interval?.[0] ?? null,
    interval?.[1] ?? null,
    quantity(row.n, 'count'),
    target ? sameUnit(readQuantity(target[2] ?? ''), row) : null,
    target ? (target[1] === '≥' ? t`at least` : t`at most`) : null,
    row.signalText || null,
    row.assuranceText || null,
    quantity(range?.lower, unit),
    quantity(range?.upper, unit),
    [value === null ? row.valueText : '', row.detailText].filter(Boolean).join(', ') || null,
  ];
}

/** A goal is written without its decimals, so its text doesn't tell every unit. */
function sameUnit(goal: ReturnType<typeof readQuantity>, {unit, targetText}: KpiRow): Datum {
  return goal && {value: goal.value, unit, printed: targetText};
}
