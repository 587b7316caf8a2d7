import {formatInterval, formatSize, formatValue, intervalLabel} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import {fieldLabel} from '../metrics/dimension.ts';
import type {Figure, Metric, Settling, Unit} from '../metrics/metric.ts';
import type {MetricTarget} from '../metrics/targets.ts';
import {joined} from './headline-sentence.ts';
import {familyOf} from './metric-family.ts';
import {figureText, goalText} from './read-kpi.ts';
import {definitionHref, incidentsHref, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import {provisionalText} from './provisional.ts';
import type {PageContext} from './page-context.ts';
import type {DefinitionBlock} from './definition-block.ts';
import type {HeadlineBlock} from './headline-block.ts';
import type {Block} from './resolved-page.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';

const unitWords = {
  count: 'incidents',
  share: 'share, in %',
  hours: 'hours, told in days over 48 h',
  'total hours': 'hours, added up',
  days: 'days',
  mean: 'mean number',
} as const;

function unitText(unit: Unit): string {
  if (unit in unitWords) return unitWords[unit as keyof typeof unitWords];
  return unit === 'money' ? 'money; no currency is stated' : unit.replace('money ', 'money, in ');
}

/** Every metric: what it means, how it is counted, what it comes to over all the data. */
export async function resolveCatalogue(context: PageContext): Promise<Block[]> {
  const {problems} = context.catalogue;
  const metrics = [...context.catalogue.metrics].sort(
    (a, b) => familyOf(a.id).place - familyOf(b.id).place,
  );
  const entries = await Promise.all(metrics.map((metric) => entryOf(context, metric)));
  if (problems.length === 0) return [contents(metrics), ...entries];
  return [
    contents(metrics),
    {
      kind: 'list',
      id: 'problems',
      title: 'Metrics that can’t be used',
      tone: 'notes',
      items: problems.map(({message, remedy}) => ({lead: message, text: [{text: remedy}]})),
    },
    ...entries,
  ];
}

/** Where to find each, by what it is about. */
function contents(metrics: readonly Metric[]): HeadlineBlock {
  const families = [...new Set(metrics.map(({id}) => familyOf(id).family))];
  return {
    kind: 'headline',
    text: 'What each number means',
    lede: [{text: `${metrics.length} metrics, each defined once and counted by one query.`}],
    index: families.map((family) => ({
      label: family,
      links: metrics
        .filter(({id}) => familyOf(id).family === family)
        .map(({id, label}) => ({label, href: `#${id}`})),
    })),
  };
}

/** One metric, on its own page. */
export async function resolveMetric(context: PageContext, id: string): Promise<DefinitionBlock> {
  const entry = await entryOf(context, context.catalogue.get(id));
  return {...entry, title: 'Definition', href: undefined};
}

async function entryOf(context: PageContext, metric: Metric): Promise<DefinitionBlock> {
  const part = {grain: 'total' as const, from: null, to: null};
  const figure = (await context.measure(metric.id, part))?.[0] ?? null;
  return {
    kind: 'definition',
    id: metric.id,
    title: metric.label,
    href: definitionHref(metric.id),
    definition: metric.definition,
    facts: factsOf(metric, context, figure),
    sql: metric.sql,
    value: {
      text: figure ? figureText(figure) : '–',
      href: incidentsHref(metric.id),
      detail: figure ? valueDetail(metric, figure) : undefined,
    },
    downloads: metricDownloads(metric.id, {grain: 'month'}),
  };
}

function valueDetail(metric: Metric, figure: Figure): string {
  const interval =
    figure.value === null ? '' : formatInterval(figure.low, figure.high, metric.unit, figure.value);
  const of = metric.isSnapshot ? 'now' : 'over all data';
  return [
    of,
    formatSize(figure.n),
    interval && `${intervalLabel()} ${interval}`,
    provisionalText(figure),
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function factsOf(metric: Metric, {targets, catalogue}: PageContext, figure: Figure | null) {
  const own = targets.filter((target) => target.metric === metric.id);
  const goals = own.map((target) => goalWords(target, metric));
  return [
    {label: 'Name', text: metric.id},
    {label: 'Unit', text: unitText(metric.unit)},
    {label: 'Better', text: metric.better ?? 'neither way'},
    {label: 'Dated by', text: datedBy(metric)},
    ...(goals.length > 0 ? [{label: 'Target', text: goals.join('; ')}] : []),
    {
      label: 'Needs',
      text: metric.needs.length > 0 ? joined(metric.needs.map(fieldLabel)) : 'nothing optional',
    },
    ...(figure?.coverage != null
      ? [{label: 'Coverage', text: formatValue(figure.coverage, 'share')}]
      : []),
    ...(metric.settles ? [{label: 'Settles', text: settlingWords[metric.settles]}] : []),
    {
      label: 'Can be cut by',
      text: metric.by.map((id) => catalogue.dimension(id)?.label ?? id).join(', '),
      isDetail: true,
    },
    {label: 'File', text: metric.file, isDetail: true},
  ];
}

const settlingWords: Record<Settling, string> = {
  reopen_days: 'when the days are over in which a reopening counts (reopen_days)',
  recurrence_days: 'when the days are over in which coming back counts (recurrence_days)',
  premature_hours: 'when the hours are over in which coming back is premature (premature_hours)',
};

/** `P1 of Mail at least 95 %, from 1 Jul 2026`. */
function goalWords(target: MetricTarget, metric: Metric): string {
  const {priority, service, from, until, goal, direction} = target;
  const scope = [priority, service].filter((part) => part !== null).join(' of ');
  const dates = [
    ...(from === null ? [] : [`from ${formatDay(from)}`]),
    ...(until === null ? [] : [`until ${formatDay(until)}`]),
  ].join(' ');
  const rule = [scope, direction, goalText(goal, metric)].filter((part) => part !== '').join(' ');
  return dates === '' ? rule : `${rule}, ${dates}`;
}

function datedBy({at, isSnapshot}: Metric): string {
  return isSnapshot ? 'the last day of the period' : at.replace(/_at$/, '').replaceAll('_', ' ');
}

/** The definitions of chosen metrics as one table. */
export function resolveDefinitions(
  {catalogue}: PageContext,
  spec: Extract<BlockSpec, {block: 'definitions'}>,
): TableBlock {
  return {
    kind: 'table',
    id: spec.id,
    title: t`What the figures mean`,
    subtitle: t`Each is defined once; the catalogue has the queries`,
    table: {
      columns: [
        {label: t`Metric`, align: 'left'},
        {label: t`Definition`, align: 'left'},
      ],
      rows: spec.metrics.map((id) => {
        const {label, definition} = catalogue.get(id);
        return [{text: label, href: definitionHref(id)}, {text: definition}];
      }),
    },
    note: [],
    downloads: [],
  };
}
