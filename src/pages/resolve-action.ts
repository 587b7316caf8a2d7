import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import {formatDay, formatDayRange} from '../charts/format-period.ts';
import type {ActionVerification} from '../improvement/verify-actions.ts';
import {actionName, type Action} from '../register/action.ts';
import {actionNumber} from '../register/action-number.ts';
import {noSuchAction} from '../register/actions.ts';
import {noActions} from './action-register.ts';
import {
  aimedText,
  aimText,
  effectWords,
  latestOf,
  measureCell,
  metricOf,
  segmentText,
  unitOf,
  verdictDetail,
  verdictSignals,
} from './action-words.ts';
import {capitalised} from './headline-sentence.ts';
import {definitionHref, incidentsHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {FactsBlock} from './facts-block.ts';
import type {HeadlineBlock} from './headline-block.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/**
 * The action a page is about.
 * @throws UserError 404 where there is none
 */
export function actionOf({register = noActions, request}: PageContext): Action {
  const no = actionNumber(request.action ?? '');
  const action = register.actions.find(({actionNo}) => actionNo === no);
  if (action) return action;
  throw noSuchAction(no);
}

/** What is done, and what came of it, in the words of the last verdict. */
export function resolveActionHeadline(context: PageContext): HeadlineBlock {
  const action = actionOf(context);
  const {catalogue, register = noActions} = context;
  const label = metricOf(action, catalogue)?.label ?? action.metric;
  const unit = unitOf(action, catalogue);
  const found = latestOf(register, action);
  return {
    kind: 'headline',
    text: action.title,
    lede: [
      {
        text: `${actionName(action.actionNo)}: ${label}, ${segmentText(action)}, from ${formatValue(action.baselineValue, unit)} to ${aimedText(action.targetValue, unit)}, looked for from ${formatDay(action.effectOn)}. `,
      },
      ...verdictFacts(found, context, action),
    ],
  };
}

export function verdictFacts(
  found: ActionVerification | null,
  context: PageContext,
  action: Action,
): Fact[] {
  if (found === null)
    return [
      {
        text:
          action.status === 'proposed'
            ? 'Nothing is compared before somebody agrees to it.'
            : action.effectOn > context.frame.asOfOn
              ? 'Nothing is compared before that day.'
              : 'The next build compares.',
      },
    ];
  const {verdict, evidence} = found;
  const unit = unitOf(action, context.catalogue);
  const detail = verdictDetail(evidence);
  return [
    {text: capitalised(verdict), signal: verdictSignals[verdict]},
    {
      text: `${evidence.effect ? `: ${effectWords(evidence, unit)}` : ''}${detail ? `; ${detail}` : ''}. `.replace(
        '..',
        '.',
      ),
    },
    ...(verdict === 'effect seen' || verdict === 'got worse'
      ? [{text: mixText(context, action, found)}]
      : []),
  ];
}

/** Where the mix of priorities made the plain figure say something else. */
function mixText({catalogue}: PageContext, action: Action, {evidence}: ActionVerification): string {
  const {before, after, standardised} = evidence;
  if (standardised === null || before.value === null || after.value === null) return '';
  const unit = unitOf(action, catalogue);
  const plain = `The plain figure went from ${formatValue(before.value, unit)} to ${formatValue(after.value, unit)}`;
  const isOtherWay =
    Math.sign(after.value - before.value) !== Math.sign(standardised - before.value);
  return isOtherWay
    ? `${plain}, but only because there were other priorities: at the mix of before it would be ${formatValue(standardised, unit)}.`
    : `${plain}; at the mix of priorities before it would be ${formatValue(standardised, unit)}.`;
}

/** Who, by when, from what to what, and why. */
export function resolveActionFacts(context: PageContext, id: string): FactsBlock {
  const action = actionOf(context);
  const {catalogue} = context;
  const unit = unitOf(action, catalogue);
  const {origin, baselineFrom, baselineTo} = action;
  const pack = origin.pack;
  const items: [string, Cell | null][] = [
    ['Owner', {text: action.owner}],
    ['Due', {text: action.dueOn === null ? '–' : formatDay(action.dueOn)}],
    ['Measure', {...measureCell(action, catalogue), href: definitionHref(action.metric)}],
    [
      'Baseline',
      {
        text: formatValue(action.baselineValue, unit),
        href: baselineHref(action),
        detail: formatDayRange(baselineFrom, baselineTo),
      },
    ],
    ['From, to', {text: aimText(action, unit)}],
    ['Effect expected', {text: formatDay(action.effectOn)}],
    [
      'Effort',
      action.effortDays === null ? null : {text: `${formatNumber(action.effortDays, 1)} days`},
    ],
    ['Cost', action.cost === null ? null : {text: formatNumber(action.cost)}],
    [
      'Why',
      {
        text: origin.words || 'written down without a finding',
        ...(origin.href === null ? {} : {href: origin.href}),
        ...(pack === null ? {} : {detail: packText(pack)}),
      },
    ],
    ['Notes', action.notes === '' ? null : {text: action.notes}],
  ];
  return {
    ...{kind: 'facts', id, title: 'What is to be done, and why'},
    items: items.flatMap(([label, cell]) => (cell === null ? [] : [{label, cell}])),
  };
}

function baselineHref({metric, where, candidateNo, baselineFrom, baselineTo}: Action): string {
  if (candidateNo !== null) return `/incidents?candidate=PC-${candidateNo}`;
  const filters = where.map((each) => ({...each}));
  const days = new URLSearchParams({from: baselineFrom, to: baselineTo}).toString();
  return `${incidentsHref(metric, {where: filters})}&${days}`;
}

export function packText({kind, period, version}: {kind: string; period: string; version: number}) {
  return `${kind} pack ${period}, version ${version}`;
}

/** How like was compared with like: each priority on its own, and what else was done. */
export function resolveActionStrata(context: PageContext, id: string): TableBlock | null {
  const action = actionOf(context);
  const found = latestOf(context.register ?? noActions, action);
  const metric = metricOf(action, context.catalogue);
  if (metric === null || found === null || found.evidence.method.length === 0) return null;
  const {evidence, build} = found;
  const {strata, before, after, standardised, effect} = evidence;
  const unit = metric.unit;
  const inside = effect?.kind === 'ratio' && metric.unit !== 'count' ? 'hours' : unit;
  return {
    ...{kind: 'table', id, downloads: []},
    title: 'How it was compared',
    subtitle:
      strata.length === 0
        ? `Whole weeks, build ${build}`
        : `${effect?.kind === 'ratio' ? 'Typical times (geometric means)' : 'Each priority'} before and since, build ${build}`,
    table: {
      columns: [
        {label: strata.length > 0 ? 'Priority' : '', align: 'left'},
        {label: 'Before', align: 'right'},
        {label: 'n', align: 'right', isDetail: true},
        {label: 'Since', align: 'right'},
        {label: 'n', align: 'right', isDetail: true},
      ],
      rows: strata.map((each) => [
        {text: each.stratum || 'All'},
        {
          ...{text: formatValue(each.before, inside), value: each.before},
          phoneDetail: formatSize(each.nBefore),
        },
        {text: formatNumber(each.nBefore), value: each.nBefore},
        {
          ...{text: formatValue(each.after, inside), value: each.after},
          phoneDetail: formatSize(each.nAfter),
        },
        {text: formatNumber(each.nAfter), value: each.nAfter},
      ]),
      footer: [
        {text: `${metric.label}, all`},
        {text: formatValue(before.value, unit)},
        {text: formatNumber(before.n)},
        {
          text: formatValue(after.value, unit),
          ...(standardised === null
            ? {}
            : {detail: `${formatValue(standardised, unit)} at the mix before`}),
        },
        {text: formatNumber(after.n)},
      ],
    },
    note: [{text: evidence.method.join(' ')}],
  };
}
