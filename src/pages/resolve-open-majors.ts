import {formatNumber, formatValue} from '../charts/format.ts';
import {incidentHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {pageMajors} from './queue-answers.ts';
import {queueHref} from './queue-link.ts';
import type {TableBlock} from './table-block.ts';

/** Majors that are open now, the newest first; nothing where there are none. */
export async function resolveOpenMajors(
  context: PageContext,
  {id, top}: Extract<BlockSpec, {block: 'queue majors'}>,
): Promise<TableBlock | null> {
  const majors = await pageMajors(context);
  const [newest] = majors;
  if (!newest) return null;
  const asOf = context.frame.asOf.getTime();
  const hoursSince = (at: Date | null) =>
    at === null ? null : Math.max(0, asOf - at.getTime()) / 3_600_000;
  return {
    kind: 'table',
    id,
    title: `${newest.number ?? 'A major'} on ${newest.service ?? 'an unnamed service'} is open for ${formatValue(newest.age_hours, 'hours')}`,
    subtitle: 'Open majors, the newest first',
    table: {
      columns: [
        {label: 'Incident', align: 'left'},
        {label: 'Priority', align: 'left'},
        {label: 'Age', align: 'right'},
        {label: 'With', align: 'left'},
        {label: 'Untouched', align: 'right', isDetail: true},
        {label: 'Problem', align: 'left', isDetail: true},
      ],
      rows: majors.slice(0, top).map((row) => [
        {
          text: row.number ?? row.record_key,
          href: incidentHref(row.record_key),
          detail: row.title ?? undefined,
        },
        {text: row.priority ?? '–'},
        {text: formatValue(row.age_hours, 'hours'), value: row.age_hours},
        {text: row.assignee ?? 'Nobody', detail: row.assignment_group ?? 'no group'},
        {text: formatValue(hoursSince(row.updated_at), 'hours'), value: hoursSince(row.updated_at)},
        row.has_problem ? {text: 'linked'} : {text: 'none yet', tone: 'open'},
      ]),
    },
    note:
      majors.length > top
        ? [{text: `All ${formatNumber(majors.length)}`, href: queueHref(context, 'majors')}]
        : [],
    downloads: [],
  };
}
