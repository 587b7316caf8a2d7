import {formatInterval, formatNumber, formatValue, intervalLabel} from '../charts/format.ts';
import type {ComparisonCell, SlaComparison} from '../metrics/sla-comparison.ts';
import {noneText} from '../metrics/sla-set.ts';
import {capitalised} from './headline-sentence.ts';
import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {rareCell} from './quality-table.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {pageComparison} from './sla-answers.ts';
import {slaHref} from './sla-link.ts';
import {reasonText} from './sla-words.ts';

type Verdict = ComparisonCell['recorded'];
const verdicts: readonly Verdict[] = ['met', 'breached', null];

/** The tool's verdict on each resolution beside ours: two by two, and what has only one. */
export async function resolveSlaComparison(
  context: PageContext,
  {id}: {id: string},
): Promise<TableBlock | null> {
  const comparison = await pageComparison(context);
  const {period} = context;
  const total = comparison.cells.reduce((sum, {count}) => sum + count, 0);
  if (total === 0) return null;
  const within = period ? `resolved in ${period.label}` : 'over all the data';
  return {
    kind: 'table',
    id,
    title: comparisonTitle(comparison),
    subtitle: `The tool’s own verdict against the recount, ${within}`,
    table: {
      columns: [
        {label: 'The tool says', align: 'left'},
        {label: 'We: met', align: 'right'},
        {label: 'We: missed', align: 'right'},
        {label: 'We: nothing', align: 'right', isDetail: true},
      ],
      rows: verdicts.map((recorded) => [
        {text: capitalised(verdictWord(recorded))},
        ...verdicts.map((computed) => verdictCell(comparison, {recorded, computed}, context)),
      ]),
    },
    note:
      comparison.n > 0
        ? [
            {
              text: `They differ on ${formatValue(comparison.disagreements / comparison.n, 'share')} (${intervalLabel()} ${formatInterval(comparison.low, comparison.high, 'share')}).`,
            },
          ]
        : [],
    downloads: [csvOf(context)],
  };
}

function verdictWord(verdict: Verdict): string {
  return verdict === null ? 'nothing' : verdict === 'met' ? 'met' : 'missed';
}

function verdictCell(
  {cells}: SlaComparison,
  of: {recorded: Verdict; computed: Verdict},
  context: PageContext,
): Cell {
  const {recorded, computed} = of;
  const cell = cells.find((each) => each.recorded === recorded && each.computed === computed);
  const choices = {recorded: recorded ?? noneText, computed: computed ?? noneText};
  return rareCell(cell?.count ?? 0, slaHref(context, {sla: 'comparison', ...choices}));
}

function comparisonTitle({n, disagreements}: SlaComparison): string {
  if (n === 0) return 'The tool has no verdict to compare with';
  if (disagreements === 0) return `The tool and the recount agree on all ${formatNumber(n)}`;
  return `The tool and the recount agree on ${formatValue(1 - disagreements / n, 'share')}`;
}

/** Why the two differ, most frequent first; each leads to its incidents. */
export async function resolveSlaReasons(
  context: PageContext,
  {id}: {id: string},
): Promise<TableBlock | null> {
  const {reasons, disagreements} = await pageComparison(context);
  if (reasons.length === 0) return null;
  const [first] = reasons;
  const most = first?.count ?? 1;
  return {
    kind: 'table',
    id,
    title:
      disagreements === first?.count
        ? `Every difference has one reason: ${first.reason}`
        : `${capitalised(first?.reason ?? '')} explains ${formatNumber(first?.count ?? 0)} of ${formatNumber(disagreements)} differences`,
    subtitle: 'The first reason that holds, for incidents on which the two verdicts differ',
    table: {
      columns: [
        {label: 'Reason', align: 'left'},
        {label: 'Incidents', align: 'right'},
        {label: 'We: missed', align: 'right'},
        {label: 'We: met', align: 'right'},
      ],
      rows: reasons.map(({reason, count, breachedByUs, metByUs}) => {
        const cell = (value: number, computed?: string): Cell =>
          rareCell(value, slaHref(context, {sla: 'comparison', reason, computed}));
        return [
          {text: capitalised(reason), detail: reasonText(reason)},
          {...cell(count), share: count / most},
          cell(breachedByUs, 'breached'),
          cell(metByUs, 'met'),
        ];
      }),
    },
    note: [],
    downloads: [csvOf(context)],
  };
}

function csvOf({period, request}: PageContext) {
  const choices = {format: 'csv'};
  const href = pageHref('/api/sla/comparison', {
    period: period?.id ?? null,
    where: request.where,
    choices,
  });
  return {label: 'CSV' as const, href};
}
