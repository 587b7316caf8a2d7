import type {Session} from '../warehouse/database.ts';
import {actionName, type Action} from './action.ts';
import {StaleEdit} from './stale-edit.ts';

/** Fields in which two versions can differ, by what people call them. */
const labels: Partial<Record<keyof Action, string>> = {
  status: 'state',
  title: 'title',
  owner: 'owner',
  dueOn: 'due',
  metric: 'measure',
  where: 'segment',
  candidateNo: 'candidate',
  baselineFrom: 'baseline from',
  baselineTo: 'baseline to',
  baselineValue: 'baseline',
  targetValue: 'target',
  effectOn: 'effect expected',
  effortDays: 'effort',
  cost: 'cost',
  notes: 'notes',
};

/** Tells what was seen beside what holds now. */
export async function staleAction(
  session: Session,
  current: Action,
  version: number,
): Promise<StaleEdit> {
  const name = actionName(current.actionNo);
  const seen = await actionAt(session, name, version);
  const at = current.changedAt.toISOString().slice(0, 16).replace('T', ' ');
  const differs = seen === null ? [] : differencesOf(seen, current);
  const told =
    differs.length === 0
      ? `you saw version ${version}, now it is version ${current.version}`
      : differs
          .map(({label, before, after}) => `${label}: you saw “${before}”, now it is “${after}”`)
          .join('; ');
  return new StaleEdit(
    `${name} has changed since you looked, by ${current.changedBy} on ${at} UTC. In version ${version} and ${current.version}, ${told}.`,
    {seen, current},
  );
}

/** Which fields two versions of an action differ in, as texts. */
export function differencesOf(
  before: Partial<Record<keyof Action, unknown>>,
  after: Partial<Record<keyof Action, unknown>>,
): {field: keyof Action; label: string; before: string; after: string}[] {
  return (Object.entries(labels) as [keyof Action, string][]).flatMap(([field, label]) => {
    const [old, now] = [textOf(before[field]), textOf(after[field])];
    return old === now ? [] : [{field, label, before: old, after: now}];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value !== 'object') return String(value as string | number);
  const filters = value as {dimension: string; values: string[]}[];
  if (!Array.isArray(filters)) return JSON.stringify(value);
  return (
    filters.map(({dimension, values}) => `${dimension} ${values.join(' or ')}`).join(', ') || '–'
  );
}

async function actionAt(session: Session, name: string, version: number): Promise<object | null> {
  const [row] = await session.query<{after: string}>(
    `select after from audit_trail
     where what in ('registered action', 'changed action', 'imported action') and subject = $name
       and (after->>'version')::integer = $version`,
    {name, version},
  );
  return row ? (JSON.parse(row.after) as object) : null;
}
