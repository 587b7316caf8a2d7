import {formatNumber} from '../charts/format.ts';
import {leftOut} from '../metrics/left-out.ts';
import {counted} from './headline-sentence.ts';
import {leftOutLabel} from './left-out-words.ts';
import {leftOutHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {TableBlock} from './resolved-page.ts';

const reasons: Record<string, string> = {
  cancelled: 'counted as opened, in no time or rate',
  'child of a major incident': 'the parent counts',
  duplicate: 'the original counts',
  merged: 'the one merged into counts',
};

/** What was opened in the period and is in no figure: counted beside. */
export async function resolveLeftOut(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'left out'}>,
): Promise<TableBlock | null> {
  const {session, period, request} = context;
  const [rows, opened] = await Promise.all([
    leftOut(session, {
      from: period?.from ?? null,
      to: period?.to ?? null,
      where: request.where,
    }),
    context.measure('opened', {
      grain: period?.grain ?? 'total',
      from: period?.from ?? null,
      to: period?.to ?? null,
    }),
  ]);
  const total = rows.reduce((sum, {record_count}) => sum + record_count, 0);
  const ofSources = request.where.filter(({dimension}) => dimension === 'source');
  const within = period ? `opened in ${period.label}` : 'opened over all data';
  return {
    kind: 'table',
    id: spec.id,
    title:
      total === 0 ? 'Nothing is left out' : `${counted(total, 'record')} left out of the figures`,
    subtitle: `Records ${within}, beside ${formatNumber(opened?.at(-1)?.value ?? 0)} incidents that count`,
    table: {
      columns: [
        {label: 'Left out', align: 'left'},
        {label: 'Records', align: 'right'},
        {label: 'Why', align: 'left'},
      ],
      rows: rows.map(({exclusion, record_count}) => [
        {text: leftOutLabel(exclusion)},
        {
          text: formatNumber(record_count),
          value: record_count,
          href: leftOutHref(exclusion, {period: period?.id ?? null, where: ofSources}),
        },
        {text: reasons[exclusion] ?? 'no incident'},
      ]),
    },
    note: onlySourceNote(request.where.map(({dimension}) => dimension)),
    downloads: [],
  };
}

function onlySourceNote(dimensions: readonly string[]) {
  if (dimensions.every((dimension) => dimension === 'source')) return [];
  return [{text: 'Of all services, priorities and groups: such records often have none.'}];
}
