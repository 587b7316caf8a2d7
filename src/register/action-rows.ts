import type {Session, SqlParams} from '../warehouse/database.ts';
import type {Action} from './action.ts';

type Row = Omit<Action, 'where' | 'origin'> & {where: string; origin: string};

const columns = {
  action_no: 'actionNo',
  action_id: 'actionId',
  version: 'version',
  title: 'title',
  status: 'status',
  owner: 'owner',
  due_on: 'dueOn',
  metric: 'metric',
  segment: 'where',
  candidate_no: 'candidateNo',
  baseline_from: 'baselineFrom',
  baseline_to: 'baselineTo',
  baseline_value: 'baselineValue',
  target_value: 'targetValue',
  effect_on: 'effectOn',
  effort_days: 'effortDays',
  cost: 'cost',
  notes: 'notes',
  origin: 'origin',
  created_by: 'createdBy',
  created_at: 'createdAt',
  changed_by: 'changedBy',
  changed_at: 'changedAt',
} as const satisfies Record<string, keyof Action>;

const casts: Readonly<Record<string, string>> = {
  due_on: 'date',
  baseline_from: 'date',
  baseline_to: 'date',
  effect_on: 'date',
  created_at: 'timestamptz',
  changed_at: 'timestamptz',
};

const selectActions = `select ${Object.entries(columns)
  .map(([column, name]) => `${column} as "${name}"`)
  .join(', ')} from action`;

/** Every action of the register, by number; or the one asked for. */
export async function selectActionRows(
  session: Session,
  {actionNo, actionId}: {actionNo?: number; actionId?: string} = {},
): Promise<Action[]> {
  const conditions = [
    ...(actionNo === undefined ? [] : ['action_no = $no']),
    ...(actionId === undefined ? [] : ['action_id = $id']),
  ];
  const rows = await session.query<Row>(
    `${selectActions} ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} order by action_no`,
    {
      ...(actionNo === undefined ? {} : {no: actionNo}),
      ...(actionId === undefined ? {} : {id: actionId}),
    },
  );
  return rows.map((row) => ({
    ...row,
    where: JSON.parse(row.where) as Action['where'],
    origin: JSON.parse(row.origin) as Action['origin'],
  }));
}

/** Writes an action as it is to stand, over what stood under its number. */
export async function writeActionRow(session: Session, action: Action): Promise<void> {
  const names = Object.keys(columns);
  const values = names.map((column) => `$${column}${casts[column] ? `::${casts[column]}` : ''}`);
  const params: SqlParams = Object.fromEntries(
    Object.entries(columns).map(([column, name]) => [column, written(action[name])]),
  );
  await session.run(
    `insert or replace into action (${names.join(', ')}) values (${values.join(', ')})`,
    params,
  );
}

function written(value: Action[keyof Action]): string | number | null {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : (value as string);
}
