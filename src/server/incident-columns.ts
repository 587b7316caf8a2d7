import {listColumns, type ListColumn} from '../metrics/incident-list.ts';
import type {ColumnType, TableColumn} from './table.ts';

const types: Partial<Record<ListColumn, ColumnType>> = {
  is_major: 'boolean',
  opened_at: 'instant',
  resolved_at: 'instant',
  updated_at: 'instant',
  resolve_hours: 'number',
  age_hours: 'number',
  reopen_count: 'integer',
  reassignment_count: 'integer',
  resolution_due_at: 'instant',
  is_sla_resolution_met: 'boolean',
  dated_at: 'instant',
};

/** The columns of an incident list with their types. */
export const incidentColumns: readonly TableColumn[] = listColumns.map((name) => ({
  name,
  type: types[name] ?? 'text',
}));
