import {readSlaChoices, type SlaOverride} from '../metrics/sla-override.ts';
import {pageHref} from './link.ts';
import type {PageContext, PageRequest} from './page-context.ts';
import type {FormBlock, FormField} from './form-block.ts';
import {policyLabel} from './sla-words.ts';

/** Of what the address says, the question. */
export function whatIfAsked(request: PageRequest): Record<string, string> {
  const said = Object.entries(request.choices ?? {});
  return Object.fromEntries(said.filter(([name]) => isAsked(name)));
}

function isAsked(name: string): boolean {
  return name.startsWith('if_');
}

/** The question as a plain form: what is left empty stays as it is. */
export async function whatIfForm(
  context: PageContext,
  {id}: {id: string},
  override: SlaOverride | null,
): Promise<FormBlock> {
  const {session, period, request} = context;
  const said = request.choices ?? {};
  const kept = Object.entries(said).filter(([name]) => !isAsked(name));
  const filters = request.where.flatMap(({dimension, values}) =>
    values.map((value): [string, string] => [dimension, value]),
  );
  const state = {
    period: period?.id ?? null,
    where: request.where,
    choices: Object.fromEntries(kept),
  };
  return {
    kind: 'form',
    id,
    title: 'What if we had promised something else?',
    subtitle: `Incidents resolved in ${period?.label}, judged by another target or calendar. What is left empty stays as it is.`,
    action: '/sla#what-if',
    hidden: [...(period ? [['period', period.id] as [string, string]] : []), ...filters, ...kept],
    fields: await whatIfFields(session, said),
    submit: 'Recount',
    reset: override ? {label: 'Clear', href: `${pageHref('/sla', state)}#${id}`} : null,
  };
}

async function whatIfFields(
  session: PageContext['session'],
  said: Readonly<Record<string, string>>,
): Promise<FormField[]> {
  const {calendars, policies, priorities} = await readSlaChoices(session);
  const menu = (name: string, label: string, options: readonly [string, string][]): FormField => ({
    name,
    label,
    value: said[name] ?? '',
    options: options.map(([value, words]) => ({value, label: words})),
  });
  const names = (first: string, values: readonly string[]): [string, string][] => [
    ['', first],
    ...values.map((value): [string, string] => [value, value]),
  ];
  const isNamed = policies.some((policy) => policyLabel(policy) !== '');
  const within = {label: 'Within', value: said.if_within ?? '', placeholder: '2 business days'};
  return [
    menu('if_kind', 'Target for', kinds),
    menu('if_priority', 'Priority', names('all', priorities)),
    ...(isNamed ? [menu('if_policy', 'Policy', names('all', policies))] : []),
    {name: 'if_within', input: 'text', ...within},
    menu(
      'if_calendar',
      'Calendar',
      names(
        'as it is',
        calendars.map(({calendar}) => calendar),
      ),
    ),
    menu('if_stops', 'Clock', stops),
    menu('if_counts', 'Counts', counts),
  ];
}

const kinds: readonly [string, string][] = [
  ['', 'resolution'],
  ['response', 'response'],
];
const stops: readonly [string, string][] = [
  ['', 'stops as it does'],
  ['none', 'never stops'],
];
const counts: readonly [string, string][] = [
  ['', 'as it does'],
  ['from change', 'from the last priority change'],
];
