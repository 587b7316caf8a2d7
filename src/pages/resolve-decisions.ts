import {formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import {reasonWords} from '../metrics/verdict.ts';
import {
  decideOnActions,
  decideOnCandidates,
  decideOnFindings,
  type Decision,
} from './decide-on-known.ts';
import {findingsTold, isAbout} from './findings-told.ts';
import {capitalised, countWord, counted, standsOut, worseFirst} from './headline-sentence.ts';
import {subjectOf} from './subject.ts';
import type {Kpi} from './kpi.ts';
import {targetText} from './read-kpi.ts';
import {incidentsHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {ListBlock} from './list-block.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {t} from '../wording/t.ts';
import {thisPeriod} from './grain-words.ts';

/**
 * What the computed facts ask for: at most so many, the most pressing first. What the page already tells with
 * its own list (findings, actions, candidates) is one decision each.
 */
export async function resolveDecisions(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'decisions'}>,
): Promise<ListBlock | null> {
  const {period} = context;
  if (!period) return null;
  const findings = await findingsTold(context);
  const kpis = (await context.kpis()).filter((kpi) => !findings.some(isAbout(kpi)));
  const worse = kpis
    .filter(({point}) => point?.signal === 'worse')
    .filter(standsOut)
    .sort(worseFirst);
  const items = [
    ...decideOnFindings(context, findings),
    ...(findings.some(({metric}) => metric === 'backlog_breached')
      ? []
      : await breached(context, period)),
    ...decideOnActions(context),
    ...(await decideOnCandidates(context)),
    ...worse.slice(0, 2).map((kpi) => lookInto(kpi, period)),
    ...(findings.some(({detector}) => detector === 'ageing') ? [] : await aged(context, period)),
    ...kpis
      .filter(isOutOfReach)
      .slice(0, 2)
      .map((kpi) => outOfReach(kpi, period)),
    ...kpis
      // What nothing happened to was not made better by anybody.
      .filter(({point}) => point?.signal === 'better' && kpis.some(({current}) => current.n > 0))
      .slice(0, 1)
      .map((kpi) => keep(kpi, period)),
  ].slice(0, spec.most);
  return {
    kind: 'list',
    id: spec.id,
    title: t`To decide ${thisPeriod(period.grain)}`,
    tone: 'decide',
    items: items.length > 0 ? items : [nothing(period)],
  };
}

function lookInto(kpi: Kpi, period: ResolvedPeriod): Decision {
  const {chart, metric, point} = kpi;
  const usual = chart.range
    ? t` against a usual ${formatInterval(chart.range.lower, chart.range.upper, metric.unit)}`
    : '';
  const reason = point ? `, ${reasonWords(point)}` : '';
  return {
    lead: t`Name who finds out why ${subjectOf(kpi)} is worse than usual.`,
    text: [
      {text: `${formatValue(kpi.current.value, metric.unit)}${usual}${reason}. `},
      incidentsFact(kpi, period),
      {text: '.'},
    ],
  };
}

/** A target the process can't meet as it is: a change is needed, of one or the other. */
function isOutOfReach({chart, current}: Kpi): boolean {
  return chart.assurance === 'never' && !chart.isTrial && current.value !== null;
}

function outOfReach(kpi: Kpi, period: ResolvedPeriod): Decision {
  const {chart, metric, target} = kpi;
  const {range} = chart;
  return {
    lead: t`Change how ${subjectOf(kpi)} comes about, or its target.`,
    text: [
      {
        text: t`Its usual range ${formatInterval(range?.lower, range?.upper, metric.unit)} does not reach the target of ${targetText(target, metric)}: it will not be met by chance. `,
      },
      incidentsFact(kpi, period),
      {text: '.'},
    ],
  };
}

function keep(kpi: Kpi, period: ResolvedPeriod): Decision {
  return {
    lead: t`Write down what made ${subjectOf(kpi)} better, and keep it.`,
    text: [
      {
        text: `${formatValue(kpi.current.value, kpi.metric.unit)}, ${kpi.point ? reasonWords(kpi.point) : ''}. `,
      },
      incidentsFact(kpi, period),
      {text: '.'},
    ],
  };
}

async function breached(context: PageContext, period: ResolvedPeriod): Promise<Decision[]> {
  const open = await snapshot(context, period, 'backlog_breached');
  if (open === null || open === 0) return [];
  return [
    {
      lead:
        open === 1
          ? t`Give the open incident past target an owner and a date.`
          : t`Give the ${formatNumber(open)} open incidents past target an owner and a date.`,
      text: [
        {
          text: t`Oldest first`,
          href: incidentsHref('backlog_breached', {
            period: period.id,
            where: context.request.where,
          }),
        },
        {text: '.'},
      ],
    },
  ];
}

async function aged(context: PageContext, period: ResolvedPeriod): Promise<Decision[]> {
  const part = {grain: period.grain, from: period.from, to: period.to};
  const share = (await context.measure('backlog_aged', part))?.[0];
  const count = Math.round((share?.value ?? 0) * (share?.n ?? 0));
  if (count === 0) return [];
  return [
    {
      lead: t`Close, reassign or escalate what is stuck.`,
      text: [
        {
          text: t`${capitalised(countWord(count))} of `,
        },
        {
          // The list is of what the share is of.
          text: t`${formatNumber(share?.n ?? 0)} open`,
          href: incidentsHref('backlog_aged', {period: period.id, where: context.request.where}),
        },
        {
          text:
            count === 1
              ? t` has aged: ${formatValue(share?.value, 'share')} of the backlog.`
              : t` have aged: ${formatValue(share?.value, 'share')} of the backlog.`,
        },
      ],
    },
  ];
}

async function snapshot(
  context: PageContext,
  period: ResolvedPeriod,
  metric: string,
): Promise<number | null> {
  const part = {grain: period.grain, from: period.from, to: period.to};
  return (await context.measure(metric, part))?.[0]?.value ?? null;
}

function incidentsFact({metric, where, current}: Kpi, period: ResolvedPeriod): Fact {
  return {
    text: counted(current.n, 'incident'),
    href: incidentsHref(metric.id, {period: period.id, where}),
  };
}

function nothing(period: ResolvedPeriod): Decision {
  return {
    lead: t`Nothing asks for a decision.`,
    text: [
      {
        text: t`No figure is worse than usual ${thisPeriod(period.grain)}, and nothing open is late.`,
      },
    ],
  };
}
