import {formatNumber, formatValue} from '../charts/format.ts';
import {incidentHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {pageUnassigned} from './queue-answers.ts';
import {queueHref} from './queue-link.ts';
import type {TableBlock} from './table-block.ts';

/** Open incidents that no person has taken, a row a group. */
export async function resolveUnassigned(
  context: PageContext,
  {id, top}: Extract<BlockSpec, {block: 'queue unassigned'}>,
): Promise<TableBlock | null> {
  const groups = await pageUnassigned(context);
  if (groups.length === 0) return null;
  const total = groups.reduce((sum, {count}) => sum + count, 0);
  return {
    kind: 'table',
    id,
    title: `${formatNumber(total)} open ${total === 1 ? 'incident has' : 'incidents have'} nobody`,
    subtitle: 'Without an assignee, by the group they wait in',
    table: {
      columns: [
        {label: 'Group', align: 'left'},
        {label: 'Open', align: 'right'},
        {label: 'P1, P2', align: 'right'},
        {label: 'Oldest', align: 'right'},
      ],
      rows: groups.slice(0, top).map((row) => [
        {text: row.assignment_group ?? 'No group'},
        {
          text: formatNumber(row.count),
          value: row.count,
          href: queueHref(context, 'unassigned', {
            where: [{dimension: 'assignment_group', values: [row.assignment_group ?? '']}],
          }),
        },
        row.urgent_count > 0
          ? {text: formatNumber(row.urgent_count), value: row.urgent_count, tone: 'strong'}
          : {text: '–', value: 0},
        {
          text: formatValue(row.oldest_hours, 'hours'),
          value: row.oldest_hours,
          href: incidentHref(row.oldest_key),
        },
      ]),
    },
    note: [{text: `All ${formatNumber(total)}`, href: queueHref(context, 'unassigned')}],
    downloads: [],
  };
}
