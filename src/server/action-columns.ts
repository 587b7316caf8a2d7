import type {ActionRow} from '../register/action-files.ts';
import type {ColumnType, TableColumn} from './table.ts';

/** The columns of actions as CSV and Arrow. */
export const actionColumns: TableColumn[] = Object.entries({
  action: 'text',
  action_id: 'text',
  version: 'integer',
  title: 'text',
  status: 'text',
  owner: 'text',
  due_on: 'day',
  metric: 'text',
  segment: 'text',
  candidate: 'text',
  baseline_from: 'day',
  baseline_to: 'day',
  baseline_value: 'number',
  target_value: 'number',
  effect_on: 'day',
  effort_days: 'number',
  cost: 'number',
  notes: 'text',
  origin: 'text',
  created_by: 'text',
  created_at: 'instant',
  changed_by: 'text',
  changed_at: 'instant',
} satisfies Record<keyof ActionRow, ColumnType>).map(([name, type]) => ({name, type}));
