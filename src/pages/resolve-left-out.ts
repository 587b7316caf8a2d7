import {formatNumber} from '../charts/format.ts';
import {leftOut} from '../metrics/left-out.ts';
import {counted} from './headline-sentence.ts';
import {leftOutLabel} from './left-out-words.ts';
import {leftOutHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {TableBlock} from './table-block.ts';
import {phrase, t, translated} from '../wording/t.ts';
import {formatPeriod} from '../charts/format-period.ts';

const reasons: Record<string, string> = {
  cancelled: phrase`counted as opened, in no time or rate`,
  'child of a major incident': phrase`the parent counts`,
  duplicate: phrase`the original counts`,
  merged: phrase`the one merged into counts`,
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
  const beside = formatNumber(opened?.at(-1)?.value ?? 0);
  const subtitle = period
    ? t`Records opened in ${formatPeriod(period.id)}, beside ${beside} incidents that count`
    : t`Records opened over all data, beside ${beside} incidents that count`;
  return {
    kind: 'table',
    id: spec.id,
    title:
      total === 0 ? t`Nothing is left out` : t`${counted(total, 'record')} left out of the figures`,
    subtitle,
    table: {
      columns: [
        {label: t`Left out`, align: 'left'},
        {label: t`Records`, align: 'right'},
        {label: t`Why`, align: 'left'},
      ],
      rows: rows.map(({exclusion, record_count}) => [
        {text: leftOutLabel(exclusion)},
        {
          text: formatNumber(record_count),
          value: record_count,
          href: leftOutHref(exclusion, {period: period?.id ?? null, where: ofSources}),
        },
        {text: translated(reasons[exclusion] ?? phrase`not an incident`)},
      ]),
    },
    note: onlySourceNote(request.where.map(({dimension}) => dimension)),
    downloads: [],
  };
}

function onlySourceNote(dimensions: readonly string[]) {
  if (dimensions.every((dimension) => dimension === 'source')) return [];
  return [{text: t`Of all services, priorities and groups: such records often have none.`}];
}
