import {formatNumber, formatValue} from '../charts/format.ts';
import {incidentHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {pageHeld} from './queue-answers.ts';
import {queueHref} from './queue-link.ts';
import type {TableBlock} from './table-block.ts';

/** Open incidents whose clock is stopped, a row a reason: one the export tells, else the tool’s own status. */
export async function resolveOnHold(
  context: PageContext,
  {id, top}: Extract<BlockSpec, {block: 'queue on hold'}>,
): Promise<TableBlock | null> {
  const reasons = await pageHeld(context);
  if (reasons.length === 0) return null;
  const total = reasons.reduce((sum, {count}) => sum + count, 0);
  const longest = reasons.reduce((a, b) => (b.longest_hours > a.longest_hours ? b : a));
  return {
    kind: 'table',
    id,
    title: `${longest.longest_number ?? 'One'} has been on hold for ${formatValue(longest.longest_hours, 'hours')}`,
    subtitle: `${formatNumber(total)} on hold now, by reason or the tool’s own status`,
    table: {
      columns: [
        {label: 'Why', align: 'left'},
        {label: 'Open', align: 'right'},
        {label: 'Median', align: 'right'},
        {label: 'Longest', align: 'right'},
      ],
      rows: reasons.slice(0, top).map((row) => [
        {text: row.reason ?? 'Not told'},
        {
          text: formatNumber(row.count),
          value: row.count,
          href: queueHref(context, 'on-hold', row.reason ? {heldAs: row.reason} : {}),
        },
        {text: formatValue(row.median_hours, 'hours'), value: row.median_hours},
        {
          text: formatValue(row.longest_hours, 'hours'),
          value: row.longest_hours,
          href: incidentHref(row.longest_key),
        },
      ]),
    },
    note: [{text: `All ${formatNumber(total)}`, href: queueHref(context, 'on-hold')}],
    downloads: [],
  };
}
