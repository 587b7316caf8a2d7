import {formatNumber} from '../charts/format.ts';
import type {FootingRow} from '../metrics/footing.ts';
import {residualIncidents} from '../metrics/residual-incidents.ts';
import {periodInYear, rowFilters, type FootingCut} from './footing-cut.ts';
import {counted} from './headline-sentence.ts';
import {incidentHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {left, residualCell, right, tableBlock} from './quality-table.ts';
import {shortInstant} from './short-instant.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

interface ResidualParts {
  id: string;
  /** Rows of the account that don't close, in its order. */
  off: readonly FootingRow[];
  cut: FootingCut;
  /** How many of them are explained, the newest. */
  top: number;
}

/** Who makes the residuals: incidents whose times are out of order, each with its part. */
export async function resolveResidual(
  {session, frame}: PageContext,
  {id, off, cut, top}: ResidualParts,
): Promise<TableBlock> {
  const asked = [...off].reverse().slice(0, top);
  const found = await Promise.all(
    asked.map(async (row) => ({
      row,
      incidents: await residualIncidents(session, {period: row, slice: rowFilters(row, cut)}),
    })),
  );
  const keys = found.flatMap(({incidents}) => incidents.map(({record_key}) => record_key));
  const time = (instant: Date | null): Cell => ({text: shortInstant(instant, frame.zone)});
  return tableBlock(id, {
    title: residualTitle(new Set(keys).size),
    subtitle: 'Their times contradict each other: by them they went out before they came in',
    columns: [
      left('Account'),
      left('Incident'),
      right('Residual'),
      left('Opened', true),
      left('Resolved', true),
      left('Closed', true),
    ],
    rows: found.flatMap(({row, incidents}) =>
      incidents.map((incident) => [
        {text: accountName(row)},
        {text: incident.number ?? incident.record_key, href: incidentHref(incident.record_key)},
        residualCell(incident.residual),
        time(incident.opened_at),
        time(incident.resolved_at),
        time(incident.closed_at),
      ]),
    ),
    note:
      off.length > asked.length
        ? [{text: `Of the newest ${asked.length} of ${formatNumber(off.length)} accounts.`}]
        : [],
  });
}

function residualTitle(count: number): string {
  return count === 1 ? 'One incident makes it' : `${counted(count, 'incident')} make it`;
}

function accountName({period, dimensions}: FootingRow): string {
  const values = Object.values(dimensions).map((value) => value ?? 'not filled');
  return [periodInYear(period), ...values].join(', ');
}
