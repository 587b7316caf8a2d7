import {
  formatChange,
  formatInterval,
  formatNumber,
  formatValue,
  intervalLabel,
} from '../charts/format.ts';
import {readOverride} from '../metrics/sla-set.ts';
import type {SlaOverride} from '../metrics/sla-override.ts';
import {slaWhatIf, type Flip, type SlaWhatIf, type WhatIfRow} from '../metrics/sla-what-if.ts';
import {capitalised} from './headline-sentence.ts';
import {incidentHref, pageHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {Block} from './resolved-page.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {slaSelection} from './sla-answers.ts';
import {slaHref} from './sla-link.ts';
import {whatIfAsked, whatIfForm} from './sla-what-if-form.ts';
import {withPriority} from './resolve-sla-compliance.ts';
import {overrideText, targetTime, workingTime} from './sla-words.ts';

type WhatIfSpec = Extract<BlockSpec, {block: 'sla what-if'}>;

/** A question in a form, and its answer: what another promise would have made of the period. */
export async function resolveSlaWhatIf(context: PageContext, spec: WhatIfSpec): Promise<Block[]> {
  const {session, period, request} = context;
  if (!period) return [];
  const override = readOverride(request.choices ?? {});
  const form = await whatIfForm(context, spec, override);
  if (!override) return [form];
  const answer = await slaWhatIf(session, {
    ...slaSelection(context),
    overrides: [override],
    mostFlips: spec.top,
  });
  return [
    form,
    resultTable(context, spec, {override, answer}),
    ...(answer.flipCount > 0
      ? [
          {
            kind: 'columns' as const,
            blocks: [flipTable(context, spec, answer), groupTable(spec, answer)] as [Block, Block],
          },
        ]
      : []),
  ];
}

interface Answered {
  override: SlaOverride;
  answer: SlaWhatIf;
}

function resultTable(
  context: PageContext,
  {id}: WhatIfSpec,
  {override, answer}: Answered,
): TableBlock {
  const rows = answer.rows.filter(({isTotal}) => !isTotal);
  const total = answer.rows.find(({isTotal}) => isTotal);
  const cells = (row: WhatIfRow) => resultCells(row, context);
  return {
    kind: 'table',
    id: `${id}-result`,
    title: resultTitle(total),
    subtitle: `${capitalised(overrideText(override))}; resolved in ${context.period?.label}`,
    table: {
      columns: [
        {label: 'Priority', align: 'left'},
        {label: 'Met now', align: 'right'},
        {label: intervalLabel(), align: 'right', isDetail: true},
        {label: 'Then', align: 'right'},
        {label: intervalLabel(), align: 'right', isDetail: true},
        {label: 'Change', align: 'right', isDetail: true},
        {label: 'n', align: 'right', isDetail: true},
        {label: 'Newly missed', align: 'right'},
        {label: 'Newly met', align: 'right'},
      ],
      rows: rows.map(cells),
      ...(total && rows.length > 1 ? {footer: cells(total)} : {}),
    },
    note: rows.length === 0 ? [{text: 'No clock of this kind was judged in this period.'}] : [],
    downloads: [{label: 'CSV', href: answerHref(context)}],
  };
}

function answerHref({period, request}: PageContext): string {
  const asked = whatIfAsked(request);
  return pageHref('/api/sla/what-if', {
    period: period?.id ?? null,
    where: request.where,
    choices: {...asked, format: 'csv'},
  });
}

function resultCells(row: WhatIfRow, context: PageContext): Cell[] {
  const {now, then, n, saved, lost, isTotal, priority} = row;
  const change = now.share === null || then.share === null ? null : then.share - now.share;
  const share = ({met, share: value}: WhatIfRow['now']): Cell =>
    value === null
      ? {text: `${formatNumber(met)} of ${formatNumber(n)}`, value: null}
      : {text: formatValue(value, 'share'), value};
  const flips = (count: number, flip: string): Cell =>
    count === 0
      ? {text: '–', value: 0}
      : {
          text: formatNumber(count),
          value: count,
          href: flipHref(isTotal ? context : withPriority(context, priority), flip),
        };
  return [
    {text: isTotal ? 'Together' : (priority ?? 'Not filled')},
    share(now),
    {text: formatInterval(now.low, now.high, 'share')},
    share(then),
    {text: formatInterval(then.low, then.high, 'share')},
    {text: saved + lost === 0 ? '–' : formatChange(change, 'share'), value: change},
    {text: formatNumber(n), value: n},
    flips(lost, 'breached'),
    flips(saved, 'met'),
  ];
}

function flipHref(context: PageContext, flip: string): string {
  const asked = whatIfAsked(context.request);
  return slaHref(context, {sla: 'what-if', flip, ...asked});
}

function resultTitle(total: WhatIfRow | undefined): string {
  if (!total) return 'There is nothing to recount';
  const {now, then, saved, lost, n} = total;
  if (saved + lost === 0) return `All ${formatNumber(n)} verdicts would stay as they are`;
  const text = ({share, met}: WhatIfRow['now']) =>
    share === null ? `${formatNumber(met)} of ${formatNumber(n)}` : formatValue(share, 'share');
  return `${text(then)} would have met it, instead of ${text(now)}`;
}

function flipTable(context: PageContext, {id}: WhatIfSpec, answer: SlaWhatIf): TableBlock {
  const {flips, flipCount} = answer;
  return {
    kind: 'table',
    id: `${id}-flips`,
    title: `${formatNumber(flipCount)} ${flipCount === 1 ? 'verdict' : 'verdicts'} would flip`,
    subtitle:
      flips.length < flipCount
        ? `The ${formatNumber(flips.length)} narrowest; margin is what is left of the target`
        : 'Narrowest first; margin is what is left of the target',
    table: {
      columns: [
        {label: 'Incident', align: 'left'},
        {label: 'Priority', align: 'left', isDetail: true},
        {label: 'Would be', align: 'left'},
        {label: 'Margin now', align: 'right', isDetail: true},
        {label: 'Then', align: 'right'},
      ],
      rows: flips.map(flipCells),
    },
    note: flipNote(context, answer),
    downloads: [],
  };
}

function flipCells(flip: Flip): Cell[] {
  return [
    {
      text: flip.number ?? flip.record_key,
      href: incidentHref(flip.record_key),
      detail: flip.title ?? undefined,
    },
    {text: flip.priority ?? '–'},
    {text: flip.verdict_then === 'met' ? 'met' : 'missed'},
    {
      text: workingTime(flip.margin_now_seconds),
      value: flip.margin_now_seconds,
      detail: `of ${targetTime(flip.target_now_seconds)}`,
    },
    {
      text: workingTime(flip.margin_then_seconds),
      value: flip.margin_then_seconds,
      detail: `of ${targetTime(flip.target_then_seconds)}`,
    },
  ];
}

function flipNote(context: PageContext, {rows}: SlaWhatIf): Fact[] {
  const total = rows.find(({isTotal}) => isTotal);
  const parts: Fact[] = [];
  if (total && total.lost > 0)
    parts.push({
      text: `All ${formatNumber(total.lost)} newly missed`,
      href: flipHref(context, 'breached'),
    });
  if (total && total.lost > 0 && total.saved > 0) parts.push({text: ' · '});
  if (total && total.saved > 0)
    parts.push({
      text: `All ${formatNumber(total.saved)} newly met`,
      href: flipHref(context, 'met'),
    });
  return parts;
}

function groupTable({id}: WhatIfSpec, {groups}: SlaWhatIf): TableBlock {
  const shown = groups.slice(0, 10);
  const most = Math.max(1, ...groups.map(({saved, lost}) => saved + lost));
  return {
    kind: 'table',
    id: `${id}-groups`,
    title: `${shown[0]?.assignment_group ?? 'Nobody'} would be affected most`,
    subtitle: 'Flips by the group the incident is with now',
    table: {
      columns: [
        {label: 'Group', align: 'left'},
        {label: 'Flips', align: 'right'},
        {label: 'Missed', align: 'right', isDetail: true},
        {label: 'Met', align: 'right', isDetail: true},
        {label: 'of', align: 'right'},
      ],
      rows: shown.map(({assignment_group, n, saved, lost}) => [
        {text: assignment_group ?? 'Nobody'},
        {text: formatNumber(saved + lost), value: saved + lost, share: (saved + lost) / most},
        {text: formatNumber(lost), value: lost},
        {text: formatNumber(saved), value: saved},
        {text: formatNumber(n), value: n},
      ]),
    },
    note:
      groups.length > shown.length ? [{text: `${shown.length} of ${groups.length} groups.`}] : [],
    downloads: [],
  };
}
