import {priorities} from './config-fields.ts';
import {orderProblem, unknownName, type ConfigProblem} from './config-problem.ts';
import type {Calendar, SlaCondition, SlaPolicy} from './config.ts';
import {aroundTheClock, businessHours, standardPolicy} from './default-config.ts';
import {durationSeconds, type Duration} from './duration.ts';
import {conditionsFromFile} from './sla-conditions.ts';
import type {WrittenPolicy, WrittenSla, WrittenSlaTarget} from './sla-file.ts';
import {unreachablePolicies} from './unreachable-policies.ts';

const kinds = ['response', 'resolution'] as const;

export interface SlaContext {
  defaults: SlaPolicy[];
  calendars: Calendar[];
  /** Ids of attribute dimensions. */
  dimensions: string[];
  sources: string[];
}

/** The policies of the file in their order, then the plain targets by priority over the defaults. */
export function slaFromFile(
  written: WrittenSla,
  context: SlaContext,
): {policies: SlaPolicy[]; problems: ConfigProblem[]} {
  const problems: ConfigProblem[] = [];
  const policies = (written.policies ?? []).flatMap((policy, index) =>
    policyOf(policy, index, context, problems),
  );
  problems.push(
    ...nameProblems(written.policies ?? []),
    ...unreachablePolicies(policies).map(({name, by}) => ({
      path: policyPath(written, name),
      message: `It is never reached: "${by}" takes all that it matches. Move it above.`,
    })),
  );
  return {policies: [...policies, ...plainTargets(written, context, problems)], problems};
}

function policyOf(
  written: WrittenPolicy,
  index: number,
  context: SlaContext,
  problems: ConfigProblem[],
): SlaPolicy[] {
  const path = ['sla', 'policies', index];
  const {name, stops, priority_change: reading, from = null, until = null} = written;
  const {conditions, problems: unmatched} = conditionsFromFile(written.match ?? {}, path, context);
  problems.push(...unmatched, ...orderProblem(path, from, until));
  if (kinds.every((kind) => written[kind] === undefined))
    problems.push({path, message: 'It promises nothing. Write response, resolution or both.'});
  return kinds.flatMap((kind) => {
    const target = written[kind];
    if (target === undefined) return [];
    const usual = (within: Duration) => usualCalendar(prioritiesOf(conditions), within);
    const promise = promiseOf(target, usual, [...path, kind], context.calendars, problems);
    if (promise === null) return [];
    return [
      {
        name,
        kind,
        ...promise,
        conditions,
        stops: stops === 'none' ? [] : (stops ?? null),
        isFromChange: reading === 'from change',
        from,
        until,
      },
    ];
  });
}

function prioritiesOf(conditions: SlaCondition[]): readonly string[] {
  return conditions.find(({field}) => field === 'priority')?.values ?? priorities;
}

function nameProblems(written: WrittenPolicy[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const seen = new Set<string>();
  for (const [index, {name}] of written.entries()) {
    const path = ['sla', 'policies', index, 'name'];
    if (/^standard P[1-5]$/i.test(name))
      problems.push({path, message: `"${name}" is the name of a plain target. Take another.`});
    if (seen.has(name))
      problems.push({path, message: `There are two policies "${name}". Name each once.`});
    seen.add(name);
  }
  return problems;
}

function policyPath(written: WrittenSla, name: string): ConfigProblem['path'] {
  const index = (written.policies ?? []).findIndex((policy) => policy.name === name);
  return ['sla', 'policies', index];
}

function plainTargets(
  written: WrittenSla,
  {defaults, calendars}: SlaContext,
  problems: ConfigProblem[],
): SlaPolicy[] {
  return priorities.flatMap((priority) =>
    kinds.flatMap((kind) => {
      const target = written[kind]?.[priority];
      const name = `standard ${priority}`;
      if (target === undefined)
        return defaults.filter((policy) => policy.name === name && policy.kind === kind);
      if (target === 'none') return [];
      const usual = (within: Duration) => usualCalendar([priority], within);
      const promise = promiseOf(target, usual, ['sla', kind, priority], calendars, problems);
      return promise
        ? [standardPolicy(priority, kind, promise.targetSeconds, promise.calendar)]
        : [];
    }),
  );
}

/** P1 and P2 run around the clock, unless business days are asked for. */
function usualCalendar(matched: readonly string[], within: Duration): string {
  const isUrgent = matched.every((priority) => priority === 'P1' || priority === 'P2');
  return isUrgent && within.unit !== 'business day' ? aroundTheClock : businessHours;
}

function promiseOf(
  target: WrittenSlaTarget,
  usual: (within: Duration) => string,
  path: ConfigProblem['path'],
  calendars: Calendar[],
  problems: ConfigProblem[],
): {targetSeconds: number; calendar: string} | null {
  const within = 'within' in target ? target.within : target;
  const name = 'within' in target ? target.calendar : usual(target);
  const calendar = calendars.find((candidate) => candidate.name === name);
  if (calendar)
    return {targetSeconds: durationSeconds(within, calendar.workingDaySeconds), calendar: name};
  const names = calendars.map((candidate) => candidate.name);
  problems.push(unknownName(path, {kind: 'calendar', name, names}));
  return null;
}
