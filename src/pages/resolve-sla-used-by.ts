import {formatNumber, formatValue} from '../charts/format.ts';
import {findDimension} from '../metrics/dimension.ts';
import {
  slaAttribution,
  type AttributionRow,
  type SlaAttribution,
} from '../metrics/sla-attribution.ts';
import {noneText} from '../metrics/sla-set.ts';
import {capitalised} from './headline-sentence.ts';
import {pageHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {slaSelection} from './sla-answers.ts';
import {slaHref} from './sla-link.ts';
import {workingTime} from './sla-words.ts';

type UsedBySpec = Extract<BlockSpec, {block: 'sla used by'}>;

const byWords = {assignment_group: 'group', tier: 'tier', shift: 'shift'} as const;

/** Who used the counted time of the clocks that missed their target. */
export async function resolveSlaUsedBy(
  context: PageContext,
  spec: UsedBySpec,
): Promise<TableBlock | null> {
  const {period, session, request} = context;
  const {by, kind, top} = spec;
  const answer = await slaAttribution(session, {...slaSelection(context), by, kind});
  if (!period || answer.rows.length === 0) return null;
  // A roster that isn't set has one shift: nobody's.
  if (by === 'shift' && answer.rows.every(({holder}) => holder === null)) return null;
  const most = Math.max(...answer.rows.map(({used_share}) => used_share));
  const shown = [...answer.rows].sort((a, b) => b.used_seconds - a.used_seconds).slice(0, top);
  return {
    kind: 'table',
    id: spec.id,
    title: usedTitle(shown, answer),
    subtitle: `Counted time of ${formatNumber(answer.clock_count)} missed ${kind} targets by ${byWords[by]}, ${period.label}`,
    table: {
      columns: [
        {label: capitalised(findDimension(by)?.label ?? byWords[by]), align: 'left'},
        {label: 'Share', align: 'right'},
        {label: 'Time used', align: 'right'},
        {label: 'Incidents', align: 'right'},
        {label: 'Used most of', align: 'right', isDetail: true},
      ],
      rows: shown.map((row) => usedCells(row, {context, spec, most})),
    },
    note:
      answer.rows.length > shown.length
        ? [{text: `${shown.length} of ${answer.rows.length} ${byWords[by]}s.`}]
        : [],
    downloads: [
      {
        label: 'CSV',
        href: pageHref('/api/sla/attribution', {
          period: period.id,
          where: request.where,
          choices: {held_by: by, kind, format: 'csv'},
        }),
      },
    ],
  };
}

function usedCells(
  row: AttributionRow,
  {context, spec, most}: {context: PageContext; spec: UsedBySpec; most: number},
): Cell[] {
  const {kind, by} = spec;
  const href = slaHref(context, {
    sla: 'used-by',
    kind,
    held_by: by,
    holder: row.holder ?? noneText,
  });
  return [
    {text: row.holder ?? (by === 'shift' ? 'No shift' : 'Nobody')},
    {
      text: formatValue(row.used_share, 'share'),
      value: row.used_share,
      share: row.used_share / most,
    },
    {text: workingTime(row.used_seconds), value: row.used_seconds},
    {text: formatNumber(row.clock_count), value: row.clock_count, href},
    {text: formatNumber(row.most_count), value: row.most_count},
  ];
}

function usedTitle(rows: readonly AttributionRow[], {by}: SlaAttribution): string {
  const [first] = rows;
  const share = formatValue(first?.used_share ?? 0, 'share');
  const name = first?.holder ?? (by === 'shift' ? 'no shift' : 'nobody');
  if (rows.length === 1) return `All the time of what was late was used by ${name}`;
  if (by === 'shift')
    return `${share} of the time of what was late was used in ${name === 'no shift' ? name : `the ${name} shift`}`;
  return `${capitalised(name)} used ${share} of the time of what was late`;
}
